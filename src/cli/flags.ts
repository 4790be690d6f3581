import { type Command, InvalidArgumentError, Option } from 'commander'
import { parseCodes } from '../config/codes.ts'

/** The options of `check`, as commander names them. */
export interface CheckFlags {
  readonly fix?: true
  readonly unsafeFixes?: true
  readonly diff?: true
  readonly outputFormat: OutputFormat
  readonly select?: readonly string[]
  readonly extendSelect?: readonly string[]
  readonly ignore?: readonly string[]
  readonly stdinFilename?: string
  readonly config?: string
  readonly isolated?: true
  readonly forceExclude?: true
  readonly exitZero?: true
  readonly quiet?: true
}

const formats = ['text', 'json'] as const

export type OutputFormat = (typeof formats)[number]

/** Adds the options of `check` to its command. */
export function addCheckFlags(command: Command): Command {
  return command
    .option('--fix', 'apply the fixes that are safe, and report what is left')
    .option('--unsafe-fixes', 'with --fix or --diff, apply the unsafe fixes too')
    .option('--diff', 'write nothing, print what --fix would change as a unified diff')
    .addOption(new Option('--output-format <format>', 'how findings are printed').choices(formats).default('text'))
    .option('--select <codes>', 'codes, or beginnings of codes, to report; a list with commas', codes)
    .option('--extend-select <codes>', 'codes to report besides those of the settings', codes)
    .option('--ignore <codes>', 'codes not to report', codes)
    .option('--stdin-filename <file>', 'read standard input as the text of this file')
    .addOption(new Option('--config <file>', 'use this settings file and no other').conflicts('isolated'))
    .option('--isolated', 'use no settings file')
    .option('--force-exclude', 'exclude what the settings exclude even when it is named')
    .option('--exit-zero', 'exit with 0 even when there are findings')
    .option('--quiet', 'print findings and errors only')
}

function codes(list: string, before: readonly string[] = []): readonly string[] {
  try {
    return [...before, ...parseCodes(list)]
  } catch (error) {
    throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error
  }
}
