import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { say } from '../messages/say.ts'
import { fixAllKind } from './capabilities.ts'
import { EngineFailure } from './engine_failure.ts'
import { fileFixes } from './fixes.ts'
import type { Session } from './session.ts'
import { ask, type Remedy, type Subject } from './worker_protocol.ts'
import { workspaceEdit } from './workspace_edit.ts'

/** The actions for a range: what mends or silences its findings, and the one that fixes the whole document. */
export async function codeActions(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const subject = session.subject(uri)
  const document = session.documents.get(uri)
  if (!subject || !document) return []
  const wants = (kind: string) => context.only?.some(only => kind === only || kind.startsWith(`${only}.`)) ?? true
  const remedies = wants(CodeActionKind.QuickFix)
    ? await session.about(document, ask.remedies, { ...subject, range }, token)
    : []
  if (remedies instanceof EngineFailure) return []
  const quick = remedies.map(remedy => quickFix(session, uri, document.version, remedy))
  return wants(fixAllKind) ? [...quick, ...(await fixAll(session, subject, token))] : quick
}

/** Fills in the edit of an action that was offered without it. */
export async function resolveAction(session: Session, action: CodeAction): Promise<CodeAction> {
  if (action.kind !== fixAllKind || typeof action.data !== 'string') return action
  return { ...action, edit: await fileFixes(session, action.data, 'safe') }
}

function quickFix(session: Session, uri: string, version: number, remedy: Remedy): CodeAction {
  const { kind, title, applicability, diagnostic, edits } = remedy
  const isPreferred = session.client.hasPreferred && kind === 'fix' && applicability === 'safe'
  const edit: WorkspaceEdit = workspaceEdit(session.client, [{ uri, version, edits }])
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [session.fitting(diagnostic)],
    ...(isPreferred ? { isPreferred } : {}),
    edit,
  }
}

/** One action where something can be fixed; its edit is worked out when it is chosen, if the client can wait for that. */
async function fixAll(session: Session, { uri, locale }: Subject, token: CancellationToken): Promise<CodeAction[]> {
  const diagnostics = await session.diagnose(uri, token)
  if (!diagnostics.some(({ data }) => data?.fix === 'safe')) return []
  const action: CodeAction = { title: say({ id: 'server.fix-all' }, locale), kind: fixAllKind, data: uri }
  return [session.client.resolvesEdits ? action : await resolveAction(session, action)]
}
