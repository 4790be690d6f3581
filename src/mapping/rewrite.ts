import { type Node, walk } from '../python/node.ts'
import type { Edit } from '../text/edit.ts'
import { type Offset, span } from '../text/span.ts'
import { type Argument, callItems } from './bind.ts'
import { printQuoted } from './quote.ts'
import type { Outcome } from './rule.ts'

/** A call as it shall be: another callee, each argument's outcome, and what stands around the whole. */
export interface Rewrite {
  readonly callee: string
  readonly after: string
  readonly outcomes: readonly { readonly argument: Argument | null; readonly outcome: Outcome }[]
  /** How many parameters at the front have the same place in both signatures, and may stay positions. */
  readonly positions: number
}

/** The edits that write another name in place of a dotted one. Where a comment or a line end stands in it, that stays. */
export function renameDotted(source: string, node: Node, name: string): readonly Edit[] {
  const object = node.child('object')
  const last = node.child('attribute')
  if (!object || !last || !/[#\r\n]/.test(source.slice(object.end, last.start)))
    return [{ span: span(node.start, node.end), content: name }]
  const at = name.lastIndexOf('.')
  const dot = node.children.find(each => each.type === '.')
  const before: Edit = { span: span(object.start, object.end), content: name.slice(0, Math.max(0, at)) }
  const gone: readonly Edit[] = at < 0 && dot ? [{ span: span(dot.start, dot.end), content: '' }] : []
  return [before, ...gone, { span: span(last.start, last.end), content: name.slice(at + 1) }]
}

/** The smallest edits that turn the call into the rewrite; comments and layout stay. */
export function rewriteCall(source: string, call: Node, rewrite: Rewrite): readonly Edit[] {
  return new Rewriter(source, call, rewrite).edits()
}

class Rewriter {
  private readonly source: string
  private readonly call: Node
  private readonly rewrite: Rewrite
  private readonly items: readonly Node[]
  private readonly written: Edit[] = []

  constructor(source: string, call: Node, rewrite: Rewrite) {
    this.source = source
    this.call = call
    this.rewrite = rewrite
    this.items = callItems(call)
  }

  edits(): readonly Edit[] {
    const callee = this.call.child('function')
    if (callee) this.written.push(...renameDotted(this.source, callee, this.rewrite.callee))
    this.insert(this.call.end, this.rewrite.after)
    const added: string[] = []
    const dropped: Argument[] = []
    for (const { argument, outcome } of this.rewrite.outcomes) {
      if (outcome.kind === 'add') added.push(...outcome.arguments)
      if (argument && outcome.kind === 'drop') dropped.push(argument)
      if (argument && outcome.kind === 'pass') this.pass(argument, outcome)
    }
    this.dropAndAdd(dropped, added)
    return [...this.written].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  }

  private replace(start: Offset, end: Offset, content: string): void {
    this.written.push({ span: span(start, end), content })
  }

  private insert(at: Offset, content: string): void {
    if (content) this.replace(at, at, content)
  }

  private pass(argument: Argument, outcome: Outcome & { kind: 'pass' }): void {
    const { item, name, value } = argument
    const isPair = item.type === 'pair'
    const gap = lineStartBefore(this.source, item) ?? ' '
    const before = outcome.before.map(each => `${isPair ? asPair(each) : each},${gap}`).join('')
    const opening = outcome.value.kind === 'wrapped' ? outcome.value.before : ''
    const inner = outcome.value.kind === 'wrapped' ? outcome.value.inner : null
    if (name) {
      this.insert(item.start, before)
      this.rename(name, outcome.keyword)
      this.insert((inner ?? value).start, opening)
    } else {
      const stays = this.items.indexOf(item) < this.rewrite.positions
      const parenthesis = !stays && value.type === 'named_expression' ? '(' : ''
      const keyword = stays ? '' : `${before}${outcome.keyword}=`
      if (inner) this.insert(item.start, keyword)
      this.insert((inner ?? item).start, (inner ? '' : keyword) + opening + parenthesis)
      if (parenthesis) this.insert(item.end, ')')
    }
    this.newValue(value, outcome)
  }

  private rename(name: Node, keyword: string): void {
    if (this.source.slice(name.start, name.end) === keyword) return
    if (name.type !== 'string') return this.replace(name.start, name.end, keyword)
    const text = this.source.slice(name.start, name.end)
    const quote = /^[rRuU]*('''|"""|'|")/.exec(text)?.[1] ?? "'"
    if (text !== printQuoted(keyword, quote)) this.replace(name.start, name.end, printQuoted(keyword, quote))
  }

  private newValue(node: Node, { value }: Outcome & { kind: 'pass' }): void {
    if (value.kind === 'text') {
      this.insert(node.start, value.text)
      this.clear(node.start, node.end, node)
    }
    if (value.kind !== 'wrapped') return
    if (value.inner && hasComment(node)) this.unwrapAround(node, value.inner)
    else if (value.inner) {
      this.replace(node.start, value.inner.start, '')
      this.replace(value.inner.end, node.end, '')
    }
    this.insert((value.inner ?? node).end, value.after)
  }

  /** A tuple or list of one becomes that one in parentheses, so that comments inside stay where they are. */
  private unwrapAround(node: Node, inner: Node): void {
    const comma = commaAfter(inner)
    if (comma) this.replace(comma.start, comma.end, '')
    for (const token of node.children) {
      if (token.type === '[') this.replace(token.start, token.end, '(')
      if (token.type === ']') this.replace(token.start, token.end, ')')
    }
  }

  /** Deletes what stands between two offsets, but not the comments there. */
  private clear(start: Offset, end: Offset, inside: Node): void {
    const comments = [...walk(inside)].filter(each => each.type === 'comment' && each.start >= start && each.end <= end)
    if (comments.length === 0) return this.replace(start, end, '')
    const tokens = [...walk(inside)].filter(
      each => each.children.length === 0 && each.start >= start && each.end <= end,
    )
    for (const token of tokens) if (token.type !== 'comment') this.replace(token.start, token.end, '')
  }

  /** Arguments that are added take the place of a last one that goes, or follow the last one. */
  private dropAndAdd(dropped: readonly Argument[], added: readonly string[]): void {
    const gone = new Set(dropped.map(({ item }) => item))
    const last = this.items.at(-1)
    const replaced = last && gone.has(last) && added.length > 0 ? last : null
    if (replaced) this.replaceItem(replaced, added)
    else if (last && added.length > 0) this.append(last, added)
    const tail = replaced ? [] : this.items.slice(this.items.findLastIndex(item => !gone.has(item)) + 1)
    for (const item of gone) if (item !== replaced && !tail.includes(item)) this.drop(item)
    this.dropTail(tail)
  }

  private replaceItem(item: Node, added: readonly string[]): void {
    const gap = lineStartBefore(this.source, item) ?? ' '
    this.insert(item.start, added.join(`,${gap}`))
    this.clear(item.start, item.end, item)
  }

  private drop(item: Node): void {
    const comma = commaAfter(item)
    if (comma) return this.dropWithComma(item, comma)
    const before = commaBefore(item)
    if (before && !/[#\r\n]/.test(this.source.slice(before.end, item.end)))
      return this.replace(before.start, item.end, '')
    this.clear(item.start, item.end, item)
    const gap = /^[ \t]*(?=#)/.exec(this.source.slice(item.end, item.end + 200))?.[0].length ?? 0
    if (gap > 0) this.replace(item.end, forward(item.end, gap), '')
  }

  /** The last arguments go with the comma before them, or with the one behind, unless a comment stands among them. */
  private dropTail(items: readonly Node[]): void {
    const [first] = items
    const last = items.at(-1)
    if (!first || !last) return
    const before = commaBefore(first)
    const behind = commaAfter(last)
    const start = behind ? (before?.end ?? first.start) : (before?.start ?? first.start)
    const end = behind?.end ?? last.end
    if (!this.source.slice(start, end).includes('#')) return this.replace(start, end, '')
    // The comma before the last one goes with the one before it.
    const rest = items.length > 1 && !behind ? items.slice(0, -1) : items
    for (const item of rest) this.drop(item)
    if (rest.length < items.length) this.clear(last.start, last.end, last)
  }

  private dropWithComma(item: Node, comma: Node): void {
    if (/[#\r\n]/.test(this.source.slice(item.end, comma.start)) || hasComment(item)) {
      this.clear(item.start, item.end, item)
      return this.replace(comma.start, comma.end, '')
    }
    const indent = lineStartBefore(this.source, item)?.replace(/[\r\n]/g, '')
    const lineEnd = /^[ \t]*(\r\n|\r|\n)/.exec(this.source.slice(comma.end, comma.end + 200))
    if (indent !== undefined && lineEnd)
      return this.replace(back(item.start, indent.length), forward(comma.end, lineEnd[0].length), '')
    const gap = /^[ \t]*/.exec(this.source.slice(comma.end, comma.end + 200))?.[0].length ?? 0
    this.replace(item.start, forward(comma.end, lineEnd ? 0 : gap), '')
  }

  /** Behind the last argument; on lines of their own where that one has its own line. */
  private append(last: Node, added: readonly string[]): void {
    const isSplat = last.type === 'dictionary_splat'
    const indent = lineStartBefore(this.source, last)
    if (!indent || isSplat) return this.insert(last.end, added.map(each => `, ${each}`).join(''))
    const list = last.parent?.children ?? []
    const rest = list.slice(list.indexOf(last) + 1)
    const comma = rest.find(each => each.type === ',')
    const from = comma ?? last
    const comment = rest.find(each => each.type === 'comment' && each.start >= from.end)
    const beside = comment && !/[\r\n]/.test(this.source.slice(from.end, comment.start)) ? comment : from
    if (!comma) this.insert(last.end, ',')
    this.insert(beside.end, added.map(each => indent + each).join(',') + (comma ? ',' : ''))
  }
}

/** The line end and indentation before an argument that begins a line; null for one that does not. */
function lineStartBefore(source: string, item: Node): string | null {
  let start: number = item.start
  while (source[start - 1] === ' ' || source[start - 1] === '\t') start--
  const end = /(\r\n|\r|\n)$/.exec(source.slice(start - 2, start))?.[0]
  return end ? end + source.slice(start, item.start) : null
}

/** The comma before an argument, past comments. */
function commaBefore(item: Node): Node | null {
  const list = item.parent?.children ?? []
  const previous = list.slice(0, list.indexOf(item)).findLast(each => each.type !== 'comment')
  return previous?.type === ',' ? previous : null
}

function hasComment(node: Node): boolean {
  return [...walk(node)].some(each => each.type === 'comment')
}

/** The comma behind an argument, past comments. */
function commaAfter(item: Node): Node | null {
  const list = item.parent?.children ?? []
  const following = list.slice(list.indexOf(item) + 1).find(each => each.type !== 'comment')
  return following?.type === ',' ? following : null
}

function asPair(argument: string): string {
  const [name, ...value] = argument.split('=')
  const quote = argument.includes('"') ? '"' : "'"
  return `${quote}${name}${quote}: ${value.join('=')}`
}

function back(offset: Offset, units: number): Offset {
  return span(offset - units, offset).start
}

function forward(offset: Offset, units: number): Offset {
  return span(offset, offset + units).end
}
