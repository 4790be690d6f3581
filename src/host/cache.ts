import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Analysis } from '../engine/checker.ts'
import type { Options } from '../engine/options.ts'
import { type Found, packEntry, unpackEntry } from './cache_entry.ts'
import { packWords, unpackWords } from './cache_words.ts'
import { once } from './once.ts'
import { areStill, packStates } from './packed_states.ts'
import { digest, type Snapshot } from './snapshot.ts'

/** All that decides what is found in a file, but other modules. */
export interface Subject {
  readonly absolute: string
  readonly bytes: Uint8Array
  readonly options: Options
}

/** What earlier runs found, one file for each file that had something to be checked in it. */
export interface Cache {
  /** What was found in exactly these bytes, under these settings, beside these modules; null when that is not known. */
  find(subject: Subject): Found | null
  keep(subject: Subject, analysis: Analysis): void
  /** The words that the last run over the places came to, or anything else: nothing may rest on them but how long a run takes. */
  words(places: readonly string[]): readonly string[]
  keepWords(places: readonly string[], words: readonly string[]): void
}

/** For a run without a cache. */
export const noCache: Cache = { find: () => null, keep: () => {}, words: () => [], keepWords: () => {} }

const tag = 'CACHEDIR.TAG'
const day = 24 * 60 * 60 * 1000

/**
 * A cache in a folder, which is made when the first entry is kept. Entries name each module they rest on and how it was:
 * one that does not read back, or of which anything is different, counts for nothing. `version` is that of all that judges.
 * A folder that cannot be written to is as good as none.
 */
export function createCache(folder: string, snapshot: Snapshot, version: string): Cache {
  const fileOf = ({ absolute }: Subject) => join(folder, `${digest(absolute)}.entry`)
  const keyOf = ({ absolute, bytes, options }: Subject) =>
    digest(JSON.stringify([version, process.version, snapshot.limit, absolute, options, digest(bytes)]))
  const wordsOf = (places: readonly string[]) => join(folder, `${digest(JSON.stringify(places))}.words`)
  const ready = once(() => prepare(folder))

  function find(subject: Subject): Found | null {
    const entry = unpackEntry(bytesOf(fileOf(subject)), keyOf(subject))
    return entry && areStill(entry.files, snapshot) ? entry.found : null
  }

  function keep(subject: Subject, { findings, handsOn, consulted }: Analysis): void {
    const files = packStates(consulted().map(path => [path, snapshot.seen(path)]))
    if (files !== null) write(fileOf(subject), packEntry({ found: { findings, handsOn }, files }, keyOf(subject)))
  }

  function words(places: readonly string[]): readonly string[] {
    return unpackWords(bytesOf(wordsOf(places)))
  }

  function keepWords(places: readonly string[], words: readonly string[]): void {
    write(wordsOf(places), packWords(words))
  }

  function write(path: string, bytes: Uint8Array): void {
    try {
      ready()
      writeWhole(path, bytes)
    } catch {
      // Without it the next run only takes longer.
    }
  }

  return { find, keep, words, keepWords }
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** Another run, at the same time, finds the old entry or the new one. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    writeFileSync(temporary, bytes)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Makes the folder, marked so that git and backups pass it over, or once a day removes what is a month old. */
function prepare(folder: string): void {
  const mark = join(folder, tag)
  if (!existsSync(mark)) {
    makeFolder(folder)
    writeFileSync(join(folder, '.gitignore'), '*\n')
    writeFileSync(mark, 'Signature: 8a477f597d28d172789f06886806bc55\n# Made by torchspore; it may be removed.\n')
  } else if (statSync(mark).mtimeMs < Date.now() - day) {
    utimesSync(mark, new Date(), new Date())
    prune(folder, Date.now() - 30 * day)
  }
}

/** Makes a folder and those around it. Node's own `recursive` never returns where the system says that a parent is missing which is there (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another run, at the same time, may have made it.
    if (!existsSync(folder)) throw error
  }
}

function prune(folder: string, before: number): void {
  for (const name of readdirSync(folder).filter(each => /\.(entry|words|tmp)$/.test(each))) {
    const path = join(folder, name)
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before) rmSync(path, { force: true })
  }
}
