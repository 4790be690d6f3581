import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type RequestParam,
  type RequestType,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { defaultLocale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { Client } from './client.ts'
import type { Documents } from './documents.ts'
import type { Engine } from './engine.ts'
import { EngineFailure } from './engine_failure.ts'
import { pageUrl } from './page_url.ts'
import { ask, type Subject } from './worker_protocol.ts'
import type { Workspace } from './workspace.ts'

/** A document of which the engine could not tell anything, at the version at which that was so. */
interface Failed {
  readonly version: number
  readonly failure: EngineFailure
}

/** One client's session: its documents, folders and settings before the engine. */
export class Session {
  readonly client: Client
  readonly connection: Connection
  readonly documents: Documents
  readonly workspace: Workspace
  readonly engine: Engine
  private readonly failed = new Map<string, Failed>()

  constructor(parts: Pick<Session, 'client' | 'connection' | 'documents' | 'workspace' | 'engine'>) {
    this.client = parts.client
    this.connection = parts.connection
    this.documents = parts.documents
    this.workspace = parts.workspace
    this.engine = parts.engine
  }

  /** All that bears on a document; null where it is excluded. */
  subject(uri: string): Subject | null {
    const found = this.workspace.subject(uri)
    if (!found) return null
    const { place, ...subject } = found
    return { ...subject, locale: place.settings.locale ?? this.client.locale ?? defaultLocale }
  }

  /** What is found in a document; empty where it is not open as Python, or excluded. */
  async diagnose(uri: string, token?: CancellationToken): Promise<readonly Diagnostic[]> {
    const subject = this.subject(uri)
    const document = this.documents.get(uri)
    if (!subject || !document) return []
    const diagnostics = await this.about(document, ask.check, subject, token)
    return diagnostics instanceof EngineFailure
      ? [failureDiagnostic(diagnostics, subject)]
      : diagnostics.map(each => this.fitting(each))
  }

  /** Asks the engine about an open document, unless it has failed at just that text before. */
  async about<P extends Subject, R>(
    { uri, version }: TextDocument,
    type: RequestType<P, R, void>,
    params: RequestParam<P>,
    token?: CancellationToken,
  ): Promise<R | EngineFailure> {
    const known = this.failed.get(uri)
    if (known?.version === version) return known.failure
    try {
      return await this.engine.ask(type, params, token)
    } catch (failure) {
      if (!(failure instanceof EngineFailure)) throw failure
      this.failed.set(uri, { version, failure })
      this.connection.console.error(`${uri}: ${failure.message}`)
      return failure
    }
  }

  /** Forgets what failed, and what was known of the disk. */
  forget(): void {
    this.failed.clear()
    this.engine.forget()
  }

  close(uri: string): void {
    this.failed.delete(uri)
  }

  /** A diagnostic without what the client does not know. */
  fitting({ relatedInformation = [], codeDescription, ...diagnostic }: Diagnostic): Diagnostic {
    const { hasRelatedInformation, hasCodeDescription } = this.client
    return {
      ...diagnostic,
      ...(hasCodeDescription && codeDescription ? { codeDescription } : {}),
      ...(hasRelatedInformation && relatedInformation.length > 0 ? { relatedInformation } : {}),
    }
  }
}

/** What stands in a document that could not be checked. */
function failureDiagnostic({ said }: EngineFailure, { locale }: Subject): Diagnostic {
  const start = { line: 0, character: 0 }
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    code: 'TSP902',
    codeDescription: { href: pageUrl('TSP902', locale) },
    source: 'torchspore',
    message: say({ id: 'file.unreadable', reason: say(said, locale) }, locale),
  }
}
