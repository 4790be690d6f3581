import { type ChildProcess, spawn } from 'node:child_process'
import fc from 'fast-check'
import {
  CancellationTokenSource,
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { readText } from '../src/host/read_text.ts'
import type { Target } from './input.ts'
import type { Tools } from './laws.ts'
import { characters, statements } from './pieces.ts'
import { arbitraryProgram } from './programs.ts'

const uris = ['file:///r/net.py', 'file:///r/other.py', 'untitled:Untitled-1', 'file:///r/n%C3%A4t%20.py', 'x', '']
const uri = fc.constantFrom(...uris)
const number = fc.oneof(fc.nat(60), fc.constantFrom(-1, 0, 1e6, 2 ** 31 - 1))
const position = fc.record({ line: number, character: number })
const range = fc.record({ start: position, end: position })
const text = fc.oneof(arbitraryProgram, fc.constantFrom(...characters, ...statements))

const requests = [
  ...['textDocument/diagnostic', 'textDocument/codeAction', 'textDocument/hover', 'textDocument/inlayHint'],
  ...[
    'textDocument/codeLens',
    'codeAction/resolve',
    'workspace/diagnostic',
    'workspace/executeCommand',
    'torchspore/none',
  ],
]

/** What an editor may send, and what none should. */
const message = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('edit'), range, text: fc.constantFrom(...characters, ...statements, '') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace'), text }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('request'),
      method: fc.constantFrom(...requests),
      uri,
      range,
      cancel: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open'), uri, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), uri }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stray'), uri, range, text: fc.constantFrom(...characters) }) },
)

// Every member that some kind of message has; they are read by their kind.
type Message = Readonly<Record<string, unknown>> & { readonly kind: string }

const own = 'file:///r/own.py'

/** Sessions with the language server: it lives, and its findings are those of the text that the editor has. */
export function serverTarget({ checker }: Tools): Target {
  const messages = fc.array(message, { minLength: 50, maxLength: 150, size: 'max' })
  return {
    together: 5,
    seconds: 30,
    inputs: fc.tuple(arbitraryProgram, messages).map(([first, rest]) => ({
      target: 'server',
      text: [first, ...rest].map(each => JSON.stringify(each)).join('\n'),
    })),
    broken: async input => {
      const [first, ...rest]: unknown[] = input.text.split('\n').flatMap(parsed)
      const session = new Session(typeof first === 'string' ? first : '')
      try {
        return await session.run(
          // Written by the arbitrary above; a shrunk line that is none of its messages is not sent.
          rest.filter((each): each is Message => typeof each === 'object' && each !== null && 'kind' in each),
          source => codesOf(source, checker),
        )
      } finally {
        session.end()
      }
    },
  }
}

/** What a text comes to in a file, where some are not even looked at. */
function codesOf(source: string, { check }: Tools['checker']): readonly string[] {
  const read = readText(source, 'own.py')
  if (read.kind !== 'python') return read.kind === 'problem' ? ['TSP902'] : []
  return check(read.text).map(({ code }) => code)
}

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}

class Session {
  private document: TextDocument
  private readonly process: ChildProcess
  private readonly connection: MessageConnection
  private readonly ended: Promise<readonly string[]>

  constructor(text: string) {
    this.document = TextDocument.create(own, 'python', 1, text)
    this.process = spawn(process.execPath, ['dist/cli.js', 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const { stdin, stdout } = this.process
    if (!stdin || !stdout) throw new Error('the process has no streams')
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null))
    this.connection.onUnhandledNotification(() => {})
    this.connection.listen()
    this.ended = new Promise(done => this.process.once('exit', status => done([`died: exit status ${status}`])))
  }

  run(messages: readonly Message[], codesOf: (source: string) => readonly string[]): Promise<readonly string[]> {
    return Promise.race([this.ended, this.talk(messages, codesOf)])
  }

  end(): void {
    this.connection.dispose()
    this.process.kill('SIGKILL')
  }

  private async talk(messages: readonly Message[], codesOf: (source: string) => readonly string[]) {
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
    await this.notify('initialized', {})
    await this.open(own, this.document.getText())
    for (const each of messages) await this.send(each)
    const answer = await this.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: own },
    })
    const [found, expected] = [answer.items.map(({ code }) => code).join(), codesOf(this.document.getText()).join()]
    return found === expected ? [] : [`findings: the server has ${found}, the engine ${expected}`]
  }

  private async send(message: Message): Promise<void> {
    const { kind, uri, range, text, method, cancel } = message
    const textDocument = { uri, version: this.document.version + 1 }
    switch (kind) {
      case 'edit':
        // The range of an edit is one, the text a string: see `message`.
        return this.change({ range, text } as TextDocumentContentChangeEvent)
      case 'replace':
        return this.change({ text } as TextDocumentContentChangeEvent)
      case 'open':
        return this.open(String(uri), String(text))
      case 'close':
        return this.notify('textDocument/didClose', { textDocument })
      case 'stray':
        return this.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] })
      default:
        return this.request(String(method), { textDocument, range, context: { diagnostics: [] } }, cancel === true)
    }
  }

  private async change(change: TextDocumentContentChangeEvent): Promise<void> {
    this.document = TextDocument.update(this.document, [change], this.document.version + 1)
    const textDocument = { uri: own, version: this.document.version }
    await this.notify('textDocument/didChange', { textDocument, contentChanges: [change] })
  }

  private open(uri: string, text: string): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } })
  }

  private notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params)
  }

  /** An error is an answer too; a request that is cancelled is not waited for. */
  private async request(method: string, params: object, cancel: boolean): Promise<void> {
    const source = new CancellationTokenSource()
    const answer = this.connection.sendRequest(method, params, source.token).catch(() => {})
    if (cancel) source.cancel()
    else await answer
  }
}
