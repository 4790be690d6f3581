import type { ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node'
import type { Client } from './client.ts'

/** The edits of one document; its version where it is open. */
export interface DocumentEdits {
  readonly uri: string
  readonly version: number | null
  readonly edits: readonly TextEdit[]
}

/** The edits as the client takes them: with versions where it can, and to be confirmed one by one where that is asked for. */
export function workspaceEdit(
  client: Client,
  changed: readonly DocumentEdits[],
  confirmed: ChangeAnnotation | null = null,
): WorkspaceEdit {
  if (!client.hasDocumentChanges)
    return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, [...edits]])) }
  const annotated = confirmed !== null && client.hasAnnotations
  const annotation = annotated ? { annotationId: 'fix' } : {}
  return {
    documentChanges: changed.map(({ uri, version, edits }) => ({
      textDocument: { uri, version },
      edits: edits.map(edit => ({ ...edit, ...annotation })),
    })),
    ...(annotated ? { changeAnnotations: { fix: { needsConfirmation: true, ...confirmed } } } : {}),
  }
}
