import type { Api, Rejected, TorchCall } from '../mapping/api.ts'
import { bind } from '../mapping/bind.ts'
import { blockingCodes } from '../mapping/blocking.ts'
import type { Recipe } from '../mapping/recipe.ts'
import type { CallView, Given, Outcome } from '../mapping/rule.ts'
import type { Node } from '../python/node.ts'
import type { Code } from './codes.ts'
import { compatPath } from './compat_import.ts'
import type { Note } from './finding.ts'
import type { Message } from './message.ts'
import type { Options } from './options.ts'
import { callReader, type SourceFile } from './source_file.ts'

/** What the rules make of one call. */
export type MappedCall = Said &
  (
    | {
        readonly kind: 'mapped'
        readonly original: TorchCall
        readonly recipe: Recipe
        /** Whether something changes in silence around the call, however equal it is. */
        readonly unsafe: boolean
      }
    /** The compat class takes the call as it is; `otherwise` is said where the fix cannot be had. */
    | { readonly kind: 'compat'; readonly unsafe: boolean; readonly otherwise: Said }
    | { readonly kind: 'blocked' }
  )

/** What a finding says of a reference. */
export interface Said {
  readonly code: Code
  readonly message: Message
  readonly notes: readonly Note[]
  readonly rejected: readonly Rejected[]
}

/**
 * Binds the call to torch's signature and asks every rule about its argument. `compatUse` is what is done with the layer
 * that only the compat class can do, such as `output_size`.
 */
export function mapCall(
  file: SourceFile,
  call: Node,
  api: Api,
  options: Options,
  compatUse: string | null = null,
): MappedCall {
  const reader = callReader(file)
  const bound = bind(call, api.signature, reader.text)
  if (bound.kind === 'invalid') return blocked('TSP208', { id: 'torch.raises', problem: bound.problem })
  const given = (parameter: string): Given | null => {
    const argument = bound.arguments.get(parameter)
    return argument ? { argument, value: reader.read(argument.value), text: reader.text(argument.value) } : null
  }
  const problem = api.raises(given)
  if (problem) return blocked('TSP208', { id: 'torch.raises', problem })
  const compat = compatPath(api, options)
  if (bound.kind === 'starred') {
    const argument = reader.text(bound.starred)
    const starred = blocked('TSP206', { id: 'call.starred', argument })
    return compat ? throughCompat(compat, argument, starred) : starred
  }
  const original = { arguments: bound.arguments, reader }
  const view: CallView = {
    quote: file.quote,
    mindsporeVersion: options.mindsporeVersion,
    deviceTarget: options.deviceTarget,
    given,
    path: reader.path,
    isSettled: node => file.resolver.isSettled(node),
    mayBeTable: node => file.resolver.mayBeTable(node),
  }
  const outcomes = new Map(api.rules.map(rule => [rule.parameter, rule.map(given(rule.parameter), view)]))
  const inPlace = settle(original, outcomes, api, view)
  const reason = compat ? compatReason(outcomes, inPlace, compatUse) : null
  return compat && reason ? throughCompat(compat, reason, inPlace) : inPlace
}

function blocked(code: Code, message: Message): MappedCall {
  return { kind: 'blocked', code, message, notes: [], rejected: [] }
}

/** The parameter on whose account the call becomes one of the compat class; null where it need not, or cannot either. */
function compatReason(
  outcomes: ReadonlyMap<string, Outcome>,
  inPlace: MappedCall,
  compatUse: string | null,
): string | null {
  const refused = [...outcomes].filter(([, outcome]) => outcome.kind === 'refuse')
  if (refused.some(([, outcome]) => outcome.kind === 'refuse' && outcome.everywhere)) return null
  const composed = [...outcomes].filter(([, outcome]) => outcome.kind === 'compose')
  return inPlace.code === 'TSP208' ? null : ([...refused, ...composed][0]?.[0] ?? compatUse)
}

function throughCompat(path: string, subject: string, otherwise: MappedCall): MappedCall {
  const ascend = otherwise.code === 'TSP209' || otherwise.notes.some(({ message }) => message.id === 'groups.ascend')
  const notes = [{ subject, message: { id: 'compat.takes' } as const }]
  const said: Said = { code: 'TSP103', message: { id: 'call.compat', path }, notes, rejected: otherwise.rejected }
  if (!ascend) return { ...said, kind: 'compat', unsafe: false, otherwise }
  return { ...said, code: 'TSP209', message: { id: 'groups.ascend' }, kind: 'compat', unsafe: true, otherwise }
}

function settle(original: TorchCall, outcomes: ReadonlyMap<string, Outcome>, api: Api, view: CallView): MappedCall {
  const notes = [...outcomes].flatMap(([subject, outcome]) => notesOf(outcome).map(message => ({ subject, message })))
  const composes = [...outcomes.values()].some(outcome => outcome.kind === 'compose')
  const rejected = composes ? api.rejected(original, view) : []
  const gravest = gravestOf(outcomes)
  if (gravest) return { ...gravest, notes, rejected }
  const recipe = composes ? api.compose(original, outcomes, view) : plain(api, outcomes)
  if ('parameter' in recipe) {
    const { code, parameter, note } = recipe
    return { ...standsInTheWay(code, parameter), notes: [{ subject: parameter, message: note }, ...notes], rejected }
  }
  return { kind: 'mapped', original, recipe, rejected, ...saidOf(recipe, notes) }
}

function saidOf(
  { code, note, unsafe }: Recipe,
  notes: readonly Note[],
): Omit<Said, 'rejected'> & { readonly unsafe: boolean } {
  const all = [...(note ? [note] : []), ...(unsafe ? [{ subject: '', message: unsafe }] : []), ...notes]
  const ascend = notes.find(each => each.message.id === 'groups.ascend')
  if (ascend)
    return { code: 'TSP209', message: ascend.message, notes: all.filter(each => each !== ascend), unsafe: true }
  return {
    code,
    message: { id: code === 'TSP102' ? 'call.composed' : 'call.plain' },
    notes: all,
    unsafe: unsafe !== null,
  }
}

function plain({ counterpart }: Api, outcomes: ReadonlyMap<string, Outcome>): Recipe {
  return { code: 'TSP101', callee: `{nn}.${counterpart}`, after: '', outcomes, unsafe: null, note: null }
}

function standsInTheWay(code: Code, parameter: string) {
  return { kind: 'blocked', code, message: { id: 'call.blocked', parameter } } as const
}

function gravestOf(outcomes: ReadonlyMap<string, Outcome>) {
  for (const code of blockingCodes)
    for (const [parameter, outcome] of outcomes)
      if (outcome.kind === 'refuse' && outcome.code === code) return standsInTheWay(code, parameter)
  return null
}

function notesOf(outcome: Outcome): readonly Message[] {
  if (outcome.kind === 'absent' || outcome.kind === 'compose') return []
  return outcome.kind === 'refuse' ? [outcome.note] : outcome.notes
}
