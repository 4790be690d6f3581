import { toOffset } from '../../text/span.ts'
import { Node } from '../node.ts'
import { isLineEnd, Lexer, type Quoting } from './lexer.ts'
import { NotRead } from './not_read.ts'

/** A string literal whose content is being read, up to `at`. */
interface Literal {
  readonly node: Node
  readonly quoting: Quoting
  at: number
  /** Where the content before `at` begins, and what stands in it. */
  begin: number
  escapes: Node[]
  /** Whether there is content that tree-sitter-python's scanner counts as such: a raw string's escapes are none. */
  hasContent: boolean
}

/** Reads string literals, and what is interpolated in them. */
export abstract class Strings extends Lexer {
  /** What stands between the braces of an interpolation. */
  protected abstract interpolated(): Node

  /** One string, or several in a row. */
  protected strings(): Node {
    const first = this.string()
    if (!this.is('string_start')) return first
    const all = this.around('concatenated_string', first)
    while (this.is('string_start')) all.add(this.string())
    return this.close(all)
  }

  /** A node that begins where its first child does. */
  protected around(type: string, first: Node, field: string | null = null): Node {
    const node = new Node(type, first.start, first.end, true)
    node.add(first, field)
    return node
  }

  /** A node that begins with the token, which is its first child. */
  protected opened(type: string): Node {
    return this.around(type, this.leaf(false))
  }

  /** A node ends where its last child does. */
  protected close(node: Node): Node {
    if (node.lastChild) node.end = node.lastChild.end
    return node
  }

  /** Takes the token as a part of a node, and goes on. */
  protected take(node: Node, field: string | null = null): void {
    node.add(this.leaf(false), field)
  }

  /** The token as a node of its own. */
  protected leaf(named: boolean): Node {
    const node = new Node(this.type, this.start, this.end, named)
    this.advance()
    return node
  }

  protected unread(): NotRead {
    return new NotRead(this.start)
  }

  private string(): Node {
    const literal: Literal = {
      node: this.around('string', new Node('string_start', this.start, this.end, true)),
      quoting: this.quoting(),
      at: this.end,
      begin: this.end,
      escapes: [],
      hasContent: false,
    }
    while (!this.isEnd(literal)) this.contentIn(literal)
    this.endString(literal)
    this.resumeAt(literal.at)
    return this.close(literal.node)
  }

  private isEnd({ quoting: { quote, isTriple }, at }: Literal): boolean {
    if (this.code(at) !== quote) return false
    return !isTriple || (this.code(at + 1) === quote && this.code(at + 2) === quote)
  }

  private endString(literal: Literal): void {
    const { node, quoting, begin, at, hasContent } = literal
    literal.at = at + (quoting.isTriple ? 3 : 1)
    if (hasContent) this.endContent(literal, at)
    node.add(new Node('string_end', hasContent ? at : begin, literal.at, true))
  }

  private endContent(literal: Literal, end: number): void {
    const { node, begin, escapes } = literal
    if (end === begin) return
    const content = new Node('string_content', begin, end, true)
    for (const each of escapes) content.add(each)
    node.add(content)
    literal.escapes = []
  }

  private contentIn(literal: Literal): void {
    const { quoting, at } = literal
    const code = this.code(at)
    if (code === 0 || (isLineEnd(code) && !quoting.isTriple)) throw new NotRead(at)
    if (code === backslash) this.backslash(literal)
    else if (quoting.isFormat && (code === leftBrace || code === rightBrace)) this.brace(literal, code)
    else {
      literal.hasContent = true
      literal.at++
    }
  }

  private backslash(literal: Literal): void {
    const { quoting, at } = literal
    if (quoting.isRaw) literal.at = this.afterRawEscape(at, quoting)
    else if (quoting.isBytes && /[NuU]/.test(this.source.charAt(at + 1))) throw new NotRead(at)
    else this.escape(literal)
  }

  private content(literal: Literal, end: number): void {
    literal.at = end
    literal.hasContent = true
  }

  private escape(literal: Literal): void {
    const { at, escapes } = literal
    escapeSequence.lastIndex = at
    const isEscape = escapeSequence.test(this.source)
    this.content(literal, isEscape ? escapeSequence.lastIndex : at + 1)
    escapes.push(new Node(isEscape ? 'escape_sequence' : '\\', at, literal.at, isEscape))
  }

  private afterRawEscape(start: number, { quote }: Quoting): number {
    const next = this.code(start + 1)
    const at = start + (next === quote || next === backslash ? 2 : 1)
    if (!isLineEnd(this.code(at))) return at
    return at + (this.source.startsWith('\r\n', at) ? 2 : 1)
  }

  private brace(literal: Literal, code: number): void {
    const { at, escapes, begin, hasContent } = literal
    if (this.code(at + 1) === code) {
      this.content(literal, at + 2)
      escapes.push(new Node('escape_interpolation', at, at + 2, true))
      return
    }
    if (code === rightBrace || (!hasContent && begin < at)) throw new NotRead(at)
    this.endContent(literal, at)
    literal.hasContent = false
    const interpolation = this.interpolation(at, literal.quoting, 'interpolation')
    literal.node.add(interpolation)
    literal.at = interpolation.end
    literal.begin = literal.at
  }

  private interpolation(at: number, quoting: Quoting, type: string): Node {
    const { brackets } = this
    this.brackets++
    this.resumeAt(at + 1)
    const node = this.around(type, new Node('{', at, at + 1, false))
    node.add(this.interpolated(), 'expression')
    if (this.is('=')) this.take(node)
    if (this.is('type_conversion')) node.add(this.leaf(true), 'type_conversion')
    const specifier = this.is(':') ? this.specifier(quoting) : null
    if (specifier) node.add(specifier, 'format_specifier')
    else if (!this.is('}')) throw this.unread()
    const end = specifier?.end ?? this.start
    node.add(new Node('}', end, end + 1, false))
    this.brackets = brackets
    return this.close(node)
  }

  /** What follows the colon is no Python, but for what is interpolated in it. */
  private specifier(quoting: Quoting): Node {
    const colon = new Node(':', this.start, this.end, false)
    const node = this.around('format_specifier', colon)
    let at = this.end
    for (let code = this.code(at); code !== rightBrace; code = this.code(at)) {
      if (code === 0 || isLineEnd(code) || code === quoting.quote || code === backslash) throw new NotRead(at)
      const inner = code === leftBrace ? this.interpolation(at, quoting, 'format_expression') : null
      if (inner) node.add(inner)
      at = inner?.end ?? at + 1
    }
    node.end = toOffset(at)
    return node
  }
}

const [backslash, leftBrace, rightBrace] = [92, 123, 125]
const escapeSequence = /\\(?:u[a-fA-F\d]{4}|U[a-fA-F\d]{8}|x[a-fA-F\d]{2}|\d{1,3}|\r?\n|\r|['"abfrntv\\]|N\{[^}]+\})/y
