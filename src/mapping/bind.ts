import type { Node } from '../python/node.ts'
import { readString } from '../python/string_literal.ts'
import type { Signature } from './signature.ts'

/** What one parameter is given. `item` is all that stands in the call for it: the value, `name=value`, or a pair of a `**{…}`. */
export interface Argument {
  readonly parameter: string
  readonly value: Node
  readonly item: Node
  /** Where the parameter's name stands: null for a position. */
  readonly name: Node | null
}

/** Why Python refuses the call. */
export type Problem =
  | { readonly kind: 'missing'; readonly parameters: readonly string[] }
  | { readonly kind: 'duplicate'; readonly parameter: string }
  | { readonly kind: 'unexpected'; readonly keyword: string }
  | { readonly kind: 'too-many'; readonly given: number; readonly most: number }
  /** Python does not even compile it; the grammar takes it. */
  | { readonly kind: 'behind-keyword' }

export type BoundCall =
  | { readonly kind: 'bound'; readonly arguments: ReadonlyMap<string, Argument> }
  /** Some arguments are only known when the program runs; `starred` is the first of them, `arguments` are those by keyword. */
  | { readonly kind: 'starred'; readonly starred: Node; readonly arguments: ReadonlyMap<string, Argument> }
  | { readonly kind: 'invalid'; readonly problem: Problem }

/** Binds a call's arguments to a signature as Python does. `text` gives a node's source. */
export function bind(call: Node, signature: Signature, text: (node: Node) => string): BoundCall {
  const items = callItems(call).flatMap(item => openLiteral(item, text))
  const starred = items.find(item => item.type === 'list_splat' || item.type === 'dictionary_splat')
  const binder = new Binder(signature, text)
  return starred ? binder.bindAround(starred, items) : binder.bind(items)
}

/** The arguments as they stand in the call, without comments. */
export function callItems(call: Node): readonly Node[] {
  const list = call.child('arguments')
  if (!list) return []
  return list.type === 'argument_list' ? list.parts : [list]
}

/** The pairs of a `**{'name': value}` that stands in the call, whose keys are all plain strings. */
function openLiteral(item: Node, text: (node: Node) => string): readonly Node[] {
  const dictionary = item.type === 'dictionary_splat' ? item.parts[0] : null
  if (dictionary?.type !== 'dictionary') return [item]
  const keys = dictionary.parts.map(pair => keyOf(pair, text))
  // Of two equal keys Python takes the last; which would be lost here.
  return keys.includes(null) || new Set(keys).size < keys.length ? [item] : dictionary.parts
}

function keyOf(pair: Node, text: (node: Node) => string): string | null {
  const key = pair.type === 'pair' ? pair.child('key') : null
  return key?.type === 'string' && !key.has('interpolation') ? readString(text(key)) : null
}

class Binder {
  private readonly signature: Signature
  private readonly text: (node: Node) => string
  private readonly bound = new Map<string, Argument>()
  private positions = 0
  private hasKeyword = false

  constructor(signature: Signature, text: (node: Node) => string) {
    this.signature = signature
    this.text = text
  }

  bind(items: readonly Node[]): BoundCall {
    for (const item of items) {
      const problem = this.add(item)
      if (problem) return { kind: 'invalid', problem }
    }
    const { parameters } = this.signature
    const most = parameters.length
    if (this.positions > most) return { kind: 'invalid', problem: { kind: 'too-many', given: this.positions, most } }
    const missing = parameters
      .filter(({ name, default: value }) => !value && !this.bound.has(name))
      .map(({ name }) => name)
    if (missing.length > 0) return { kind: 'invalid', problem: { kind: 'missing', parameters: missing } }
    return { kind: 'bound', arguments: this.bound }
  }

  /** What can be bound beside starred arguments: keywords, whose parameters are certain. */
  bindAround(starred: Node, items: readonly Node[]): BoundCall {
    for (const item of items) {
      const problem = item.type === 'keyword_argument' || item.type === 'pair' ? this.add(item) : null
      if (problem) return { kind: 'invalid', problem }
    }
    return { kind: 'starred', starred, arguments: this.bound }
  }

  private add(item: Node): Problem | null {
    if (item.type === 'keyword_argument') return this.keyword(item, item.child('name'), item.child('value'))
    if (item.type === 'pair') return this.keyword(item, item.child('key'), item.child('value'))
    if (this.hasKeyword) return { kind: 'behind-keyword' }
    const parameter = this.signature.parameters[this.positions++]
    if (parameter) this.bound.set(parameter.name, { parameter: parameter.name, value: item, item, name: null })
    return null
  }

  private keyword(item: Node, name: Node | null, value: Node | null): Problem | null {
    this.hasKeyword = true
    if (!name || !value) return null
    const keyword = name.type === 'string' ? (readString(this.text(name)) ?? this.text(name)) : this.text(name)
    if (!this.signature.parameters.some(each => each.name === keyword)) return { kind: 'unexpected', keyword }
    if (this.bound.has(keyword)) return { kind: 'duplicate', parameter: keyword }
    this.bound.set(keyword, { parameter: keyword, value, item, name })
    return null
  }
}
