import type { Certificate } from './certificate.ts'
import { mapLayer } from './layer.ts'
import type { KernelMessage } from './message.ts'
import { Symbols } from './symbols.ts'
import type { SymbolicPipeline } from './window.ts'

/** Says whether two pipelines are the same layers with equal arguments, whatever the names in them stand for; if so, by `statement`. */
export function certifySame(before: SymbolicPipeline, after: SymbolicPipeline, statement: KernelMessage): Certificate {
  const symbols = new Symbols()
  const key = symbols.key.bind(symbols)
  const written = (pipeline: SymbolicPipeline) => JSON.stringify(pipeline.map(layer => mapLayer(layer, key, key)))
  if (written(before) === written(after)) return { status: 'proved', statement, assumes: [] }
  return { status: 'unknown', statement: { id: 'proof.unknown', reason: 'other-arguments' }, assumes: [] }
}
