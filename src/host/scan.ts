import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { createGlance, type Seen, type Sought } from './glance.ts'

/** Files that are looked at one after the other, by whoever takes them first. */
export interface Piece {
  readonly paths: readonly string[]
  /** At 0, how far it is. */
  readonly progress: Int32Array
  readonly seen: Uint8Array
}

const free = 0
const taken = 1
const done = 2

const perPiece = 128
/** Below so many files a thread takes longer to start than to help. */
const leastFiles = 2048
/** A thread that takes longer for a piece, in milliseconds, is not waited for: it may have ended. */
const patience = 2000

const program = new URL('./scan_worker.js', import.meta.url)

/** Looks for words in files, with a second thread where there are many: it begins while they are still being found. */
export class Scan {
  private readonly sought: Sought
  private readonly glance: (path: string) => Seen
  private readonly pieces: Piece[] = []
  /** By path, as how many-th it was added. */
  private readonly places = new Map<string, number>()
  private waiting: string[] = []
  /** Before it, all pieces are taken. */
  private untaken = 0
  private thread: Worker | null = null

  constructor(sought: Sought) {
    this.sought = sought
    this.glance = createGlance(sought)
  }

  add(path: string): void {
    this.places.set(path, this.pieces.length * perPiece + this.waiting.length)
    if (this.waiting.push(path) === perPiece) this.close()
  }

  /** Says that all files were added. */
  finish(): void {
    this.close()
    this.thread?.postMessage(null)
  }

  /** Whether a file may hold one of the words of a list; a file that was not added may. */
  mayHold(path: string, list: number): boolean {
    const place = this.places.get(path)
    const piece = place === undefined ? undefined : this.pieces[Math.floor(place / perPiece)]
    if (place === undefined || !piece) return true
    this.settle(piece)
    return ((piece.seen[place % perPiece] ?? 0) & (1 << list)) !== 0
  }

  private close(): void {
    const paths = this.waiting
    this.waiting = []
    const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const piece = { paths, progress, seen: new Uint8Array(new SharedArrayBuffer(paths.length)) }
    this.pieces.push(piece)
    if (this.pieces.length * perPiece === leastFiles) this.thread = startThread(this.sought, this.pieces)
    else this.thread?.postMessage(piece)
  }

  /** While the thread is at the piece, others are taken from it. */
  private settle(piece: Piece): void {
    takePiece(piece, this.glance)
    while (!isDone(piece) && this.untaken < this.pieces.length) {
      const next = this.pieces[this.untaken++]
      if (next) takePiece(next, this.glance)
    }
    Atomics.wait(piece.progress, 0, taken, patience)
    if (!isDone(piece)) lookThrough(piece, this.glance)
  }
}

/** Looks at the files of a piece, unless another thread does. */
export function takePiece(piece: Piece, glance: (path: string) => Seen): void {
  if (Atomics.compareExchange(piece.progress, 0, free, taken) === free) lookThrough(piece, glance)
}

function isDone({ progress }: Piece): boolean {
  return Atomics.load(progress, 0) === done
}

function lookThrough({ paths, progress, seen }: Piece, glance: (path: string) => Seen): void {
  for (const [place, path] of paths.entries()) seen[place] = glance(path)
  Atomics.store(progress, 0, done)
  Atomics.notify(progress, 0)
}

/** Null where there is no bundle, or no processor for it. */
function startThread(sought: Sought, pieces: readonly Piece[]): Worker | null {
  if (availableParallelism() === 1 || !existsSync(program)) return null
  const thread = new Worker(program, { workerData: sought })
  // What it does not do is done without it.
  thread.on('error', () => {}).unref()
  for (const piece of pieces) thread.postMessage(piece)
  return thread
}
