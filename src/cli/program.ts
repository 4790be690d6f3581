import { Command } from 'commander'
import { version } from '../host/version.ts'
import { visible } from '../report/visible.ts'
import { check } from './check.ts'
import { compat } from './compat.ts'
import { addComplete } from './complete.ts'
import { addExplain } from './explain.ts'
import { addCheckFlags, type CheckFlags } from './flags.ts'
import { errorLine, type Output } from './output.ts'
import { addPipe } from './pipe.ts'
import type { ExitStatus } from './run.ts'
import { addServer } from './server.ts'
import { addVerify } from './verify.ts'

/** The commands of `torchspore`; `exit` gets the status of the one that ran. */
export function createProgram(output: Output, exit: (status: ExitStatus) => void): Command {
  const program = new Command('torchspore')
    .description('Finds torch.nn.ConvTranspose1d in Python, rewrites it to MindSpore, and proves each rewrite.')
    .version(`torchspore ${version}`, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .exitOverride()
    .configureOutput({ outputError: text => output.err(errorLine(visible(oneLine(text)))), writeOut: output.out })
  const checkCommand = program
    .command('check')
    .description('check files and folders, or standard input')
    .argument('[paths...]', "files and folders; '-' is standard input", [])
  addCheckFlags(checkCommand).action(async (paths: string[], flags: CheckFlags) => {
    exit(await check(paths, flags, output))
  })
  program
    .command('compat')
    .description('print the Python module that compat-module names')
    .action(() => exit(compat(output)))
  addVerify(program, output, exit)
  addExplain(program, output, exit)
  addPipe(program, exit)
  addServer(program)
  addComplete(program, output, exit)
  return program
}

/** An error of commander's as we put it: without its own `error:`, the hint in the same line. */
function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
}
