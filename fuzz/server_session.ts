import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  CancellationTokenSource,
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { type Message, own } from './server_messages.ts'

/** What a text comes to: each finding's code and where it begins. */
export type Expected = (source: string) => readonly string[]

/** A session with a language server of its own, in which an editor has one document open, and others now and then. */
export class Session {
  private document: TextDocument
  private readonly expected: Expected
  private readonly process: ChildProcess
  private readonly connection: MessageConnection
  private readonly ended: Promise<readonly string[]>

  constructor(text: string, expected: Expected) {
    this.document = TextDocument.create(own, 'python', 1, text)
    this.expected = expected
    this.process = spawn(process.execPath, ['dist/cli.js', 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const { stdin, stdout } = this.process
    if (!stdin || !stdout) throw new Error('the process has no streams')
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null))
    this.connection.onUnhandledNotification(() => {})
    this.connection.listen()
    this.ended = new Promise(done => this.process.once('exit', status => done([`died: exit status ${status}`])))
  }

  /** What is broken after `talk`, or that the server died meanwhile; the server ends. */
  async run(talk: () => Promise<readonly string[]>): Promise<readonly string[]> {
    try {
      return await Promise.race([this.ended, this.begin().then(talk)])
    } finally {
      this.connection.dispose()
      this.process.kill('SIGKILL')
    }
  }

  /** Sends messages one behind the other, and waits for the answers of some. */
  async send(messages: readonly Message[]): Promise<void> {
    for (const message of messages) await this.sendOne(message)
  }

  /** Compares the findings that the server has now with those of the text. */
  async compared(): Promise<readonly string[]> {
    const { items } = await this.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: own },
    })
    const found = items.map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`).join()
    const expected = this.expected(this.document.getText()).join()
    return found === expected ? [] : [`findings: the server has ${found}, the engine ${expected}`]
  }

  /** The server's memory, in megabytes. */
  memory(): number {
    return Math.round(
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.process.pid)], { encoding: 'utf8' })) / 1024,
    )
  }

  private async begin(): Promise<void> {
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
    await this.notify('initialized', {})
    await this.open(own, this.document.getText())
  }

  private sendOne(message: Message): Promise<void> {
    const { kind, uri, range, text, method, cancel, wait } = message
    const textDocument = { uri, version: this.document.version + 1 }
    switch (kind) {
      case 'edit':
      case 'replace':
        return this.change(message)
      case 'open':
        return this.open(String(uri), String(text))
      case 'close':
        return this.notify('textDocument/didClose', { textDocument })
      case 'stray':
        return this.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] })
      default:
        return this.request(String(method), { textDocument, range, context: { diagnostics: [] } }, { cancel, wait })
    }
  }

  private change({ range, text, step }: Message): Promise<void> {
    // The range of an edit is one, the text a string: see `edit`.
    const change = (range ? { range, text } : { text }) as TextDocumentContentChangeEvent
    this.document = TextDocument.update(this.document, [change], this.document.version + Number(step ?? 1))
    const textDocument = { uri: own, version: this.document.version }
    return this.notify('textDocument/didChange', { textDocument, contentChanges: [change] })
  }

  private open(uri: string, text: string): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } })
  }

  private notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params)
  }

  /** An error is an answer too. */
  private async request(method: string, params: object, { cancel, wait }: Omit<Message, 'kind'>): Promise<void> {
    const source = new CancellationTokenSource()
    const answer = this.connection.sendRequest(method, params, source.token).catch(() => {})
    if (cancel) source.cancel()
    if (wait) await answer
  }
}
