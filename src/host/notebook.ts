import { applyEdits } from '../text/edit.ts'
import { prevailingLineEnd } from '../text/lines.ts'
import { span } from '../text/span.ts'
import type { Layout } from './layout.ts'
import { type CodeCell, readCells } from './notebook_cells.ts'
import { hideMagics, isPythonCell, showMagics } from './notebook_magics.ts'
import { rewrite } from './notebook_pieces.ts'

/** A notebook as one Python text: its code cells one after the other, so that names flow between them. */
export interface Notebook {
  readonly kind: 'notebook'
  /** What is checked: magics are hidden, and a statement between two cells keeps them apart. */
  readonly text: string
  /** The cells in the text, or in what became of it, with all that is hidden; the offsets are the text's. */
  layout(text: string): Layout
  /** The notebook's JSON with what became of the text; nothing outside of the sources that change is touched. */
  render(text: string): string
}

/** Reads a notebook from its JSON, or says why it cannot. */
export function readNotebook(json: string): Notebook | { readonly kind: 'problem'; readonly reason: string } {
  const read = readCells(json)
  if (read.kind === 'problem') return read
  const cells = read.cells.filter(({ code }) => isPythonCell(code))
  return notebookOf(json, cells, strangeLetter(cells))
}

function notebookOf(json: string, cells: readonly CodeCell[], letter: string): Notebook {
  const end = prevailingLineEnd(cells.map(({ code }) => code).join(''))
  // A statement, so that what a cell leaves open is not closed by the next one.
  const border = `${end}pass #${letter}${end}`
  const hidden = cells.map(({ code }) => hideMagics(code, letter))
  const codes = (text: string) => {
    const texts = text.split(border)
    return hidden.map(({ magics }, index) => showMagics({ text: texts[index] ?? '', magics }, letter))
  }
  return {
    kind: 'notebook',
    text: hidden.map(({ text }) => text + border).join(''),
    layout: text => layOut(cells, codes(text), border),
    render: text => render(json, cells, codes(text)),
  }
}

function layOut(cells: readonly CodeCell[], codes: readonly string[], border: string): Layout {
  const blank = border.replace(/[^\r\n]/g, ' ')
  let start = 0
  const placed = cells.map(({ index }, position) => {
    const end = start + (codes[position] ?? '').length
    const cell = { index, span: span(start, end) }
    start = end + border.length
    return cell
  })
  return { source: codes.map(code => code + blank).join(''), cells: placed }
}

function render(json: string, cells: readonly CodeCell[], codes: readonly string[]): string {
  const edits = cells.flatMap(({ code, written, start }, position) => {
    const changed = codes[position] ?? code
    if (changed === code) return []
    return [{ span: span(start, start + written.raw.length), content: rewrite(written, changed) }]
  })
  return applyEdits(json, edits).text
}

const [firstLetter, lastLetter] = [0xac00, 0xd7a3]

/** A letter that no cell holds, of those that can be a name by themselves; it marks what is ours. */
function strangeLetter(cells: readonly CodeCell[]): string {
  let unit = firstLetter
  while (unit < lastLetter && cells.some(({ code }) => code.includes(String.fromCharCode(unit)))) unit++
  return String.fromCharCode(unit)
}
