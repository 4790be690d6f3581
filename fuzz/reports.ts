import { createHash } from 'node:crypto'
import type { Checker } from '../src/engine/checker.ts'
import { codePages } from '../src/engine/pages.ts'
import type { FileFindings } from '../src/report/found.ts'
import { createGithubReporter } from '../src/report/github.ts'
import { createGitlabReporter } from '../src/report/gitlab.ts'
import { createHtmlReporter } from '../src/report/html.ts'
import { createJsonReporter } from '../src/report/json.ts'
import { createJunitReporter } from '../src/report/junit.ts'
import type { Reporter } from '../src/report/reporter.ts'
import { createSarifReporter } from '../src/report/sarif.ts'
import type { Surroundings } from '../src/report/surroundings.ts'
import { createTextReporter } from '../src/report/text.ts'
import type { Target } from './input.ts'
import type { Tools } from './laws.ts'
import { program } from './python.ts'

const surroundings: Surroundings = {
  locale: 'en',
  root: '/r',
  version: '0',
  pages: codePages,
  pageUrl: () => null,
  digest: text => createHash('sha256').update(text).digest('base64'),
}

/** Programs whose findings are reported in each format. */
export function reportsTarget({ checker }: Tools): Target {
  return {
    inputs: program.map(text => ({ target: 'reports', text })),
    broken: ({ text }) => {
      const findings = checker.check(text, { extendSelect: ['TSP403', 'TSP404'] })
      return brokenReports({ path: 'net.py', absolute: '/r/net.py', source: text, findings }, checker)
    },
  }
}

/** A report of each format, whole: the file's findings, and that it could not be read. */
export function reportsOf(file: FileFindings, { callsAround, verify }: Checker) {
  const calls = {
    at: (source: string, { start }: { start: number }) => callsAround(source, start)[0]?.text ?? null,
    verify,
  }
  const failures = [{ path: file.absolute, reason: `it is not there: ${file.absolute}` }]
  const whole = (reporter: Reporter) => reporter.file(file) + reporter.end(failures)
  return {
    text: whole(createTextReporter({ colours: false })),
    json: whole(createJsonReporter()),
    sarif: whole(createSarifReporter(surroundings)),
    github: whole(createGithubReporter(surroundings)),
    gitlab: whole(createGitlabReporter(surroundings)),
    junit: whole(createJunitReporter(surroundings)),
    html: whole(createHtmlReporter(surroundings, calls)),
  }
}

/** What would move the cursor, colour the terminal, turn text round or not be text at all. */
const control = /(?![\t\n])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** What is wrong with a file's reports: those that cannot be made, that are no JSON where they should be, or that let a control character through. */
export function brokenReports(file: FileFindings, checker: Checker): readonly string[] {
  if (file.findings.length === 0) return []
  return Object.entries(reportsOf(file, checker)).flatMap(([format, text]) => {
    const found = control.exec(text)
    const isJson = format === 'json' || format === 'sarif' || format === 'gitlab'
    return [
      ...(found ? [`escape: ${format} has U+${found[0].charCodeAt(0).toString(16)} at ${found.index}`] : []),
      ...(isJson && !readsAsJson(text) ? [`json: ${format} does not read`] : []),
    ]
  })
}

function readsAsJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
