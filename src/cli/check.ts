import { resolve } from 'node:path'
import { Batch } from '../host/batch.ts'
import type { Mode } from '../host/outcome.ts'
import { createSession, type Session } from '../host/session.ts'
import { UsageError } from '../host/usage_error.ts'
import { checkFiles } from './check_files.ts'
import { checkStdin } from './check_stdin.ts'
import { type CheckFlags, settingsSource } from './flags.ts'
import type { Person } from './interactive.ts'
import { localeOf } from './locale.ts'
import { type Output, warningLine } from './output.ts'
import { startProgress } from './progress.ts'
import { createReporter } from './reporters.ts'
import { createRun, type ExitStatus, type RunOptions } from './run.ts'
import { openSink } from './sink.ts'

/**
 * `torchspore check`.
 * @throws UsageError when the options or settings are wrong; nothing is written then
 */
export async function check(paths: readonly string[], flags: CheckFlags, output: Output): Promise<ExitStatus> {
  // An empty path comes from an unset variable, and is not meant to be the whole working directory.
  if (paths.includes('')) throw new UsageError('a path is empty')
  const source = settingsSource(flags)
  const cache = flags.cache ? 'cached' : 'uncached'
  const session = createSession(source, cache)
  const person = flags.interactive ? await personFor(paths, flags, session) : undefined
  const mode = modeOf(flags, person)
  if (flags.stdinFilename !== undefined || paths.includes('-'))
    return checkStdin(paths, flags, session, await runOptions(flags, mode, session, output, true), output)
  const files = session.files(paths.length > 0 ? paths : ['.'], flags.forceExclude ?? false)
  if (files.length === 0 && !flags.quiet)
    output.err(warningLine('no Python files or notebooks found under the given paths'))
  if (flags.outputFile !== undefined && files.includes(resolve(flags.outputFile)))
    throw new UsageError(`--output-file ${flags.outputFile} is a file to be checked, which the report would replace`)
  const named = new Set(paths.map(path => resolve(path)))
  const options = await runOptions(flags, mode, session, output, false)
  const batch = new Batch(session, { source, cache })
  const progress = await startProgress(files.length, !flags.quiet && !person)
  const status = await checkFiles(files, named, { mode, session, batch, progress, run: createRun(options) })
  await batch.close()
  if (person?.stopped && !flags.quiet) output.err(warningLine('stopped as asked: later files were not looked at'))
  return person?.interrupted ? 130 : status
}

async function personFor(paths: readonly string[], flags: CheckFlags, session: Session): Promise<Person> {
  if (flags.stdinFilename !== undefined || paths.includes('-'))
    throw new UsageError('standard input is where --interactive gets its answers, so it cannot be checked')
  return (await import('./interactive.ts')).personAtTerminal(localeOf(flags, session))
}

function modeOf({ fix, diff, unsafeFixes, outputFormat, statistics }: CheckFlags, asker?: Person): Mode {
  if (diff && outputFormat !== 'text') {
    throw new UsageError(`--diff prints a diff, so --output-format ${outputFormat} cannot be used with it`)
  }
  if (diff && statistics) throw new UsageError('--diff prints a diff, so --statistics cannot be used with it')
  const applied = unsafeFixes ? 'unsafe' : 'safe'
  if (diff) return { kind: 'diff', applied }
  if (asker) return { kind: 'fix', applied, asker }
  return fix ? { kind: 'fix', applied } : { kind: 'look' }
}

async function runOptions(
  flags: CheckFlags,
  mode: Mode,
  session: Session,
  output: Output,
  isStdin: boolean,
): Promise<RunOptions> {
  const { outputFormat, outputFile, unsafeFixes, quiet, exitZero } = flags
  const locale = localeOf(flags, session)
  // Of standard input, the fixed source is what goes to standard output.
  const sink = openSink(outputFile, output, isStdin && mode.kind === 'fix')
  return {
    mode,
    format: outputFormat,
    reporter: await createReporter(flags, { locale, colours: sink.colours }),
    unsafeToo: unsafeFixes ?? false,
    quiet: quiet ?? false,
    exitZero: exitZero ?? false,
    locale,
    ...sink,
    err: output.err,
  }
}
