import { reasonOf } from '../host/failure.ts'
import type { Session } from '../host/session.ts'
import { UsageError } from '../host/usage_error.ts'
import type { CheckFlags } from './flags.ts'
import { type Output, warningLine } from './output.ts'
import { createRun, type ExitStatus, type RunOptions } from './run.ts'

/** Checks standard input; with `--fix` the fixed source goes to standard output, and the findings out of its way. */
export async function checkStdin(
  paths: readonly string[],
  { stdinFilename, forceExclude, quiet }: CheckFlags,
  session: Session,
  options: RunOptions,
  output: Output,
): Promise<ExitStatus> {
  const others = paths.filter(path => path !== '-')
  if (stdinFilename === undefined && others.length > 0) {
    throw new UsageError("'-' is standard input, which cannot be checked together with files")
  }
  if (others.length > 0 && !quiet) output.err(warningLine(`only standard input is checked, not ${others.join(', ')}`))
  const bytes = await readStdin()
  const isPassedOver = forceExclude && stdinFilename !== undefined && session.excludes(stdinFilename)
  const outcome = isPassedOver ? null : await session.checkBytes(bytes, stdinFilename ?? null, options.mode)
  if (options.mode.kind === 'fix') output.out(outcome?.change?.bytes ?? bytes)
  const run = createRun(options)
  if (outcome) run.add(outcome)
  return run.finish()
}

async function readStdin(): Promise<Buffer> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
  } catch (error) {
    throw new UsageError(`standard input cannot be read: ${reasonOf(error)}`)
  }
  return Buffer.concat(pieces)
}
