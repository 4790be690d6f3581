import type { Range, TextEdit } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Fix } from '../../engine/finding.ts'

/** Where a span stands, in the protocol's lines and UTF-16 columns. */
export function rangeOf(document: TextDocument, { start, end }: Finding['span']): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

/** A fix's edits as the protocol has them. */
export function textEdits(document: TextDocument, { edits }: Fix): readonly TextEdit[] {
  return edits.map(({ span, content }) => ({ range: rangeOf(document, span), newText: content }))
}

/** Whether two ranges share a place; those that touch do. */
export function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}
