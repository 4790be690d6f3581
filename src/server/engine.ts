import type { Worker } from 'node:worker_threads'
import {
  type CancellationToken,
  createMessageConnection,
  LSPErrorCodes,
  type MessageConnection,
  PortMessageReader,
  PortMessageWriter,
  type RequestParam,
  type RequestType,
  ResponseError,
} from 'vscode-languageserver/node'
import { EngineFailure } from './engine_failure.ts'
import { ask, forget, type OpenText } from './worker_protocol.ts'

/** How the engine is run, and what it is told. */
export interface EngineMeans {
  /** Starts a worker that answers what is asked in `ask`. */
  readonly start: () => Worker
  /** After so many milliseconds a worker that does not answer is stopped. */
  readonly patience: number
  /** All open documents, as they are now. */
  readonly documents: () => readonly OpenText[]
  /** Called when what other documents lean on has changed. */
  readonly onOthersChanged: () => void
}

/**
 * The engine in a worker, which is asked one thing after the other. A worker that hangs, breaks or ends is replaced, and
 * gets all open documents anew; the request that it died of fails.
 */
export class Engine {
  private readonly means: EngineMeans
  private running: Running | null = null
  private last: Promise<unknown> = Promise.resolve()
  private stopped = false

  constructor(means: EngineMeans) {
    this.means = means
  }

  /**
   * Asks when all that was asked before is answered, with the open documents as they are then.
   * @throws EngineFailure when the worker could not answer
   * @throws ResponseError when the request was cancelled before its turn
   */
  ask<P, R>(type: RequestType<P, R, void>, params: RequestParam<P>, token?: CancellationToken): Promise<R> {
    const turn = this.last.then(async () => {
      if (token?.isCancellationRequested || this.stopped)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
      await this.bringUp()
      return this.send(type, params)
    })
    this.last = turn.catch(() => {})
    return turn
  }

  /** Files on the disk may have changed. */
  forget(): void {
    void this.running?.connection.sendNotification(forget, null)
  }

  /** Ends the worker; nothing is answered any more. */
  stop(): void {
    this.stopped = true
    this.replace()
  }

  /** Gives the worker the documents that it does not have as they are. */
  private async bringUp(): Promise<void> {
    const { known } = await this.run()
    const documents = this.means.documents()
    const open = new Map(documents.map(document => [document.uri, document]))
    let others = false
    for (const uri of [...known.keys()].filter(each => !open.has(each))) {
      known.delete(uri)
      if (await this.send(ask.drop, { uri })) others = true
    }
    for (const document of documents.filter(({ uri, text }) => known.get(uri) !== text)) {
      known.set(document.uri, document.text)
      if (await this.send(ask.take, document)) others = true
    }
    if (others) this.means.onOthersChanged()
  }

  /** The worker that runs; a new one has as long as it takes to load the engine. */
  private async run(): Promise<Running> {
    if (!this.running) {
      this.running = start(this.means.start(), worker => {
        if (this.running?.worker === worker) this.running = null
      })
      await this.send(ask.ready, null)
    }
    return this.running
  }

  private async send<P, R>(type: RequestType<P, R, void>, params: RequestParam<P>): Promise<R> {
    const { running } = this
    if (!running) throw new EngineFailure({ id: 'server.failed', reason: 'the checker ended' })
    const late = new Late(this.means.patience)
    try {
      return await Promise.race([this.answer(running, type, params), late.promise])
    } catch (error) {
      // A worker that failed once, out of memory or in the parser, may be broken for good.
      this.replace()
      throw EngineFailure.of(error)
    } finally {
      late.clear()
    }
  }

  /** A promise of its own, which fails when the worker ends: one that lives as long as the worker would keep all answers. */
  private answer<P, R>(running: Running, type: RequestType<P, R, void>, params: RequestParam<P>): Promise<R> {
    return new Promise((resolve, reject) => {
      running.fail = reject
      running.connection.sendRequest(type, params).then(resolve, reject)
    })
  }

  private replace(): void {
    const { running } = this
    this.running = null
    void running?.worker.terminate()
  }
}

/** A worker, and the text that it has of each document: a version that a client gives twice would not tell. */
interface Running {
  readonly worker: Worker
  readonly connection: MessageConnection
  readonly known: Map<string, string>
  /** Called when the worker ends: what was asked last is not answered. */
  fail: (reason: unknown) => void
}

function start(worker: Worker, onEnd: (worker: Worker) => void): Running {
  const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker))
  const running: Running = { worker, connection, known: new Map(), fail: () => {} }
  worker.once('error', error => running.fail(error))
  worker.once('exit', () => {
    onEnd(worker)
    running.fail(new Error('the checker ended'))
    connection.dispose()
  })
  connection.listen()
  return running
}

/** A promise that fails after some milliseconds. */
class Late {
  readonly promise: Promise<never>
  private timer: NodeJS.Timeout | undefined

  constructor(milliseconds: number) {
    this.promise = new Promise((_, reject) => {
      const failure = new EngineFailure({ id: 'server.stopped', seconds: milliseconds / 1000 })
      this.timer = setTimeout(() => reject(failure), milliseconds)
    })
  }

  clear(): void {
    clearTimeout(this.timer)
  }
}
