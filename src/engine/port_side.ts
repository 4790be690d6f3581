import type { Api, CallReader } from '../mapping/api.ts'
import type { Port } from '../mapping/port.ts'
import type { OncePlaces } from './once_places.ts'
import { callReader } from './source_file.ts'
import type { Staged } from './stage.ts'
import type { TorchSide } from './torch_side.ts'
import type { Verdict } from './verified.ts'

/** A call of MindSpore's in a module of its own, with a reader that knows names and calls as torch's side does. */
export interface PortSide {
  readonly staged: Staged
  readonly reader: CallReader
  readonly port: Port
}

/** Reads a staged call of MindSpore's. */
export function portSide(staged: Staged, api: Api, places: OncePlaces): PortSide {
  const alone = api.port(staged.expression, callReader(staged.file))
  const reader = callReader(staged.file, places.of(alone.kind === 'bound' ? alone.values : []))
  return { staged, reader, port: api.port(staged.expression, reader) }
}

/** Certifies a port that somebody wrote. */
export function certifyPort({ original, finding }: TorchSide, { staged, reader, port }: PortSide, api: Api): Verdict {
  if (!original) return unknown(finding?.message ?? { id: 'proof.unknown', reason: 'not-read' })
  if (port.kind === 'refused') return unknown({ id: 'verify.port-refused', callee: port.path, problem: port.problem })
  return api.certify(original, staged.expression, reader)
}

/** A verdict that only says why there is no other. */
export function unknown(statement: Verdict['statement']): Verdict {
  return { status: 'unknown', statement, assumes: [] }
}
