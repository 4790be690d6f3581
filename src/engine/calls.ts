import type { Api, Rejected, TorchCall } from '../mapping/api.ts'
import { bind } from '../mapping/bind.ts'
import { blockingCodes } from '../mapping/blocking.ts'
import type { Recipe } from '../mapping/recipe.ts'
import type { CallView, Given, Outcome } from '../mapping/rule.ts'
import type { Node } from '../python/node.ts'
import type { Code } from './codes.ts'
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
    | { readonly kind: 'blocked' }
  )

interface Said {
  readonly code: Code
  readonly message: Message
  readonly notes: readonly Note[]
  readonly rejected: readonly Rejected[]
}

/** Binds the call to torch's signature and asks every rule about its argument. */
export function mapCall(file: SourceFile, call: Node, api: Api, options: Options): MappedCall {
  const reader = callReader(file)
  const bound = bind(call, api.signature, reader.text)
  if (bound.kind === 'invalid') return blocked('TSP208', { id: 'torch.raises', problem: bound.problem })
  const given = (parameter: string): Given | null => {
    const argument = bound.arguments.get(parameter)
    return argument ? { argument, value: reader.read(argument.value), text: reader.text(argument.value) } : null
  }
  const problem = api.raises(given)
  if (problem) return blocked('TSP208', { id: 'torch.raises', problem })
  if (bound.kind === 'starred') return blocked('TSP206', { id: 'call.starred', argument: reader.text(bound.starred) })
  const original = { arguments: bound.arguments, reader }
  const view: CallView = {
    quote: file.quote,
    mindsporeVersion: options.mindsporeVersion,
    deviceTarget: options.deviceTarget,
    given,
    path: reader.path,
    isSettled: node => file.resolver.isSettled(node),
  }
  const outcomes = new Map(api.rules.map(rule => [rule.parameter, rule.map(given(rule.parameter), view)]))
  return settle(original, outcomes, api, view)
}

function blocked(code: Code, message: Message): MappedCall {
  return { kind: 'blocked', code, message, notes: [], rejected: [] }
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
