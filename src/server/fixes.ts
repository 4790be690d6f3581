import { pathToFileURL } from 'node:url'
import {
  type CancellationToken,
  type ChangeAnnotation,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { Applied } from '../engine/checker.ts'
import { defaultLocale, type Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { EngineFailure } from './engine_failure.ts'
import type { Session } from './session.ts'
import { ask } from './worker_protocol.ts'
import { type DocumentEdits, workspaceEdit } from './workspace_edit.ts'

/**
 * What the fixes of one document make of it.
 * @throws ResponseError where it is neither open nor in a folder of the workspace
 */
export async function fileFixes(session: Session, uri: string, applied: Applied): Promise<WorkspaceEdit> {
  const locale = session.client.locale ?? defaultLocale
  if (!session.documents.get(uri) && !session.workspace.holds(uri))
    throw new ResponseError(LSPErrorCodes.RequestFailed, say({ id: 'server.not-here', uri }, locale))
  const changed = await editsOf(session, uri, applied)
  return workspaceEdit(session.client, changed ? [changed] : [])
}

/** The fixes of all files of the workspace, to be confirmed. A file that breaks the engine is passed over. */
export async function workspaceFixes(
  session: Session,
  applied: Applied,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const locale = session.client.locale ?? defaultLocale
  const open = new Map(session.documents.open().map(({ uri, path }) => [path, uri]))
  const files = session.workspace.files()
  const changed: DocumentEdits[] = []
  for (const [done, file] of files.entries()) {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    progress.report((100 * done) / files.length, say({ id: 'server.fixing', done, files: files.length }, locale))
    const edits = await editsOf(session, open.get(file) ?? pathToFileURL(file).href, applied)
    if (edits) changed.push(edits)
  }
  return workspaceEdit(session.client, changed, annotation(applied, locale))
}

async function editsOf(session: Session, uri: string, applied: Applied): Promise<DocumentEdits | null> {
  const subject = session.subject(uri)
  if (!subject) return null
  const version = session.documents.get(uri)?.version ?? null
  try {
    const { edits } = await session.engine.ask(ask.fix, { ...subject, applied })
    return edits.length > 0 ? { uri, version, edits } : null
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    session.connection.console.error(`${uri}: ${error.message}`)
    return null
  }
}

function annotation(applicability: Applied, locale: Locale): ChangeAnnotation {
  return {
    label: say({ id: 'server.fixes', applicability }, locale),
    description: say({ id: 'server.fixes-explained', applicability }, locale),
  }
}
