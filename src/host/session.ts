import { dirname, resolve } from 'node:path'
import type { Checker } from '../engine/checker.ts'
import type { Message } from '../engine/message.ts'
import type { Locale } from '../messages/locale.ts'
import { noCache } from './cache.ts'
import type { Read } from './decoded.ts'
import { isExcluded } from './excluded.ts'
import { findFiles } from './files.ts'
import { type Case, judge, needsGrammar, remembered } from './judge.ts'
import { loadChecker, loadFrugalChecker } from './load_checker.ts'
import { tellingWords } from './mentions.ts'
import { once } from './once.ts'
import { openCache } from './open_cache.ts'
import type { Mode, Outcome } from './outcome.ts'
import type { Answers, CacheUse, Question } from './question.ts'
import { readBytes, readFile } from './read.ts'
import { shownPath } from './relative.ts'
import { Scan } from './scan.ts'
import { createSettingsFinder, type SettingsSource } from './settings.ts'
import { Snapshot } from './snapshot.ts'
import { unreadable } from './unreadable.ts'
import { writeFile } from './write.ts'

/** One run over files: settings are found once, the engine is loaded once. */
export interface Session {
  /** The language of the working directory's settings; null where they leave it open. */
  readonly locale: Locale | null
  /**
   * The files that paths stand for; with `forceExclude` the settings' `exclude` holds for the paths themselves, too. Those of
   * folders are looked at already, for the names of the class and for the words that the last run over the paths came to.
   * @throws UsageError when the settings of one of them are wrong
   */
  files(paths: readonly string[], forceExclude: boolean): readonly string[]
  excludes(path: string): boolean
  /** Looks for words by which files hand the class on in the files that are asked about next. */
  seek(files: readonly string[], words: readonly string[]): void
  /** Keeps the words that a run came to: the next one over the same paths looks for them at once. */
  remember(words: readonly string[]): void
  /** Checks a file of `files`; writes nothing. Null when it does not name the class, so that there is nothing in it to check. */
  checkFile(path: string, mode: Mode): Promise<Outcome | null>
  /** The same for a file for which that gave null, if it holds one of the words: names by which other files hand the class on. */
  checkFollower(path: string, words: readonly string[], mode: Mode): Promise<Outcome | null>
  /** What came of several files. */
  ask(question: Question): Promise<Answers>
  /** What is said of a file that broke what was to check it. */
  unchecked(path: string, reason: string): Outcome
  /** The same for a file that was asked for by itself: what it imports is looked up, though it is not among the files. */
  checkImporter(path: string, mode: Mode): Promise<Outcome | null>
  /** Writes what came of a file, unless the file changed in between; gives what is to be said of it then. */
  write(outcome: Outcome): Promise<Outcome>
  /** Checks bytes that stand for a file, or for none where the path is null; writes nothing. */
  checkBytes(bytes: Buffer, path: string | null, mode: Mode): Promise<Outcome | null>
}

