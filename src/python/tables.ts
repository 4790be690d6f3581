import type { Node } from './node.ts'
import { readString } from './string_literal.ts'
import type { Home, Value } from './value.ts'

/** A tuple, list or dictionary, or what makes one, with the module in which it stands. */
export type Literal = Value & { readonly kind: 'literal' }

/** What a tuple, list, dictionary or comprehension holds; of the arguments of a call, those that have a name. */
export function allItems(table: Node): readonly Node[] {
  const body = table.child('body')
  if (body) return [body.type === 'pair' ? (body.child('value') ?? body) : body]
  if (!/^(dictionary|argument_list)$/.test(table.type)) return table.parts.filter(({ type }) => type !== 'list_splat')
  return table.parts.flatMap(part => part.child('value') ?? [])
}

/** What is put into a table as a whole: the tables after `*` and `**`, and what a call makes one of. */
export function pouredIn(table: Node): readonly Node[] {
  const isCall = table.type === 'argument_list'
  return table.parts.flatMap(part => {
    if (/splat/.test(part.type)) return part.parts[0] ?? []
    return isCall && part.type !== 'keyword_argument' ? part : []
  })
}

/** The pairs of a dictionary. */
export function pairsOf(table: Node): readonly Node[] {
  return table.parts.filter(part => part.type === 'pair')
}

/** Whether a key is a literal whose text tells it from others. */
export function isPlain(key: Node | null): boolean {
  return key !== null && /^(string|integer|true|false|none)$/.test(key.type)
}

/** Whether the table also holds what another one holds. */
export function hasSplat(table: Node): boolean {
  return table.parts.some(part => /splat/.test(part.type))
}

/**
 * What is taken of a table: each item as a loop does, a dictionary's values, the item at a place, any item, or that under a key,
 * which is read in `reader`.
 */
export type Step = 'each' | 'value' | 'any' | number | { readonly key: Node; readonly reader: Home }

/** The steps from what an expression gives to a part of it. */
export type Path = readonly Step[]

/** The items that a step may lead to; an unknown key may be any. */
export function chosen({ node: table, home }: Literal, step: Step): readonly Node[] {
  const body = table.child('body')
  const isKeyed = /^(dictionary|argument_list)$/.test(table.type) || body?.type === 'pair'
  if (typeof step === 'object') return chosenItem(table, home, step.key, step.reader)
  if (isKeyed) return step === 'each' ? keysOf(table) : typeof step === 'number' ? [] : allItems(table)
  if (step === 'value') return []
  if (typeof step !== 'number' || body || hasSplat(table)) return allItems(table)
  return table.parts.slice(step, step + 1)
}

function keysOf(table: Node): readonly Node[] {
  const pairs = table.child('body') ? [table.child('body')] : pairsOf(table)
  return pairs.flatMap(pair => pair?.child('key') ?? [])
}

function chosenItem(table: Node, home: Home, key: Node, reader: Home): readonly Node[] {
  if (hasSplat(table)) return allItems(table)
  if (table.type === 'dictionary') return chosenPair(table, home, key, reader)
  const isIndex = /^(list|tuple|expression_list)$/.test(table.type) && /^-?\d+$/.test(reader.text(key))
  const item = isIndex ? table.parts.at(Number(reader.text(key))) : undefined
  return item ? [item] : allItems(table)
}

function chosenPair(table: Node, home: Home, key: Node, reader: Home): readonly Node[] {
  const pairs = pairsOf(table)
  if (!isPlain(key) || pairs.some(pair => !isPlain(pair.child('key')))) return allItems(table)
  const text = reader.text(key)
  const found = pairs.findLast(pair => isSameLiteral(home.text(pair.child('key') ?? pair), text))?.child('value')
  return found ? [found] : []
}

function isSameLiteral(a: string, b: string): boolean {
  return a === b || (readString(a) !== null && readString(a) === readString(b))
}
