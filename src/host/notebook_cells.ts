import { createScanner, findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { applyEdits, type Edit } from '../text/edit.ts'
import { span } from '../text/span.ts'
import { piecesOf, type Written } from './notebook_pieces.ts'

/** A code cell. */
export interface CodeCell {
  /** Which cell of the notebook it is, from 1; those that are no code count too. */
  readonly index: number
  readonly code: string
  /** The `source` in the file, and where it begins in its text. */
  readonly written: Written
  readonly start: number
}

/** What a notebook's JSON comes to: its code cells, none where its language is another; or why it cannot be read. */
export type CellsRead =
  | { readonly kind: 'cells'; readonly cells: readonly CodeCell[] }
  | { readonly kind: 'problem'; readonly reason: string }

/** Reads the code cells of a notebook of format 4. */
export function readCells(json: string): CellsRead {
  const { root, error } = parsed(json)
  if (!root || error) return problem(`it is a notebook, but no JSON from line ${lineAt(json, error?.offset ?? 0)} on`)
  const cells = at(root, 'cells')
  const format = at(root, 'nbformat')?.value
  if ((typeof format === 'number' && format < 4) || at(root, 'worksheets'))
    return problem(`it is a notebook of format ${format}; save it once in Jupyter to have format 4`)
  if (cells?.type !== 'array') return problem('it is JSON, but no notebook: it has no cells')
  if (!isPython(root)) return { kind: 'cells', cells: [] }
  const read = (cells.children ?? []).flatMap((cell, index) => codeCell(json, cell, index + 1))
  const unread = read.find(({ written }) => written === null)
  if (unread) return problem(`it is a notebook, but the source of cell ${unread.index} is no text and no list of texts`)
  return { kind: 'cells', cells: read.filter(isWritten) }
}

interface Parsed {
  readonly root: Node | undefined
  readonly error: ParseError | undefined
}

function parsed(json: string): Parsed {
  const found = parse(json)
  return found.root && found.error ? parse(withPlainNumbers(json)) : found
}

function parse(json: string): Parsed {
  try {
    const errors: ParseError[] = []
    const root = parseTree(json, errors, { disallowComments: true })
    return { root, error: errors[0] }
  } catch {
    // It calls itself for each level, and a text may nest as deep as it likes.
    return { root: undefined, error: undefined }
  }
}

/** Python's JSON has NaN and Infinity, which Jupyter reads and writes; in their place numbers of the same length. */
function withPlainNumbers(json: string): string {
  const scanner = createScanner(json, true)
  const edits: Edit[] = []
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const token = span(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength())
    const written = json.slice(token.start, token.end)
    if (/^(NaN|Infinity)$/.test(written)) edits.push({ span: token, content: '0'.padEnd(written.length) })
  }
  return applyEdits(json, edits).text
}

function lineAt(json: string, offset: number): number {
  return json.slice(0, offset).split('\n').length
}

function problem(reason: string): CellsRead {
  return { kind: 'problem', reason }
}

function at(node: Node, ...path: readonly string[]): Node | undefined {
  return findNodeAtLocation(node, [...path])
}

/** Whether nothing says that the notebook is in another language. */
function isPython(root: Node): boolean {
  const language = at(root, 'metadata', 'language_info', 'name') ?? at(root, 'metadata', 'kernelspec', 'language')
  return typeof language?.value !== 'string' || /^i?python/i.test(language.value)
}

/** A code cell, or one whose source is of another kind. */
type AnyCell = Omit<CodeCell, 'written'> & { readonly written: Written | null }

function isWritten(cell: AnyCell): cell is CodeCell {
  return cell.written !== null
}

function codeCell(json: string, cell: Node, index: number): readonly AnyCell[] {
  const source = at(cell, 'source')
  const language = at(cell, 'metadata', 'vscode', 'languageId')?.value
  if (at(cell, 'cell_type')?.value !== 'code' || !source || (language && language !== 'python')) return []
  const written = writtenSource(json, source)
  const code = (written?.pieces ?? []).map(({ text }) => text).join('')
  return [{ index, code, written, start: source.offset }]
}

function writtenSource(json: string, source: Node): Written | null {
  const raw = rawOf(json, source)
  if (source.type === 'string') return { form: 'string', raw, pieces: piecesOf(raw), separator: '' }
  const items = source.children ?? []
  if (source.type !== 'array' || items.some(({ type }) => type !== 'string')) return null
  const pieces = items.map(item => ({ text: String(item.value), raw: rawOf(json, item) }))
  return { form: 'list', raw, pieces, separator: separatorOf(json, source, items) }
}

function rawOf(json: string, { offset, length }: Node): string {
  return json.slice(offset, offset + length)
}

/** What stands between the strings of a list; of a single one, what its layout asks for. */
function separatorOf(json: string, list: Node, [first, second]: readonly Node[]): string {
  if (first && second) return json.slice(first.offset + first.length, second.offset)
  const lead = first ? json.slice(list.offset + 1, first.offset) : ''
  const isCompact = json.charAt(list.offset - 1) === ':'
  return lead === '' && !isCompact ? ', ' : `,${lead}`
}
