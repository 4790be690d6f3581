import { l10n, ProgressLocation, window, workspace } from 'vscode'
import type { LanguageClient, WorkspaceEdit } from 'vscode-languageclient/node'
import { fixFile, fixWorkspace } from '../../../src/server/extra_protocol.ts'
import { isLookedAt } from './documents.ts'
import { previewed } from './preview.ts'
import type { Server } from './server.ts'
import { tell } from './tell.ts'

/** Applies the safe fixes of the document in front. */
export async function fixThisFile(server: Server): Promise<void> {
  const document = window.activeTextEditor?.document
  if (!document || !isLookedAt(document)) return tell(l10n.t('torchspore: open a Python file first.'))
  const client = await server.running()
  if (!client) return
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const edit = await client.sendRequest(fixFile, { textDocument })
  await apply(client, edit, false, l10n.t('torchspore: nothing in this file has a safe fix.'))
}

/** Shows the safe fixes of all files of the workspace in the editor's preview, where each can be left out. */
export async function fixTheWorkspace(server: Server): Promise<void> {
  const client = await server.running()
  if (!client) return
  const title = l10n.t('torchspore: looking for fixes')
  const options = { location: ProgressLocation.Notification, title, cancellable: true }
  const edit = await window.withProgress(options, async (_, token) => {
    try {
      return await client.sendRequest(fixWorkspace, {}, token)
    } catch (error) {
      if (token.isCancellationRequested) return null
      throw error
    }
  })
  if (edit) await apply(client, previewed(edit), true, l10n.t('torchspore: nothing in this workspace has a safe fix.'))
}

async function apply(client: LanguageClient, edit: WorkspaceEdit, isRefactoring: boolean, none: string): Promise<void> {
  const changed = edit.documentChanges ?? []
  if (changed.length === 0) return tell(none)
  if (!isCurrent(edit)) return tell(l10n.t('torchspore: a file was changed meanwhile. Run the command again.'))
  await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit), { isRefactoring })
}

/** Whether the documents are still those that the edits were made for: the editor itself does not look. */
function isCurrent({ documentChanges = [] }: WorkspaceEdit): boolean {
  const open = new Map(workspace.textDocuments.map(document => [document.uri.toString(), document]))
  return documentChanges.every(change => {
    if (!('textDocument' in change)) return true
    const { uri, version } = change.textDocument
    return version === null || open.get(uri)?.version === version
  })
}
