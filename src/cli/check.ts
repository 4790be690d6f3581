import type { Mode } from '../host/outcome.ts'
import { createSession, type Session } from '../host/session.ts'
import { UsageError } from '../host/usage_error.ts'
import { checkStdin } from './check_stdin.ts'
import type { CheckFlags } from './flags.ts'
import { type Output, wantsColours, warningLine } from './output.ts'
import { createRun, type ExitStatus, type RunOptions } from './run.ts'

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
  const run = createRun(telling)
  for (const file of files) {
    const outcome = await session.checkFile(file, mode)
    if (outcome) run.add(outcome)
  }
  return run.finish()
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
