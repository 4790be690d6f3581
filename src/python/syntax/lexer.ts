import { Indents } from './indents.ts'
import { NotRead } from './not_read.ts'
import { interned } from './operators.ts'

/** How a string literal is written. */
export interface Quoting {
  readonly quote: number
  readonly isTriple: boolean
  readonly isRaw: boolean
  readonly isFormat: boolean
  readonly isBytes: boolean
}

/** What a comment takes up. */
export interface Comment {
  readonly start: number
  readonly end: number
}

/**
 * The tokens of Python, one at a time, as tree-sitter-python cuts them: `type` is a keyword or operator as it is written, or
 * the name of what else it is. `newline`, `indent` and `dedent` take up no room, and lie where the grammar's own tokens do.
 */
export class Lexer {
  readonly source: string
  private comments: Comment[] = []
  protected type = 'newline'
  protected start = 0
  protected end = 0
  /** From where the next token is looked for. */
  private at = 0
  /** Brackets that are open: within them, a line's end is nothing. */
  protected brackets = 0
  private readonly indents = new Indents()
  private isLineStart = true

  /** Reading begins at an offset where a line begins that is not indented. */
  constructor(source: string, start = 0) {
    this.source = source
    this.at = start
    this.end = start
  }

  /** The comments that were met since they were taken last. */
  takeComments(): readonly Comment[] {
    const { comments } = this
    this.comments = []
    return comments
  }

  /** The text was looked at up to here. */
  get looked(): number {
    return Math.max(this.at, this.end)
  }

  /** Goes on to the next token. */
  protected advance(): void {
    const dedent = this.indents.nextDedent()
    if (dedent !== null) this.put('dedent', dedent, dedent)
    else if (this.isLineStart) this.startLine()
    else this.token(this.skipBlanks(this.at))
  }

  /** Lets the next token begin at an offset, which is where reading a string's content ended. */
  protected resumeAt(offset: number): void {
    this.end = offset
    this.at = offset
    this.advance()
  }

  private put(type: string, start: number, end: number): void {
    this.type = type
    this.start = start
    this.end = end
  }

  private found(type: string, start: number, end: number): void {
    this.put(type, start, end)
    this.at = end
  }

  /** Whether the token is of the type, now: asking does not narrow what it may be later. */
  protected is(type: string): boolean {
    return this.type === type
  }

  protected text(): string {
    return this.source.slice(this.start, this.end)
  }

  protected code(at: number): number {
    return at < this.source.length ? this.source.charCodeAt(at) : 0
  }

  /** Whether an opening square bracket follows the token. */
  protected isBeforeBracket(): boolean {
    const known = this.comments.length
    const at = this.skipBlanks(this.at)
    // They are met again when the next token is gone to.
    this.comments.length = known
    return this.code(at) === leftBracket
  }

  /** How the string is quoted whose first token this is. */
  protected quoting(): Quoting {
    const { start, end } = this
    const quote = this.code(end - 1)
    const isTriple = end - 2 > start && this.code(end - 2) === quote
    const prefix = this.source.slice(start, end - (isTriple ? 3 : 1)).toLowerCase()
    return {
      quote,
      isTriple,
      isRaw: prefix.includes('r'),
      isFormat: prefix.includes('f') || prefix.includes('t'),
      isBytes: prefix.includes('b'),
    }
  }

  /** The first line with a token: how far it is indented, and what lies before it. */
  private startLine(): void {
    this.isLineStart = false
    const { indents } = this
    indents.startLines(this.end)
    const at = this.skipLines(this.skipIndent(this.at))
    this.at = at
    const change = indents.change(at >= this.source.length)
    if (change === 'indent') this.put('indent', at, at)
    else if (change === 'dedent') this.advance()
    else this.token(at)
  }

  /** Over lines without a token. */
  private skipLines(from: number): number {
    let at = from
    for (let code = this.code(at); isLineEnd(code) || code === hash; code = this.code(at)) {
      if (code === hash) {
        at = this.skipComment(at)
        this.indents.comment(at)
      } else at = this.skipIndent(at + 1)
    }
    return at
  }

  private skipIndent(from: number): number {
    let at = from
    this.indents.restart()
    for (;;) {
      const code = this.code(at)
      if (code === space) this.indents.width++
      else if (code === tab) this.indents.width += 8
      else if (code === formFeed) this.indents.width = 0
      else if (code === byteOrderMark && at === 0) this.indents.width = 0
      else return at
      at++
    }
  }

  private skipBlanks(from: number): number {
    let at = from
    for (;;) {
      const code = this.code(at)
      if (isBlank(code)) at++
      else if (code === hash) at = this.skipComment(at)
      else if (code === backslash) at = this.skipContinuation(at)
      else if (isLineEnd(code) && this.brackets > 0) at++
      else return at
    }
  }

  private skipComment(start: number): number {
    let end = start
    while (end < this.source.length && !isLineEnd(this.source.charCodeAt(end))) end++
    this.comments.push({ start, end })
    return end
  }

  private skipContinuation(at: number): number {
    const next = this.code(at + 1)
    if (!isLineEnd(next)) throw new NotRead(at)
    return at + (next === carriageReturn && this.code(at + 2) === lineFeed ? 3 : 2)
  }

