import type { Api } from '../mapping/api.ts'
import { bind } from '../mapping/bind.ts'
import { blockingCodes } from '../mapping/blocking.ts'
import type { Given, Outcome } from '../mapping/rule.ts'
import { type Quote, prevailingQuote } from '../mapping/quote.ts'
import type { Node } from '../python/node.ts'
import type { Code } from './codes.ts'
import type { Note } from './finding.ts'
import type { Message } from './message.ts'
import type { Options } from './options.ts'
import { callReader, type SourceFile } from './source_file.ts'
import type { TorchCall } from '../mapping/api.ts'

/** What the rules make of one call. */
export type MappedCall =
  | { readonly kind: 'mapped'; readonly original: TorchCall; readonly outcomes: ReadonlyMap<string, Outcome>; readonly notes: readonly Note[] }
  | { readonly kind: 'blocked'; readonly code: Code; readonly message: Message; readonly notes: readonly Note[] }

/** Binds the call to torch's signature and asks every rule about its argument. */
export function mapCall(file: SourceFile, call: Node, api: Api, options: Options): MappedCall {
  const reader = callReader(file)
  const bound = bind(call, api.signature, reader.text)
  if (bound.kind === 'starred') return blocked('TSP206', { id: 'starred.blocks', value: reader.text(bound.starred) })
  if (bound.kind === 'invalid') return blocked('TSP208', { id: 'torch.raises', problem: bound.problem })
  const original = { arguments: bound.arguments, reader }
  const given = (parameter: string): Given | null => {
    const argument = bound.arguments.get(parameter)
    return argument ? { argument, value: reader.read(argument.value), text: reader.text(argument.value) } : null
  }
  const problem = api.raises(given)
  if (problem) return blocked('TSP208', { id: 'torch.raises', problem })
  const view = { quote: quoteOf(file), mindsporeVersion: options.mindsporeVersion, given, path: reader.path }
  const outcomes = new Map(api.rules.map(rule => [rule.parameter, rule.map(given(rule.parameter), view)]))
  return settle(original, outcomes)
}

function quoteOf(file: SourceFile): Quote {
  return prevailingQuote(file.text)
}

function blocked(code: Code, message: Message): MappedCall {
  return { kind: 'blocked', code, message, notes: [] }
}

function settle(original: TorchCall, outcomes: ReadonlyMap<string, Outcome>): MappedCall {
  const notes = [...outcomes].flatMap(([subject, outcome]) => notesOf(outcome).map(message => ({ subject, message })))
  const refused = [...outcomes.values()].filter(outcome => outcome.kind === 'refuse')
  const gravest = blockingCodes.map(code => refused.find(outcome => outcome.code === code)).find(Boolean)
  if (!gravest) return { kind: 'mapped', original, outcomes, notes }
  return { kind: 'blocked', code: gravest.code, message: gravest.note, notes: notes.filter(note => note.message !== gravest.note) }
}

function notesOf(outcome: Outcome): readonly Message[] {
  if (outcome.kind === 'absent') return []
  return outcome.kind === 'refuse' ? [outcome.note] : outcome.notes
}
