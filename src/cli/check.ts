import { resolve } from 'node:path'
import type { Mode, Outcome } from '../host/outcome.ts'
import { createSession, type Session } from '../host/session.ts'
import { UsageError } from '../host/usage_error.ts'
import { checkStdin } from './check_stdin.ts'
import type { CheckFlags } from './flags.ts'
import { type Output, wantsColours, warningLine } from './output.ts'
import { createRun, type ExitStatus, type Run, type RunOptions } from './run.ts'

/**
 * `torchspore check`.
 * @throws UsageError when the options or settings are wrong; nothing is written then
 */
export async function check(paths: readonly string[], flags: CheckFlags, output: Output): Promise<ExitStatus> {
  // An empty path comes from an unset variable, and is not meant to be the whole working directory.
  if (paths.includes('')) throw new UsageError('a path is empty')
  const mode = modeOf(flags)
  const session = openSession(flags)
  const telling = runOptions(flags, mode, session, output)
  if (flags.stdinFilename !== undefined || paths.includes('-'))
    return checkStdin(paths, flags, session, telling, output)
  const files = session.files(paths.length > 0 ? paths : ['.'], flags.forceExclude ?? false)
  if (files.length === 0 && !flags.quiet) output.err(warningLine('no Python files found under the given paths'))
  const named = new Set(paths.map(path => resolve(path)))
  return checkFiles(files, named, mode, session, createRun(telling))
}

/** All files are judged before the first is written, so that each is judged by the others as they were. */
async function checkFiles(
  files: readonly string[],
  named: ReadonlySet<string>,
  mode: Mode,
  session: Session,
  run: Run,
): Promise<ExitStatus> {
  const kept: Outcome[] = []
  const take = (outcome: Outcome) => void (mode.kind === 'fix' ? kept.push(outcome) : run.add(outcome))
  const words = new Set<string>()
  const others: string[] = []
  for (const file of files) {
    const outcome = await session.checkFile(file, mode)
    if (outcome) take(outcome)
    else others.push(file)
    for (const name of outcome?.handsOn ?? []) words.add(name)
  }
  for (const file of others.filter(each => named.has(each))) {
    const outcome = await session.checkImporter(file, mode)
    if (outcome && outcome.found.findings.length + outcome.fixed > 0) take(outcome)
  }
  let left: readonly string[] = others.filter(each => !named.has(each))
  for (let asked = 0; asked < words.size; ) {
    asked = words.size
    left = await checkFollowers(left, words, mode, session, take)
  }
  for (const outcome of kept) run.add(await session.write(outcome))
  return run.finish()
}

/** Checks the files that hold one of the words, which may grow by them; gives those that do not. */
async function checkFollowers(
  files: readonly string[],
  words: Set<string>,
  mode: Mode,
  session: Session,
  take: (outcome: Outcome) => void,
): Promise<readonly string[]> {
  const left: string[] = []
  for (const file of files) {
    const outcome = await session.checkFollower(file, [...words], mode)
    for (const name of outcome?.handsOn ?? []) words.add(name)
    if (!outcome) left.push(file)
    else if (outcome.found.findings.length + outcome.fixed > 0) take(outcome)
  }
  return left
}

function modeOf({ fix, diff, unsafeFixes, outputFormat }: CheckFlags): Mode {
  if (diff && outputFormat !== 'text') {
    throw new UsageError(`--diff prints a diff, so --output-format ${outputFormat} cannot be used with it`)
  }
  const applied = unsafeFixes ? 'unsafe' : 'safe'
  if (diff) return { kind: 'diff', applied }
  return fix ? { kind: 'fix', applied } : { kind: 'look' }
}

function openSession({ config, isolated, select, extendSelect, ignore }: CheckFlags): Session {
  const selection = { select, extendSelect: extendSelect ?? [], ignore: ignore ?? [] }
  return createSession({ cwd: process.cwd(), config, isolated: isolated ?? false, selection })
}

function runOptions(flags: CheckFlags, mode: Mode, { locale }: Session, { out, err }: Output): RunOptions {
  return {
    mode,
    format: flags.outputFormat,
    unsafeToo: flags.unsafeFixes ?? false,
    quiet: flags.quiet ?? false,
    exitZero: flags.exitZero ?? false,
    locale,
    colours: wantsColours(process.stdout),
    out,
    err,
  }
}