/** @throws UsageError when the settings are wrong */
export function createSession(source: SettingsSource, cacheUse: CacheUse = 'uncached'): Session {
  const { cwd } = source
  const settings = createSettingsFinder(source)
  const full = once(loadChecker)
  let checker = once(loadFrugalChecker)
  const snapshot = new Snapshot(settings.at(cwd).settings['max-file-size'], cacheUse === 'cached')
  const cache = cacheUse === 'cached' ? openCache(settings.at(cwd), snapshot) : noCache
  let places: readonly string[] = [cwd]
  let recalled: readonly string[] = []
  let scan: Scan | null = null
  let sought: keyof typeof lists = 'class'

  function placed(path: string): Subject {
    const options = settings.at(dirname(path)).options(path)
    return { path: shownPath(cwd, path), absolute: path, options, loader: snapshot.loaderFor(path) }
  }

  /** Asks a checker that is loaded quickly; once it needs the grammar, another one, since the first may have broken off anywhere. */
  async function ask<T>(question: (checker: Checker) => T | Promise<T>): Promise<T> {
    try {
      return await question(await checker())
    } catch (error) {
      if (!needsGrammar(error)) throw error
      checker = full
      return question(await checker())
    }
  }

  async function judged(read: Read, subject: Subject, mode: Mode): Promise<Outcome | null> {
    if (read.kind === 'passed-over' || (mode.kind === 'fix' && mode.asker?.stopped)) return null
    if (read.kind === 'problem') return unread(subject, read.message)
    const about = { ...subject, source: read.source }
    // Nobody is to be asked twice.
    if (mode.kind === 'fix' && mode.asker) checker = full
    return remembered(about, mode, cache) ?? ask(each => judge(each, about, mode, cache))
  }

  async function checkFile(path: string, mode: Mode): Promise<Outcome | null> {
    const subject = placed(path)
    return judged(await readFile(path, subject.options.maxFileSize), subject, mode)
  }

  async function checkFollower(path: string, words: readonly string[], mode: Mode): Promise<Outcome | null> {
    const subject = placed(path)
    return judged(await readFile(path, subject.options.maxFileSize, words), subject, mode)
  }

  async function checkAll({ files, words, mode }: Question): Promise<Answers> {
    const answers: (Outcome | null)[] = []
    for (const file of files) {
      if (scan && !scan.mayHold(file, lists[sought])) answers.push(null)
      else answers.push(await (words ? checkFollower(file, words, mode) : checkFile(file, mode)))
    }
    return answers
  }

  function files(paths: readonly string[], forceExclude: boolean): readonly string[] {
    places = [cwd, ...paths.map(path => resolve(cwd, path))]
    recalled = cache.words(places)
    const whole = new Scan([tellingWords, recalled])
    const found = findFiles(paths, settings, { cwd, forceExclude, meet: path => whole.add(path) })
    whole.finish()
    scan = whole
    sought = 'class'
    return found
  }

  function seek(files: readonly string[], words: readonly string[]): void {
    if (sought !== 'words' && words.every(word => recalled.includes(word))) {
      sought = 'recalled'
      return
    }
    scan = new Scan([words])
    sought = 'words'
    for (const file of files) scan.add(file)
    scan.finish()
  }

  function remember(words: readonly string[]): void {
    const sorted = [...words].sort()
    if (sorted.join() !== recalled.join()) cache.keepWords(places, sorted)
  }

  async function checkImporter(path: string, mode: Mode): Promise<Outcome | null> {
    const subject = placed(path)
    const { loader } = subject
    const read = await readFile(path, subject.options.maxFileSize, [''])
    if (read.kind !== 'source' || !loader) return null
    if (!(await ask(each => each.mayUse(read.source.text, loader)))) return null
    return judged(read, subject, mode)
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
    const read = await readBytes(bytes, subject.absolute, subject.options.maxFileSize)
    return judged(read, path === null ? { ...subject, absolute: '-', loader: undefined } : subject, mode)
  }

  return {
    locale: settings.at(cwd).settings.locale,
    files,
    seek,
    remember,
    excludes: path => isExcluded(resolve(cwd, path), settings),
    checkFile,
    checkFollower,
    ask: checkAll,
    unchecked: (path, reason) => unread(placed(path), { id: 'file.unreadable', reason }),
    checkImporter,
    write,
    checkBytes,
  }
}

/** At which place of a scan's lists the words are: the first scan looks for those of the last run, too, each later one for its own. */
const lists = { class: 0, recalled: 1, words: 0 } as const

/** All that bears on a file but its source. */
type Subject = Omit<Case, 'source'>

function unread({ path, absolute, options }: Subject, message: Message): Outcome {
  const findings = unreadable(message, options)
  const found = { path, absolute, source: '', findings }
  const unchecked = findings.length === 0 ? message : null
  return { found, fixed: 0, change: null, handsOn: [], unchecked, failure: null }
}
