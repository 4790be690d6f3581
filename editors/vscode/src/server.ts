import { type Disposable, type ExtensionContext, type LogOutputChannel, l10n, Uri, window } from 'vscode'
import { LanguageClient, RevealOutputChannelOn, State } from 'vscode-languageclient/node'
import { documents } from './documents.ts'
import { serverOptions } from './server_options.ts'
import { isEnabled, onlyInline, ownPath } from './settings.ts'
import type { Status } from './status.ts'
import { tell } from './tell.ts'

/** The language server, started and stopped one after the other, and what is known of how it runs. */
export class Server implements Disposable {
  readonly output: LogOutputChannel = window.createOutputChannel('torchspore', { log: true })
  private readonly bundled: string
  private readonly status: Status
  private client: LanguageClient | null = null
  private turn: Promise<void> = Promise.resolve()

  constructor({ extensionUri }: ExtensionContext, status: Status) {
    this.bundled = Uri.joinPath(extensionUri, 'dist', 'server', 'server.mjs').fsPath
    this.status = status
  }

  /** Starts the server, unless the settings say that there shall be none. */
  start(): Promise<void> {
    return this.next(() => this.bringUp())
  }

  restart(): Promise<void> {
    return this.next(async () => {
      await this.bringDown()
      await this.bringUp()
    })
  }

  /** The client of a server that runs; null, with a word to the person, where there is none. */
  async running(): Promise<LanguageClient | null> {
    await this.turn
    if (this.client?.state === State.Running) return this.client
    if (!isEnabled()) {
      tell(l10n.t('torchspore: switched off by the setting torchspore.enable.'))
      return null
    }
    const restart = l10n.t('Restart server')
    const chosen = await window.showWarningMessage(l10n.t('torchspore: the server is not running.'), restart)
    if (chosen === restart) await this.restart()
    return null
  }

  async dispose(): Promise<void> {
    await this.next(() => this.bringDown())
    this.output.dispose()
  }

  private next(run: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(run).catch(error => this.output.error(error))
    return this.turn
  }

  private async bringUp(): Promise<void> {
    if (!isEnabled()) {
      this.status.show({ kind: 'off' })
      return
    }
    const client = this.createClient()
    this.client = client
    try {
      await client.start()
    } catch (error) {
      this.failed(error)
    }
  }

  private createClient(): LanguageClient {
    const client = new LanguageClient('torchspore', 'torchspore', serverOptions(ownPath(), this.bundled), {
      documentSelector: documents,
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: onlyInline,
    })
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running)
        this.status.show({ kind: 'running', version: client.initializeResult?.serverInfo?.version ?? '' })
      else this.status.show(newState === State.Starting ? { kind: 'starting' } : { kind: 'stopped' })
    })
    return client
  }

  /** The client has told of it already, but not of what to do. */
  private failed(error: unknown): void {
    this.output.error(error instanceof Error ? error : String(error))
    this.status.show({ kind: 'stopped' })
    const path = ownPath()
    if (path !== '')
      void window.showErrorMessage(l10n.t('torchspore: is the setting torchspore.path right? It is {0}.', path))
  }

  /** A client can only be stopped when it runs; one that lost its server may be starting another. */
  private async bringDown(): Promise<void> {
    const { client } = this
    this.client = null
    if (client?.state === State.Starting) await client.start().catch(() => {})
    if (client?.state === State.Running) await client.dispose()
  }
}
