import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Applied } from '../../engine/checker.ts'
import { readFile } from '../../host/read.ts'
import { legacyCodingOf } from '../../host/source.ts'
import type { FileFixes, Subject } from '../worker_protocol.ts'
import type { Desk } from './desk.ts'
import { editsBetween } from './edits_between.ts'

const none: FileFixes = { edits: [], fixed: 0 }

/** What the fixes of a document make of it: of its text where it is open, else of the file. */
export async function fixesOf(desk: Desk, subject: Subject, applied: Applied): Promise<FileFixes> {
  const text = desk.isOpen(subject.uri) ? desk.document(subject.uri).getText() : await textOf(subject)
  if (text === null || !desk.concerns(text, subject.path)) return none
  const fixed = desk.checker.fix(text, applied, subject.options, desk.loader(subject.path))
  const document = TextDocument.create(subject.uri, 'python', 0, text)
  return { edits: editsBetween(document, fixed.text), fixed: fixed.applied.length }
}

/** A file's text as an editor shows it; null where an editor may read it in another way than Python does. */
async function textOf({ path, options }: Subject): Promise<string | null> {
  if (path === null) return null
  const read = await readFile(path, options.maxFileSize, [''])
  return read.kind === 'source' && legacyCodingOf(read.source.bytes) === null ? read.source.text : null
}
