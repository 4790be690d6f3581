import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Loader } from '../engine/loader.ts'
import { isFile, moduleBytes, moduleText } from './loader.ts'

/** What a file is at one moment: its digest, that it cannot be read, that it is there and was not read, or that it is not there. */
export type FileState = string

const absent: FileState = 'absent'
const there: FileState = 'there'
const unreadable: FileState = 'unreadable'
/** Of a file that was not the same each time: never equal to what is found later. */
const unsettled: FileState = 'unsettled'

/** How many characters of modules are kept. */
const mostKept = 4 * 1024 * 1024

/** The files around those of one run, as they are met first. */
export class Snapshot {
  /** Gives the engine other modules. */
  private readonly files = { read: (path: string) => this.read(path), exists: (path: string) => this.exists(path) }
  readonly limit: number
  private readonly folders = new Map<string, ReadonlySet<string>>()
  private readonly states = new Map<string, FileState>()
  private readonly texts = new Map<string, string | null>()
  private kept = 0

  /** Modules above the limit, in bytes, are not read. */
  constructor(limit: number) {
    this.limit = limit
  }

  loaderFor(path: string): Loader {
    return { path, ...this.files }
  }

  /** The state in which the files were seen, for those of which something was asked. */
  seen(path: string): FileState {
    return this.states.get(path) ?? (this.exists(path) ? there : absent)
  }

  /** Whether a file still is in the state in which it was seen before, by this run or another. */
  isStill(path: string, state: FileState): boolean {
    if (state === absent || state === there) return this.exists(path) === (state === there)
    if (!this.states.has(path)) this.bytes(path)
    return this.states.get(path) === state && state !== unsettled
  }

  private exists(path: string): boolean {
    const folder = dirname(path)
    const names = this.folders.get(folder) ?? filesIn(folder)
    this.folders.set(folder, names)
    return names.has(basename(path))
  }

  private read(path: string): string | null {
    const known = this.texts.get(path)
    if (known !== undefined) return known
    const bytes = this.bytes(path)
    const text = bytes && moduleText(bytes)
    this.texts.set(path, text)
    this.kept += text?.length ?? 0
    for (const [oldest, dropped] of this.texts) {
      if (this.kept <= mostKept) break
      this.texts.delete(oldest)
      this.kept -= dropped?.length ?? 0
    }
    return text
  }

  private bytes(path: string): Buffer | null {
    const bytes = this.exists(path) ? moduleBytes(path, this.limit) : null
    const state = bytes ? digest(bytes) : this.exists(path) ? unreadable : absent
    const known = this.states.get(path)
    this.states.set(path, known === undefined || known === state ? state : unsettled)
    return bytes
  }
}

/** What tells contents apart. */
export function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url')
}

/** The names of the files in a folder; links to files are among them. */
function filesIn(folder: string): ReadonlySet<string> {
  try {
    // Asking first is quicker than to be refused, since many of the folders are not there.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return new Set()
    const entries = readdirSync(folder, { withFileTypes: true })
    const files = entries.filter(
      entry => entry.isFile() || (entry.isSymbolicLink() && isFile(`${entry.parentPath}/${entry.name}`)),
    )
    return new Set(files.map(({ name }) => name))
  } catch {
    // What cannot be listed is, for the file that imports from it, not there.
    return new Set()
  }
}
