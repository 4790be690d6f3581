import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver/node'
import { version } from '../host/version.ts'
import type { Client } from './client.ts'

/** The kind of the action that applies all safe fixes of a document. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.torchspore`

/** The commands for clients without an extension of ours, which `workspace/executeCommand` runs. */
export const commands = {
  fixFile: 'torchspore.server.fixFile',
  fixWorkspace: 'torchspore.server.fixWorkspace',
} as const

/** What the server offers to a client. */
export function capabilitiesFor(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'torchspore', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
        resolveProvider: client.resolvesEdits,
      },
      hoverProvider: true,
      executeCommandProvider: { commands: Object.values(commands) },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(client.pulls
        ? { diagnosticProvider: { identifier: 'torchspore', interFileDependencies: true, workspaceDiagnostics: false } }
        : {}),
    },
  }
}
