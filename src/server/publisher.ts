import { ResponseError } from 'vscode-languageserver/node'
import type { Session } from './session.ts'

/** So many milliseconds a document has to rest before it is checked: one keystroke is often followed by another. */
export const restBeforeCheck = 75
/** Clients that ask for diagnostics themselves are told to ask again at most this often. */
const restBeforeRefresh = 300

/** Brings findings to the client: pushed, or, to one that asks for them itself, the word that it is time to ask again. */
export class Publisher {
  private readonly session: Session
  private readonly waiting = new Map<string, NodeJS.Timeout>()
  private readonly known = new Set<string>()

  constructor(session: Session) {
    this.session = session
  }

  /** A document was opened or changed. */
  changed(uri: string): void {
    const rest = this.known.has(uri) ? restBeforeCheck : 0
    this.known.add(uri)
    if (!this.session.client.pulls) this.after(rest, uri, () => this.push(uri))
  }

  /** A document was closed: nothing is shown for it any more. */
  closed(uri: string): void {
    clearTimeout(this.waiting.get(uri))
    this.waiting.delete(uri)
    this.known.delete(uri)
    this.session.close(uri)
    if (!this.session.client.pulls) this.send(uri, [])
  }

  /** Files or settings have changed: all that was known of them is read anew. */
  worldChanged(): void {
    this.session.workspace.refresh()
    this.session.forget()
    this.allChanged()
  }

  /** What bears on all documents has changed. */
  allChanged(): void {
    const { client, documents, connection } = this.session
    if (!client.pulls) for (const uri of documents.uris) this.changed(uri)
    else if (client.refreshesDiagnostics)
      this.after(restBeforeRefresh, '', async () => connection.languages.diagnostics.refresh())
  }

  stop(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer)
    this.waiting.clear()
  }

  private after(rest: number, key: string, run: () => Promise<void>): void {
    clearTimeout(this.waiting.get(key))
    const timer = setTimeout(() => {
      this.waiting.delete(key)
      run().catch(error => {
        if (!(error instanceof ResponseError)) this.session.connection.console.error(String(error))
      })
    }, rest)
    this.waiting.set(key, timer)
  }

  /** Checks and sends; what is out of date by then is left to the check that follows. */
  private async push(uri: string): Promise<void> {
    const diagnostics = await this.session.diagnose(uri)
    const document = this.session.documents.get(uri)
    if (document && !this.waiting.has(uri)) this.send(uri, [...diagnostics], document.version)
  }

  private send(
    uri: string,
    diagnostics: Parameters<Session['connection']['sendDiagnostics']>[0]['diagnostics'],
    version?: number,
  ) {
    const about = version === undefined ? { uri } : { uri, version }
    void this.session.connection.sendDiagnostics({ ...about, diagnostics })
  }
}
