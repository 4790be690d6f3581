import { diffArrays } from 'diff'
import type { TextEdit } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** The edits that make another text of a document's: of whole lines, without what stays at their beginning and end. */
export function editsBetween(document: TextDocument, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let offset = 0
  let removed = ''
  for (const part of [...diffArrays(linesOf(document.getText()), linesOf(after)), null]) {
    const text = part?.value.join('') ?? ''
    if (part?.removed) removed = text
    else {
      const added = part?.added ? text : ''
      if (removed !== '' || added !== '') edits.push(editOf(document, offset, removed, added))
      offset += removed.length + text.length - added.length
      removed = ''
    }
  }
  return edits
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}

function editOf(document: TextDocument, offset: number, before: string, after: string): TextEdit {
  const head = whole(
    before,
    sharedLength(before, after, at => at),
    /[\ud800-\udbff\r]/,
  )
  const [rest, other] = [before.slice(head), after.slice(head)]
  const tail = sharedLength(rest, other, (at, length) => length - 1 - at)
  const kept = /[\udc00-\udfff\n]/.test(rest[rest.length - tail] ?? '') && tail > 0 ? tail - 1 : tail
  const start = document.positionAt(offset + head)
  const end = document.positionAt(offset + before.length - kept)
  return { range: { start, end }, newText: other.slice(0, other.length - kept) }
}

/** How many characters are the same, counted from where `place` says. */
function sharedLength(a: string, b: string, place: (at: number, length: number) => number): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[place(length, a.length)] === b[place(length, b.length)]) length++
  return length
}

/** A length that parts no surrogates and no line end: its last character is none of those that go on. */
function whole(text: string, length: number, goesOn: RegExp): number {
  return goesOn.test(text[length - 1] ?? '') ? length - 1 : length
}
