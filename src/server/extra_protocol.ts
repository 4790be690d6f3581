import { type Position, RequestType, type TextDocumentIdentifier, type WorkspaceEdit } from 'vscode-languageserver/node'

/** A call's certificate, for a panel or a window of its own. */
export interface VerifiedCall {
  readonly call: string
  /** The whole report, as `torchspore verify` prints it. */
  readonly text: string
  readonly markdown: string
  /** The picture of the windows, for light and dark; null where the sizes are not known. */
  readonly svg: string | null
}

/** Asks for the call at a position; null where there is none. */
export const verifyCall = new RequestType<
  { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  VerifiedCall | null,
  void
>('torchspore/verifyCall')

/** Asks for the fixes of a document: open, or in a folder of the workspace. */
export const fixFile = new RequestType<
  { readonly textDocument: TextDocumentIdentifier; readonly unsafe?: boolean },
  WorkspaceEdit,
  void
>('torchspore/fixFile')

/** Asks for the fixes of the whole workspace, to be confirmed one by one where the client can do that. */
export const fixWorkspace = new RequestType<{ readonly unsafe?: boolean }, WorkspaceEdit, void>(
  'torchspore/fixWorkspace',
)
