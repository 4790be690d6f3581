import type { TextEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding } from '../../engine/finding.ts'

const own = /(#\s*torchspore:\s*ignore)(?!-file)(?:\s*\[([^\]]*)\])?/i
const noqa = /(#\s*noqa:\s*[A-Z]+[0-9]*(?:[,\s]+[A-Z]+[0-9]+)*)/i

/**
 * The edit that silences a finding by a comment on its line: in the list of one that is there, else behind the line.
 * `check` looks at the text with the comment: the edit is only given where just the findings of that code and line are gone.
 * So none is given where no comment can stand: behind a backslash, or inside a string.
 */
export function ignoreEdit(
  finding: Finding,
  findings: readonly Finding[],
  document: TextDocument,
  check: (text: string) => readonly Finding[],
): TextEdit | null {
  const { line } = document.positionAt(finding.span.start)
  // A comment that silenced nothing is of use then.
  const gone = [finding.code, 'TSP903'].map(code => `${line} ${code}`)
  const expected = placesOf(document, findings, gone)
  const works = (edit: TextEdit) => {
    const text = TextDocument.applyEdits(document, [edit])
    const after = TextDocument.create(document.uri, 'python', 0, text)
    const left = check(text)
    const isGone = !placesOf(after, left, []).includes(`${line} ${finding.code}`)
    return isGone && same(placesOf(after, left, gone), expected)
  }
  return candidates(document, line, finding.code).find(works) ?? null
}

/** Longer lists first: a second comment behind one of ours would not be read. */
function candidates(document: TextDocument, line: number, code: string): readonly TextEdit[] {
  const start = { line, character: 0 }
  const text = document.getText({ start, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '')
  const insert = (character: number, newText: string): TextEdit => {
    const position = { line, character }
    return { range: { start: position, end: position }, newText }
  }
  const [list, other] = [own.exec(text), noqa.exec(text)]
  return [
    ...(list?.[2] === undefined ? [] : [insert(list.index + list[0].length - 1, list[2].trim() ? `, ${code}` : code)]),
    ...(other ? [insert(other.index + other[0].length, `, ${code}`)] : []),
    insert(text.trimEnd().length, `  # torchspore: ignore[${code}]`),
  ]
}

/** The lines and codes of findings, without some. */
function placesOf(document: TextDocument, findings: readonly Finding[], without: readonly string[]): readonly string[] {
  const places = findings.map(({ code, span }) => `${document.positionAt(span.start).line} ${code}`)
  return places.filter(place => !without.includes(place))
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join()
}
