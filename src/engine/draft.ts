import type { Api, TorchCall } from '../mapping/api.ts'
import { rewriteCall } from '../mapping/rewrite.ts'
import type { Outcome } from '../mapping/rule.ts'
import type { Node } from '../python/node.ts'
import type { Edit } from '../text/edit.ts'
import type { MindSporeNames } from './mindspore_import.ts'
import type { SourceFile } from './source_file.ts'

/** A rewrite of one call that is not certified yet. */
export interface Draft {
  readonly call: Node
  readonly api: Api
  readonly original: TorchCall
  /** The edit of the callee: where the rewritten call begins. */
  readonly callee: Edit
  readonly edits: readonly Edit[]
}

export type Outcomes = ReadonlyMap<string, Outcome>

/** Whether the replacement names the package itself, as `ms.float16` does. */
export function needsPackage(outcomes: Outcomes): boolean {
  return [...outcomes.values()].some(each => each.kind === 'pass' && each.value.kind === 'text' && each.value.text.includes('{ms}'))
}

export function draftCall(
  file: SourceFile,
  call: Node,
  api: Api,
  original: TorchCall,
  outcomes: Outcomes,
  names: MindSporeNames,
): Draft | null {
  const callee = `${names.nn}.${api.counterpart}`
  const named = [...outcomes].map(([parameter, outcome]) => ({
    argument: original.arguments.get(parameter) ?? null,
    outcome: withNames(outcome, names),
  }))
  const edits = rewriteCall(file.text, call, { callee, after: '', outcomes: named, positions: api.positions })
  const edit = edits.find(each => each.span.start === call.child('function')?.start)
  if (!edit) return null
  return { call, api, original, callee: edit, edits: names.edit ? [names.edit, ...edits] : edits }
}

function withNames(outcome: Outcome, { ms }: MindSporeNames): Outcome {
  if (outcome.kind !== 'pass' || outcome.value.kind !== 'text' || ms === null) return outcome
  return { ...outcome, value: { kind: 'text', text: outcome.value.text.replace('{ms}', ms) } }
}
