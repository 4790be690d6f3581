import { type Command, InvalidArgumentError, Option } from 'commander'
import { parseCodes } from '../config/codes.ts'
import type { SettingsSource } from '../host/settings.ts'
import { UsageError } from '../host/usage_error.ts'
import { type Locale, locales } from '../messages/locale.ts'

/** The options that say which settings hold, as commander names them. */
export interface SettingsFlags {
  readonly select?: readonly string[]
  readonly extendSelect?: readonly string[]
  readonly ignore?: readonly string[]
  readonly config?: string
  readonly isolated?: true
}

/** The option that says in which language a person is told. */
export interface LocaleFlags {
  readonly locale?: Locale
}

/** The options of `check`. */
export interface CheckFlags extends SettingsFlags, LocaleFlags {
  readonly fix?: true
  readonly unsafeFixes?: true
  readonly diff?: true
  readonly interactive?: true
  readonly outputFormat: OutputFormat
  readonly outputFile?: string
  readonly statistics?: true
  readonly stdinFilename?: string
  readonly forceExclude?: true
  /** False with --no-cache. */
  readonly cache: boolean
  readonly exitZero?: true
  readonly quiet?: true
}

const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'html'] as const

export type OutputFormat = (typeof formats)[number]

/** Adds the options of `check` to its command. */
export function addCheckFlags(command: Command): Command {
  return addSettingsFlags(command)
    .option('--fix', 'apply the fixes that are safe, and report what is left')
    .option('--unsafe-fixes', 'with --fix, --interactive or --diff, apply the unsafe fixes too')
    .option('--diff', 'write nothing, print what --fix would change as a unified diff')
    .addOption(new Option('--interactive', 'show each fix, and ask whether to apply it').conflicts('diff'))
    .addOption(new Option('--output-format <format>', 'how findings are printed').choices(formats).default('text'))
    .option('--output-file <file>', 'write the report to this file')
    .option('--statistics', 'print how many findings there are of each code, instead of the findings')
    .addOption(localeOption())
    .option('--stdin-filename <file>', 'read standard input as the text of this file')
    .option('--force-exclude', 'exclude what the settings exclude even when it is named')
    .option('--no-cache', 'use nothing that earlier runs found, and keep nothing for later ones')
    .option('--exit-zero', 'exit with 0 even when there are findings')
    .option('--quiet', 'print findings and errors only')
}

export function localeOption(): Option {
  return new Option(
    '--locale <locale>',
    "the language of what is said (the settings', else the environment's)",
  ).choices(locales)
}

/** Adds the options that say which settings hold. */
export function addSettingsFlags(command: Command): Command {
  return command
    .option('--select <codes>', 'codes, or beginnings of codes, to report; a list with commas', codes)
    .option('--extend-select <codes>', 'codes to report besides those of the settings', codes)
    .option('--ignore <codes>', 'codes not to report', codes)
    .addOption(new Option('--config <file>', 'use this settings file and no other').conflicts('isolated'))
    .option('--isolated', 'use no settings file')
}

/** Where settings come from, for commands that have these options. */
export function settingsSource({ config, isolated, select, extendSelect, ignore }: SettingsFlags): SettingsSource {
  const selection = { select, extendSelect: extendSelect ?? [], ignore: ignore ?? [] }
  return { cwd: workingDirectory(), config, isolated: isolated ?? false, selection }
}

function codes(list: string, before: readonly string[] = []): readonly string[] {
  try {
    return [...before, ...parseCodes(list)]
  } catch (error) {
    throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error
  }
}

/** @throws UsageError when somebody has removed it */
function workingDirectory(): string {
  try {
    return process.cwd()
  } catch {
    throw new UsageError('the working directory is not there any more; change to another one')
  }
}
