import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ExecuteCommandParams,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver/node'
import type { Applied } from '../engine/checker.ts'
import { defaultLocale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { codeActions, resolveAction } from './actions.ts'
import { hoverOf, verifiedCall } from './call_views.ts'
import { commands } from './capabilities.ts'
import { EngineFailure } from './engine_failure.ts'
import { fixFile, fixWorkspace, verifyCall } from './extra_protocol.ts'
import { fileFixes, workspaceFixes } from './fixes.ts'
import type { Session } from './session.ts'
import { ask, type CallReport } from './worker_protocol.ts'

/** Answers what the client asks. */
export function answerRequests(session: Session): void {
  const { connection, client } = session
  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const items = await session.diagnose(textDocument.uri, token)
    return { kind: DocumentDiagnosticReportKind.Full, items: [...items] }
  })
  connection.onCodeAction((params, token) => codeActions(session, params, token))
  connection.onCodeActionResolve(action => resolveAction(session, action))
  connection.onHover(async ({ textDocument, position }, token) => {
    const report = await callAt(session, textDocument.uri, position, false, token)
    return report && hoverOf(report, client.readsMarkdown)
  })
  connection.onRequest(verifyCall, async ({ textDocument, position }, token) => {
    const report = await callAt(session, textDocument.uri, position, true, token)
    return report && verifiedCall(report)
  })
  connection.onRequest(fixFile, ({ textDocument, unsafe }) => fileFixes(session, textDocument.uri, appliedBy(unsafe)))
  connection.onRequest(fixWorkspace, ({ unsafe }, token) => fixesOfWorkspace(session, appliedBy(unsafe), token))
  connection.onExecuteCommand((params, token) => execute(session, params, token))
}

const appliedBy = (unsafe: boolean | undefined): Applied => (unsafe ? 'unsafe' : 'safe')

async function callAt(
  session: Session,
  uri: string,
  position: Position,
  asked: boolean,
  token: CancellationToken,
): Promise<CallReport | null> {
  const subject = session.subject(uri)
  const document = session.documents.get(uri)
  if (!subject || !document) return null
  const report = await session.about(document, ask.call, { ...subject, position, asked }, token)
  return report instanceof EngineFailure ? null : report
}

async function fixesOfWorkspace(session: Session, applied: Applied, token: CancellationToken) {
  const progress = await session.connection.window.createWorkDoneProgress()
  progress.begin(say({ id: 'server.fix-workspace' }, session.client.locale ?? defaultLocale), 0)
  try {
    return await workspaceFixes(session, applied, progress, token)
  } finally {
    progress.done()
  }
}

/** The commands, for clients that have no extension of ours: the edits are applied at once. */
async function execute(
  session: Session,
  { command, arguments: given }: ExecuteCommandParams,
  token: CancellationToken,
) {
  const [uri]: unknown[] = given ?? []
  if (command === commands.fixFile && typeof uri === 'string') {
    await session.connection.workspace.applyEdit(await fileFixes(session, uri, 'safe'))
  } else if (command === commands.fixWorkspace) {
    await session.connection.workspace.applyEdit(await fixesOfWorkspace(session, 'safe', token))
  } else throw new ResponseError(LSPErrorCodes.RequestFailed, `${command}: unknown, or without the URI of a document`)
  return null
}
