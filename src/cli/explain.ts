import type { Command } from 'commander'
import { codePagesIn } from '../engine/pages.ts'
import { UsageError } from '../host/usage_error.ts'
import { pageList, pageText } from '../report/page_text.ts'
import { type LocaleFlags, localeOption } from './flags.ts'
import { localeHere } from './locale.ts'
import { nearest } from './nearest.ts'
import { type Output, wantsColours } from './output.ts'
import type { ExitStatus } from './run.ts'

/** Adds `explain` to the commands. */
export function addExplain(program: Command, output: Output, exit: (status: ExitStatus) => void): void {
  program
    .command('explain')
    .description('print what a code means, why, an example, and the source of it')
    .argument('[code]', 'such as TSP101; the beginning of several, such as TSP2, lists them', 'TSP')
    .addOption(localeOption())
    .action((code: string, flags: LocaleFlags) => exit(explain(code, flags, output)))
}

/**
 * `torchspore explain`: the page of a code, or the titles of the codes that begin so.
 * @throws UsageError when there is no such code
 */
export function explain(text: string, flags: LocaleFlags, output: Output): ExitStatus {
  const locale = localeHere(flags)
  const pages = codePagesIn[locale]
  const code = text.trim().toUpperCase()
  const [first, ...others] = code.startsWith('TSP') ? pages.filter(page => page.code.startsWith(code)) : []
  if (!first) throw new UsageError(unknown(text, code))
  const found = [first, ...others]
  output.out(first.code === code ? pageText(first, { colours: wantsColours(process.stdout), locale }) : pageList(found))
  return 0
}

function unknown(text: string, code: string): string {
  const wanted = /^\d+$/.test(code) ? `TSP${code}` : code
  const near = nearest(
    wanted,
    codePagesIn.en.map(page => page.code),
  )
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : 'torchspore explain lists all codes'
  return `there is no code ${JSON.stringify(text)}; ${hint}`
}
