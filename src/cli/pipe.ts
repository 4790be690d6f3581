import type { Command } from 'commander'
import { reasonOf } from '../host/failure.ts'
import { createSettingsFinder } from '../host/settings.ts'
import { UsageError } from '../host/usage_error.ts'
import { addSettingsFlags, type SettingsFlags, settingsSource } from './flags.ts'
import type { ExitStatus } from './run.ts'

/** The options of `pipe`, as commander names them. */
export interface PipeFlags extends SettingsFlags {
  readonly unsafeFixes?: true
}

/** Adds `pipe` to the commands. */
export function addPipe(program: Command, exit: (status: ExitStatus) => void): void {
  const command = program
    .command('pipe')
    .description('check rows: a JSON object {"path", "source"} a line on standard input, one a line on standard output')
    .option('--unsafe-fixes', 'apply the unsafe fixes too')
  addSettingsFlags(command).action(async (flags: PipeFlags) => exit(await runPipe(flags)))
}

/**
 * `torchspore pipe`: 0 when all lines were answered, whatever the answers, or nobody reads them any more.
 * @throws UsageError when the settings are wrong, or a stream breaks
 */
async function runPipe(flags: PipeFlags): Promise<ExitStatus> {
  const source = settingsSource(flags)
  const { settings, folder } = createSettingsFinder(source).at(source.cwd)
  // Loaded only here, so that other commands start without it.
  const { pipe } = await import('../pipe/pipe.ts')
  try {
    await pipe(process.stdin, process.stdout, { applied: flags.unsafeFixes ? 'unsafe' : 'safe', settings, folder })
  } catch (error) {
    if (!isClosed(error)) throw new UsageError(`the rows cannot be read or written: ${reasonOf(error)}`)
  }
  return 0
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}
