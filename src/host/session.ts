import { dirname, resolve } from 'node:path'
import type { Message } from '../engine/message.ts'
import type { Locale } from '../messages/locale.ts'
import { isExcluded } from './excluded.ts'
import { findFiles } from './files.ts'
import { type Case, judge } from './judge.ts'
import { loadChecker } from './load_checker.ts'
import { createLoaders } from './loader.ts'
import type { Mode, Outcome } from './outcome.ts'
import { type Read, readBytes, readFile } from './read.ts'
import { shownPath } from './relative.ts'
import { createSettingsFinder, type SettingsSource } from './settings.ts'
import { unreadable } from './unreadable.ts'
import { writeFile } from './write.ts'

/** One run over files: settings are found once, the engine is loaded once. */
export interface Session {
  /** The language of the working directory's settings. */
  readonly locale: Locale
  /**
   * The files that paths stand for; with `forceExclude` the settings' `exclude` holds for the paths themselves, too.
   * @throws UsageError when the settings of one of them are wrong
   */
  files(paths: readonly string[], forceExclude: boolean): readonly string[]
  excludes(path: string): boolean
  /** Checks a file of `files`; writes nothing. Null when it does not name the class, so that there is nothing in it to check. */
  checkFile(path: string, mode: Mode): Promise<Outcome | null>
  /** The same for a file for which that gave null, if it holds one of the words: names by which other files hand the class on. */
  checkFollower(path: string, words: readonly string[], mode: Mode): Promise<Outcome | null>
  /** The same for a file that was asked for by itself: what it imports is looked up, though it is not among the files. */
  checkImporter(path: string, mode: Mode): Promise<Outcome | null>
  /** Writes what came of a file, unless the file changed in between; gives what is to be said of it then. */
  write(outcome: Outcome): Promise<Outcome>
  /** Checks bytes that stand for a file, or for none where the path is null; writes nothing. */
  checkBytes(bytes: Buffer, path: string | null, mode: Mode): Promise<Outcome | null>
}

/** @throws UsageError when the settings are wrong */
export function createSession(source: SettingsSource): Session {
  const { cwd } = source
  const settings = createSettingsFinder(source)
  const checker = once(loadChecker)
  const loaderOf = createLoaders(settings.at(cwd).settings['max-file-size'])

  function placed(path: string): Subject {
    const options = settings.at(dirname(path)).options(path)
    return { path: shownPath(cwd, path), absolute: path, options, loader: loaderOf(path) }
  }

  async function judged(read: Read, subject: Subject, mode: Mode): Promise<Outcome | null> {
    if (read.kind === 'passed-over') return null
    if (read.kind === 'source') return judge(await checker(), { ...subject, source: read.source }, mode)
    return unread(subject, read.message)
  }

  async function checkFile(path: string, mode: Mode): Promise<Outcome | null> {
    const subject = placed(path)
    return judged(await readFile(path, subject.options.maxFileSize), subject, mode)
  }

  async function checkFollower(path: string, words: readonly string[], mode: Mode): Promise<Outcome | null> {
    const subject = placed(path)
    return judged(await readFile(path, subject.options.maxFileSize, words), subject, mode)
  }

  async function checkImporter(path: string, mode: Mode): Promise<Outcome | null> {
    const { loader } = placed(path)
    const source = loader?.read(path)
    if (!source || !loader || !(await checker()).mayUse(source, loader)) return null
    return checkFollower(path, [''], mode)
  }

  async function write(outcome: Outcome): Promise<Outcome> {
    if (!outcome.change) return outcome
    const path = outcome.found.absolute
    const reason = writeFile(path, outcome.change.original, outcome.change.bytes)
    if (reason === null) return outcome
    const unfixed = await checkFile(path, { kind: 'look' })
    return { ...(unfixed ?? outcome), failure: `cannot be written: ${reason}` }
  }

  async function checkBytes(bytes: Buffer, path: string | null, mode: Mode): Promise<Outcome | null> {
    const subject = placed(resolve(cwd, path ?? '-'))
    const read = await readBytes(bytes, subject.options.maxFileSize)
    return judged(read, path === null ? { ...subject, absolute: '-', loader: undefined } : subject, mode)
  }

  return {
    locale: settings.at(cwd).settings.locale,
    files: (paths, forceExclude) => findFiles(paths, settings, { cwd, forceExclude }),
    excludes: path => isExcluded(resolve(cwd, path), settings),
    checkFile,
    checkFollower,
    checkImporter,
    write,
    checkBytes,
  }
}

/** All that bears on a file but its source. */
type Subject = Omit<Case, 'source'>

function unread({ path, absolute, options }: Subject, message: Message): Outcome {
  const findings = unreadable(message, options)
  return { found: { path, absolute, source: '', findings }, fixed: 0, change: null, handsOn: [], failure: null }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}
