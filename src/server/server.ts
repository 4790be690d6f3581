import type { Worker } from 'node:worker_threads'
import {
  type Connection,
  createConnection,
  type InitializeParams,
  MessageType,
  ProposedFeatures,
  ShowMessageNotification,
} from 'vscode-languageserver/node'
import { capabilitiesFor } from './capabilities.ts'
import { clientOf } from './client.ts'
import { followConfiguration } from './configuration.ts'
import { Documents } from './documents.ts'
import { sectionOf } from './editor_settings.ts'
import { Engine } from './engine.ts'
import { answerRequests } from './handlers.ts'
import { Publisher } from './publisher.ts'
import { Session } from './session.ts'
import { Workspace } from './workspace.ts'

/** So many milliseconds the engine has for one answer: several times what the largest file takes on a slow machine. */
const patience = 60_000

/** Serves one client over two streams until it says `exit` or goes away. */
export function serve(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, startWorker: () => Worker): void {
  const connection = createConnection(ProposedFeatures.all, input, output)
  const documents = new Documents()
  connection.onInitialize(params => {
    const session = openSession(connection, documents, params, startWorker)
    return capabilitiesFor(session.client)
  })
  documents.listen(connection)
  connection.listen()
  // A client that refuses what it was asked is no reason to end.
  process.on('unhandledRejection', reason => connection.console.error(`unexpected: ${reason}`))
}

/** Makes the session that the client's first request asks for, and answers all others from it. */
function openSession(
  connection: Connection,
  documents: Documents,
  params: InitializeParams,
  startWorker: () => Worker,
): Session {
  const client = clientOf(params)
  const workspace = new Workspace(problem => {
    const message = { type: MessageType.Error, message: `torchspore: ${problem}` }
    void connection.sendNotification(ShowMessageNotification.method, message)
  })
  const onOthersChanged = () => publisher.allChanged()
  const engine = new Engine({ start: startWorker, patience, documents: () => documents.open(), onOthersChanged })
  const session = new Session({ client, connection, documents, workspace, engine })
  const publisher = new Publisher(session)
  for (const uri of foldersOf(params)) workspace.add(uri)
  workspace.setEditorSettings(null, sectionOf(params.initializationOptions?.settings))
  followDocuments(session, publisher)
  followConfiguration(session, publisher)
  answerRequests(session)
  connection.onShutdown(() => {
    publisher.stop()
    engine.stop()
  })
  return session
}

/** The folders of the workspace; older clients have one, by its URI or its path. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri)
  return rootUri ? [rootUri] : []
}

function followDocuments(session: Session, publisher: Publisher): void {
  const { documents } = session
  documents.all.onDidChangeContent(({ document: { uri } }) => {
    if (documents.get(uri)) publisher.changed(uri)
  })
  documents.all.onDidClose(({ document }) => publisher.closed(document.uri))
  documents.all.onDidSave(() => {
    // Without word of changed files this is when to look at them.
    if (!session.client.watchesFiles) publisher.worldChanged()
  })
}
