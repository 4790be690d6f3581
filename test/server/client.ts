import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionKind,
  CodeActionRequest,
  createMessageConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'

const cli = join(import.meta.dirname, '../../dist/cli.js')

/** What a client may say of itself, besides what all here can do. */
export interface Start {
  readonly folders?: readonly string[]
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: unknown
  readonly processId?: number
  readonly locale?: string
  /** The sections that the client gives when it is asked for its configuration. */
  readonly settings?: Readonly<Record<string, unknown>>
}

/** An editor as a script: a real `torchspore server` over its standard input and output. */
export class Client {
  readonly process: ChildProcess
  readonly connection: MessageConnection
  readonly messages: string[] = []
  readonly registered: string[] = []
  readonly applied: unknown[] = []
  refreshes = 0
  settings: Readonly<Record<string, unknown>>
  result: InitializeResult | null = null
  private readonly published: PublishDiagnosticsParams[] = []
  private readonly listeners = new Set<() => void>()
  private readonly versions = new Map<string, number>()

  private constructor(settings: Readonly<Record<string, unknown>>) {
    this.settings = settings
    this.process = spawn(process.execPath, [cli, 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const { stdin, stdout } = this.process
    if (!stdin || !stdout) throw new Error('the process has no streams')
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.listen()
  }

  /** Starts a server for one test; it ends with the test. */
  static async start(start: Start = {}): Promise<Client> {
    const client = new Client(start.settings ?? {})
    onTestFinished(() => void client.process.kill('SIGKILL'))
    const { folders = [], capabilities = {}, initializationOptions, locale } = start
    const params: InitializeParams = {
      processId: start.processId ?? process.pid,
      rootUri: null,
      workspaceFolders: folders.map(path => ({ uri: uriOf(path), name: path })),
      capabilities,
      initializationOptions,
      ...(locale === undefined ? {} : { locale }),
    }
    client.result = await client.connection.sendRequest<InitializeResult>('initialize', params)
    await client.notify('initialized', {})
    return client
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params)
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params)
  }

  async open(uri: string, text: string, languageId = 'python'): Promise<void> {
    this.versions.set(uri, 1)
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1
    this.versions.set(uri, version)
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
  }

  async close(uri: string): Promise<void> {
    await this.notify('textDocument/didClose', { textDocument: { uri } })
  }

  /** Waits for the findings that are pushed for a document's text as it is now, and fit. */
  async pushed(uri: string, fits: (codes: readonly unknown[]) => boolean = () => true): Promise<readonly Diagnostic[]> {
    const version = this.versions.get(uri)
    const wanted = () =>
      this.published.findLast(each => each.uri === uri && each.version === version && fits(codesOf(each.diagnostics)))
    await this.until(() => wanted() !== undefined)
    return wanted()?.diagnostics ?? []
  }

  /** Forgets what was pushed so far, so that `pushed` waits for what is to come. */
  forgetPushed(): void {
    this.published.length = 0
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })
    return report.items
  }

  actions(uri: string, range: Range, only?: readonly CodeActionKind[]): Promise<readonly CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}) }
    return this.request(CodeActionRequest.method, { textDocument: { uri }, range, context })
  }

  /** Waits until something that the server sends makes it so. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise(done => {
      const look = () => {
        if (!isSo()) return
        this.listeners.delete(look)
        done()
      }
      this.listeners.add(look)
      look()
    })
  }

  /** The exit status once the process has ended. */
  ended(): Promise<number | null> {
    return new Promise(done => {
      if (this.process.exitCode !== null) done(this.process.exitCode)
      else this.process.once('exit', done)
    })
  }

  private listen(): void {
    const { connection } = this
    connection.onNotification(
      'textDocument/publishDiagnostics',
      params => void this.got(() => this.published.push(params)),
    )
    connection.onNotification('window/showMessage', ({ message }) => void this.got(() => this.messages.push(message)))
    connection.onRequest('client/registerCapability', ({ registrations }) =>
      this.got(() => this.registered.push(...registrations.map(({ method }: { method: string }) => method))),
    )
    connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ scopeUri = '' }) => this.settings[scopeUri] ?? this.settings[''] ?? null),
    )
    connection.onRequest('workspace/diagnostic/refresh', () => this.got(() => this.refreshes++))
    connection.onRequest('workspace/applyEdit', ({ edit }) => {
      this.got(() => this.applied.push(edit))
      return { applied: true }
    })
    connection.onRequest('window/workDoneProgress/create', () => null)
    connection.listen()
  }

  private got(record: () => void): null {
    record()
    for (const look of this.listeners) look()
    return null
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href
}

export function codesOf(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code)
}

export function range(line: number, from: number, to = from): Range {
  return { start: { line, character: from }, end: { line, character: to } }
}
