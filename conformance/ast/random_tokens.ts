import fc from 'fast-check'

/** A token, and which kind of space stands before it. */
export interface Token {
  readonly text: string
  readonly gap: number
}

export type Tokens = readonly Token[]

/** Tokens; a text stands for those that it holds, with blanks between. */
export type Piece = string | fc.Arbitrary<Tokens>

const gaps = 40

/** A token of the text, or of one of the texts. */
export function token(...texts: readonly string[]): fc.Arbitrary<Tokens> {
  return fc.record({ text: fc.constantFrom(...texts), gap: fc.nat({ max: gaps - 1 }) }).map(each => [each])
}

/** One after the other. */
export function row(...parts: readonly Piece[]): fc.Arbitrary<Tokens> {
  const all = parts.flatMap(part => (typeof part === 'string' ? part.split(' ').map(each => token(each)) : [part]))
  return fc.tuple(...all).map(each => each.flat())
}

export function maybe(...parts: readonly Piece[]): fc.Arbitrary<Tokens> {
  return fc.oneof(fc.constant([]), row(...parts))
}

export function either(...parts: readonly Piece[]): fc.Arbitrary<Tokens> {
  return fc.oneof(...parts.map(part => (typeof part === 'string' ? row(part) : part)))
}

/** Several with a token between, and perhaps one behind the last. */
export function list(item: fc.Arbitrary<Tokens>, between: string, least: number, mayEnd = true): fc.Arbitrary<Tokens> {
  const more = fc
    .array(row(between, item), { minLength: Math.max(0, least - 1), maxLength: 2 })
    .map(each => each.flat())
  const some = row(item, more, mayEnd ? maybe(between) : fc.constant([]))
  return least > 0 ? some : fc.oneof(fc.constant<Tokens>([]), some)
}

const outside: Readonly<Record<number, string>> = { 0: '  ', 1: '\t', 2: '\f', 3: '\\\n', 4: ' \\\n\t', 5: '\\\r\n  ' }
const inside: Readonly<Record<number, string>> = {
  ...outside,
  6: '\n',
  7: '\r\n    ',
  8: ' # 采样 😀 "\n',
  9: '\n\n\t# (\n',
  10: ' \n',
}
const oneLine: Readonly<Record<number, string>> = { 0: '  ' }

function spaces(isInBrackets: boolean, isOneLine: boolean): Readonly<Record<number, string>> {
  if (isOneLine) return oneLine
  return isInBrackets ? inside : outside
}

const openers = new Set(['(', '[', '{'])
const closers = new Set([')', ']', '}'])

/** The text of tokens. Where no lines may be continued, only blanks stand between them. */
export function textOf(tokens: Tokens, isOneLine = false): string {
  let text = ''
  let depth = 0
  for (const { text: next, gap } of tokens) {
    if (closers.has(next)) depth--
    text += text === '' ? '' : (spaces(depth > 0, isOneLine)[gap] ?? (gap < 25 ? ' ' : between(text, next)))
    text += next
    if (openers.has(next)) depth++
  }
  return text
}

/** As little as can be: numbers may touch keywords, and strings any word that is no prefix. */
function between(text: string, next: string): string {
  if (/[\w\u0080-\uffff]$/.test(text) && /^[\w\u0080-\uffff]/.test(next)) {
    const isNumber = /(^|[^\w.])([1-9]\d*|0)$/.test(text)
    return isNumber && /^(if|in|is|and|or)$/.test(next) && !text.endsWith('0') ? '' : ' '
  }
  if (/[\w\u0080-\uffff]$/.test(text) && /^["']/.test(next)) return ' '
  if (/[\d.]$/.test(text) && next.startsWith('.')) return ' '
  return /[-+*/%@&|^<>=!:]$/.test(text) && /^[-+*/%@&|^<>=!:]/.test(next) ? ' ' : ''
}
