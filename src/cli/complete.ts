import { Argument, type Command } from 'commander'
import { type Shell, shells } from './completed.ts'
import type { Output } from './output.ts'
import type { ExitStatus } from './run.ts'

/** Adds `complete` to the commands. */
export function addComplete(program: Command, output: Output, exit: (status: ExitStatus) => void): void {
  program
    .command('complete')
    .description('print a script by which a shell completes commands, options, codes and files')
    .addArgument(new Argument('<shell>', 'such as bash').choices(shells))
    .action(async (shell: Shell) => {
      // Loaded only here, so that other commands start without it.
      const { completionScript } = await import('./completion.ts')
      output.out(completionScript(program, shell))
      exit(0)
    })
}
