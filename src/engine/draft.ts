import type { Certificate } from '../kernel/certificate.ts'
import type { Api, TorchCall } from '../mapping/api.ts'
import type { Recipe } from '../mapping/recipe.ts'
import { rewriteCall } from '../mapping/rewrite.ts'
import type { Outcome } from '../mapping/rule.ts'
import type { Node } from '../python/node.ts'
import type { Edit } from '../text/edit.ts'
import type { Group } from './groups.ts'
import type { MindSporeNames } from './mindspore_import.ts'
import type { RewrittenFile } from './rewritten_file.ts'
import { callReader, type SourceFile } from './source_file.ts'

/** A rewrite of one reference that is not certified yet. */
export interface Draft {
  /** The edit that writes what stands in place of torch's class. */
  readonly callee: Edit
  readonly edits: readonly Edit[]
  /** Whether attributes of the layer are as the counterpart's are. */
  readonly likeCounterpart: boolean
  /** The references with which it is applied, or not at all; null for one by itself. */
  readonly group: Group | null
  /** Judges the rewrite at its new place. */
  readonly certify: (rewritten: RewrittenFile) => Certificate
}

/** Whether the replacement names the package itself, as `ms.float16` does. */
export function needsPackage({ callee, outcomes }: Recipe): boolean {
  const texts = [...outcomes.values()].map(each =>
    each.kind === 'pass' && each.value.kind === 'text' ? each.value.text : '',
  )
  return [callee, ...texts].some(text => text.includes('{ms}'))
}

/** Writes the recipe's edits, with the names that MindSpore has in the file. */
export function draftCall(
  file: SourceFile,
  call: Node,
  api: Api,
  original: TorchCall,
  recipe: Recipe,
  names: MindSporeNames,
): Draft | null {
  const named = (text: string) => text.replaceAll('{nn}', names.nn).replaceAll('{ms}', names.ms ?? names.nn)
  const outcomes = [...recipe.outcomes].map(([parameter, outcome]) => ({
    argument: original.arguments.get(parameter) ?? null,
    outcome: withNames(outcome, named),
  }))
  const edits = rewriteCall(file.text, call, {
    callee: named(recipe.callee),
    after: named(recipe.after),
    outcomes,
    positions: api.positions,
  })
  const callee = edits.find(each => each.span.start === call.child('function')?.start)
  if (!callee) return null
  return {
    callee,
    edits: names.edit ? [names.edit, ...edits] : edits,
    likeCounterpart: recipe.code === 'TSP101',
    group: null,
    certify: rewritten => certifyCall(rewritten, callee),
  }

  function certifyCall(rewritten: RewrittenFile, callee: Edit): Certificate {
    const after = rewritten.call(call, callee)
    if (!after) return unread
    const moved = { ...original, reader: callReader(file, rewritten.edited.moved) }
    return api.certify(moved, after, callReader(rewritten.after))
  }
}

function withNames(outcome: Outcome, named: (text: string) => string): Outcome {
  if (outcome.kind !== 'pass' || outcome.value.kind !== 'text') return outcome
  return { ...outcome, value: { kind: 'text', text: named(outcome.value.text) } }
}

/** Of what is not found at its new place, nothing can be said. */
export const unread: Certificate = {
  status: 'unknown',
  statement: { id: 'proof.unknown', reason: 'not-read' },
  assumes: [],
}
