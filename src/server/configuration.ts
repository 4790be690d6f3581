import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  type WorkspaceFolder,
} from 'vscode-languageserver/node'
import { sectionOf } from './editor_settings.ts'
import type { Publisher } from './publisher.ts'
import type { Session } from './session.ts'

const section = 'torchspore'
const watched = ['**/*.py', '**/pyproject.toml', '**/torchspore.toml']

/** Keeps the session's folders and settings as the client and the disk have them. */
export function followConfiguration(session: Session, publisher: Publisher): void {
  const { connection, client, workspace } = session
  connection.onInitialized(async () => {
    if (client.watchesFiles) {
      const watchers = watched.map(globPattern => ({ globPattern }))
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
    if (client.hasConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section })
    if (client.hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(change => changeFolders(session, publisher, change))
    await askForSettings(session, publisher)
  })
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (!client.hasConfiguration) workspace.setEditorSettings(null, sectionOf(settings))
    await askForSettings(session, publisher)
    publisher.worldChanged()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(change => matters(session, change))) publisher.worldChanged()
  })
}

/** What is on the disk of an open document does not matter: its text is the editor's. */
function matters({ documents }: Session, { uri }: FileEvent): boolean {
  return documents.get(uri) === null
}

async function changeFolders(
  session: Session,
  publisher: Publisher,
  { added, removed }: { added: WorkspaceFolder[]; removed: WorkspaceFolder[] },
): Promise<void> {
  for (const { uri } of removed) session.workspace.remove(uri)
  for (const { uri } of added) session.workspace.add(uri)
  await askForSettings(session, publisher)
  publisher.worldChanged()
}

/** Asks the client for its settings, for each folder and for what lies outside. */
async function askForSettings({ connection, client, workspace }: Session, publisher: Publisher): Promise<void> {
  if (!client.hasConfiguration) return
  const scopes = [null, ...workspace.uris]
  const items = scopes.map(uri => (uri === null ? { section } : { section, scopeUri: uri }))
  const sections: unknown[] = await connection.workspace.getConfiguration(items)
  scopes.forEach((uri, index) => {
    workspace.setEditorSettings(uri, sections[index])
  })
  publisher.allChanged()
}
