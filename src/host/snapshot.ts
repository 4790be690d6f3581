import { hash } from 'node:crypto'
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, dirname, sep } from 'node:path'
import type { Loader } from '../engine/loader.ts'
import { isFile, isFolder, moduleText, withModule } from './loader.ts'

/** What a file is at one moment: its digest, that it cannot be read, that it is there and was not read, or that it is not there. */
export type FileState = string

/** The states that are no digests; `unsettled` is that of a file that was not the same each time: what is found later never equals it. */
export const states = { absent: 'absent', there: 'there', unreadable: 'unreadable', unsettled: 'unsettled' } as const
const { absent, there, unreadable, unsettled } = states

/** How many characters of modules are kept. */
const mostKept = 2 * 1024 * 1024

/** The modules around the files of one run, as they are met first. */
export class Snapshot {
  /** Gives the engine other modules. */
  private readonly files: Omit<Loader, 'path'> = {
    read: path => this.read(path),
    exists: path => this.exists(path),
    isFolder: path => this.isFolder(path),
  }
  readonly limit: number
  private readonly notes: boolean
  private readonly folders = new Map<string, Listing>()
  private readonly states = new Map<string, FileState>()
  private readonly texts = new Map<string, string | null>()
  private kept = 0

  /** Modules above the limit, in bytes, are not read. Without notes it cannot tell in which states the files were seen. */
  constructor(limit: number, notes = true) {
    this.limit = limit
    this.notes = notes
  }

  loaderFor(path: string): Loader {
    return { path, ...this.files }
  }

  /** The state in which files were seen of which something was asked, and folders: those have a separator behind their path. */
  seen(path: string): FileState {
    if (path.endsWith(sep)) return this.isFolder(path.slice(0, -1)) ? there : absent
    return this.states.get(path) ?? (this.exists(path) ? there : absent)
  }

  /** Tells of the files in a folder whether each still is in the state in which it was seen before, by this run or another. */
  within(folder: string): (name: string, state: FileState) => boolean {
    const { files } = this.listing(folder)
    const start = folder.endsWith(sep) ? folder : folder + sep
    return (name, state) => {
      if (name.endsWith(sep)) return this.isFolder(start + name.slice(0, -1)) === (state === there)
      return state === absent || state === there
        ? files.has(name) === (state === there)
        : this.isStill(start + name, state)
    }
  }

  private isStill(path: string, state: FileState): boolean {
    if (!this.states.has(path)) this.look(path, () => null)
    return this.states.get(path) === state && state !== unsettled
  }

  private exists(path: string): boolean {
    return this.listing(dirname(path)).files.has(basename(path))
  }

  private isFolder(path: string): boolean {
    const { others } = this.listing(dirname(path))
    return others?.has(basename(path)) ?? isFolder(path)
  }

  private listing(folder: string): Listing {
    const known = this.folders.get(folder)
    if (known) return known
    // Many folders that are asked about are not there, and most of those around them were listed before.
    const around = this.folders.get(dirname(folder))
    const listing = around?.others?.has(basename(folder)) === false ? absentFolder : listed(folder)
    this.folders.set(folder, listing)
    return listing
  }

  private read(path: string): string | null {
    const known = this.texts.get(path)
    if (known !== undefined) return known
    const text = this.look(path, moduleText)
    this.texts.set(path, text)
    this.kept += text?.length ?? 0
    for (const [oldest, dropped] of this.texts) {
      if (this.kept <= mostKept) break
      this.texts.delete(oldest)
      this.kept -= dropped?.length ?? 0
    }
    return text
  }

  /** What is made of the bytes of a file, if it can be read; its state is noted. */
  private look<T>(path: string, make: (bytes: Buffer) => T): T | null {
    const isThere = this.exists(path)
    let state: FileState = isThere ? unreadable : absent
    const made = isThere
      ? withModule(path, this.limit, bytes => {
          if (this.notes) state = digest(bytes)
          return make(bytes)
        })
      : null
    const known = this.states.get(path)
    this.states.set(path, known === undefined || known === state ? state : unsettled)
    return made
  }
}

/** What tells contents apart. */
export function digest(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url')
}

/** The names of the modules in a folder, links to them among them, and of what is no file, where that is known. */
interface Listing {
  readonly files: ReadonlySet<string>
  readonly others: ReadonlySet<string> | null
}

const absentFolder: Listing = { files: new Set(), others: new Set() }
const unlisted: Listing = { files: new Set(), others: null }

function listed(folder: string): Listing {
  try {
    // Asking first is quicker than to be refused.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return absentFolder
    const files = new Set<string>()
    const others = new Set<string>()
    // The engine asks for modules and for folders around them; of all else there is as much again.
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (!isFileEntry(entry)) others.add(entry.name)
      else if (entry.name.endsWith('.py')) files.add(entry.name)
    return { files, others }
  } catch {
    // What cannot be listed is, for the file that imports from it, not there.
    return unlisted
  }
}

function isFileEntry(entry: Dirent): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && isFile(`${entry.parentPath}/${entry.name}`))
}
