import { createHash } from 'node:crypto'
import type { Checker } from '../engine/checker.ts'
import { codePagesIn } from '../engine/pages.ts'
import { loadChecker } from '../host/load_checker.ts'
import { isInside } from '../host/relative.ts'
import { UsageError } from '../host/usage_error.ts'
import { pageUrl, version } from '../host/version.ts'
import type { Locale } from '../messages/locale.ts'
import type { Calls } from '../report/html_windows.ts'
import { createJsonReporter } from '../report/json.ts'
import { pageFolder } from '../report/page_folder.ts'
import type { Reporter } from '../report/reporter.ts'
import { createStatisticsReporter } from '../report/statistics.ts'
import type { Surroundings } from '../report/surroundings.ts'
import { createTextReporter, type TextOptions } from '../report/text.ts'
import type { CheckFlags, OutputFormat } from './flags.ts'

/**
 * Makes the reporter of a format. What only some formats need is loaded for them only.
 * @throws UsageError when the format has no statistics
 */
export async function createReporter(flags: CheckFlags, { locale, colours }: Required<TextOptions>): Promise<Reporter> {
  const { outputFormat: format, statistics, unsafeFixes } = flags
  if (statistics) return createStatisticsReporter(counted(format), unsafeFixes ?? false)
  const about = surroundings(locale)
  switch (format) {
    case 'text':
      return createTextReporter({ colours, locale })
    case 'json':
      return createJsonReporter()
    case 'sarif':
      return (await import('../report/sarif.ts')).createSarifReporter(about)
    case 'github':
      return (await import('../report/github.ts')).createGithubReporter(about)
    case 'gitlab':
      return (await import('../report/gitlab.ts')).createGitlabReporter(about)
    case 'junit':
      return (await import('../report/junit.ts')).createJunitReporter(about)
    case 'html': {
      const calls = callsBy(await loadChecker())
      return (await import('../report/html.ts')).createHtmlReporter(about, calls)
    }
  }
}

function counted(format: OutputFormat): 'text' | 'json' {
  if (format === 'text' || format === 'json') return format
  throw new UsageError(`--statistics prints text or json, so --output-format ${format} cannot be used with it`)
}

function surroundings(locale: Locale): Surroundings {
  return {
    locale,
    root: rootOf(process.cwd(), process.env),
    version,
    pages: codePagesIn[locale],
    pageUrl: code => pageUrl(pageFolder(locale), code),
    digest: text => createHash('sha256').update(text).digest('base64'),
  }
}

function callsBy({ callsAround, verify }: Checker): Calls {
  return {
    at: (source, { start, end }) =>
      callsAround(source, start).find(({ callee }) => callee.start <= start && end <= callee.end)?.text ?? null,
    verify,
  }
}

/** Services count paths from the repository, which they name; elsewhere paths count from the working directory. */
function rootOf(cwd: string, { GITHUB_WORKSPACE, CI_PROJECT_DIR }: NodeJS.ProcessEnv): string {
  return [GITHUB_WORKSPACE, CI_PROJECT_DIR].find(folder => folder && isInside(folder, cwd)) ?? cwd
}
