import type { WorkspaceEdit } from 'vscode-languageclient/node'

const start = { line: 0, character: 0 }
const nothing = { range: { start, end: start }, newText: '', annotationId: 'preview' }

/**
 * The same edit, of which the editor shows a preview with all changes chosen: what needs a person's word is an edit that
 * changes nothing. It would not choose those that need it themselves, so that Apply did nothing, and shows no preview else.
 */
export function previewed({ documentChanges = [], changeAnnotations = {} }: WorkspaceEdit): WorkspaceEdit {
  const chosen = Object.entries(changeAnnotations).map(([id, said]) => [id, { ...said, needsConfirmation: false }])
  const [first, ...others] = documentChanges
  if (!first || !('edits' in first)) return { documentChanges, changeAnnotations }
  return {
    documentChanges: [{ ...first, edits: [nothing, ...first.edits] }, ...others],
    changeAnnotations: { ...Object.fromEntries(chosen), preview: { label: 'torchspore', needsConfirmation: true } },
  }
}