  private token(at: number): void {
    const { source } = this
    if (at >= source.length) return this.endOfText(at)
    const code = source.charCodeAt(at)
    if (code >= 128 || isWordPart[code] === 1) {
      if (code >= zero && code <= nine) this.number(at)
      else this.word(at)
    } else if (code === doubleQuote || code === singleQuote) this.stringStart(at, at)
    else if (isLineEnd(code)) this.newline(at)
    else this.operator(at, code)
  }

  private endOfText(at: number): void {
    if (this.brackets > 0) throw new NotRead(at)
    if (this.type === 'newline' || this.type === 'dedent') this.put('end', at, at)
    else this.newline(at)
  }

  /** A line ends behind its last token, or the comment that follows it. */
  private newline(at: number): void {
    this.at = at
    const comment = this.comments[this.comments.length - 1]
    const end = Math.max(this.end, comment ? comment.end : 0)
    this.isLineStart = true
    this.put('newline', end, end)
  }

  private word(start: number): void {
    const end = this.wordEnd(start)
    const next = this.code(end)
    if ((next === doubleQuote || next === singleQuote) && end - start <= 2) {
      if (prefixes.has(this.source.slice(start, end).toLowerCase())) return this.stringStart(start, end)
    }
    const type = end - start <= longestKeyword ? keywords.get(this.source.slice(start, end)) : undefined
    this.found(type ?? 'identifier', start, end)
  }

  private wordEnd(start: number): number {
    const { source } = this
    let end = start
    for (; end < source.length; end++) {
      const code = source.charCodeAt(end)
      if (code >= 128) return this.wideWordEnd(start)
      if (isWordPart[code] !== 1) break
    }
    return end
  }

  private wideWordEnd(start: number): number {
    wideWord.lastIndex = start
    if (!wideWord.test(this.source)) throw new NotRead(start)
    return wideWord.lastIndex
  }

  private number(start: number): void {
    float.lastIndex = start
    integer.lastIndex = start
    const isFloat = float.test(this.source)
    if (!isFloat && !integer.test(this.source)) throw new NotRead(start)
    const end = isFloat ? float.lastIndex : integer.lastIndex
    const next = this.code(end)
    if (next >= 128 || isWordPart[next] === 1) throw new NotRead(end)
    this.found(isFloat ? 'float' : 'integer', start, end)
  }

  private stringStart(start: number, quoteAt: number): void {
    const quote = this.code(quoteAt)
    const isTriple = this.code(quoteAt + 1) === quote && this.code(quoteAt + 2) === quote
    this.found('string_start', start, quoteAt + (isTriple ? 3 : 1))
  }

  private operator(at: number, code: number): void {
    if (code === dot && this.code(at + 1) >= zero && this.code(at + 1) <= nine) return this.number(at)
    if (code === exclamation && /[a-z]/.test(this.source.charAt(at + 1)))
      return this.found('type_conversion', at, at + 2)
    for (const operator of operators[code] ?? []) {
      if (this.source.startsWith(operator, at)) return this.found(operator, at, at + operator.length)
    }
    throw new NotRead(at)
  }
}

const [tab, lineFeed, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32]
const [exclamation, doubleQuote, hash, singleQuote, dot, zero, nine, leftBracket, backslash] = [
  33, 34, 35, 39, 46, 48, 57, 91, 92,
]
const byteOrderMark = 0xfeff

function isBlank(code: number): boolean {
  return code === space || code === tab || code === formFeed
}

/** A lone \r ends a line as well. */
export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn
}

/** Whether what follows a character begins a line; a form feed takes an indentation back. */
export function isLineStart(before: number): boolean {
  return isLineEnd(before) || before === formFeed
}

const isWordPart = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0))
const wideWord = /[_\p{XIDS}][_\p{XIDC}]*/uy
const prefixes: ReadonlySet<string> = new Set('r u b f t br rb fr rf tr rt'.split(' '))
const digits = String.raw`\d+(?:_\d+)*`
const exponent = `(?:[eE][+-]?${digits})`
const float = new RegExp(
  `(?:${digits}\\.(?:${digits})?${exponent}?|\\.${digits}${exponent}?|${digits}${exponent})[jJ]?`,
  'y',
)
const integer = new RegExp(`0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|${digits}[jJ]?`, 'y')

const keywords: ReadonlyMap<string, string> = new Map([
  ...interned(
    'and as assert async await break class continue def del elif else except finally for from global if import in is lambda ' +
      'nonlocal not or pass raise return try while with yield',
  ).map((word): [string, string] => [word, word]),
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'none'],
])
const longestKeyword = 8

const allOperators = interned(
  '**= //= >>= <<= ... ** // >> << += -= *= /= %= @= &= |= ^= == != <= >= -> := + - * / % @ & | ^ ~ < > = ( ) [ ] { } , : . ;',
)
/** By their first character, the longest first. */
const operators: readonly (readonly string[])[] = Array.from({ length: 128 }, (_, code) =>
  allOperators.filter(operator => operator.charCodeAt(0) === code),
)
