import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Finding } from '../engine/finding.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { Span } from '../text/span.ts'
import { type FileLines, linesOf } from './file_lines.ts'
import type { FileFindings } from './found.ts'
import { pathFrom } from './place.ts'
import type { Failure, Reporter } from './reporter.ts'
import { shownPlace } from './shown_place.ts'
import type { Surroundings } from './surroundings.ts'
import { linesAbout } from './table.ts'
import { visible } from './visible.ts'

type Needs = Pick<Surroundings, 'root' | 'locale'>

/** JUnit's XML: a test suite a file, a failed case a finding; one case that passed where nothing was found. */
export function createJunitReporter({ root, locale }: Needs): Reporter {
  let begun = false
  function written(suite: XMLBuilder): string {
    const lead = begun ? '' : '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="torchspore">\n'
    begun = true
    return `${lead}${suite.end({ prettyPrint: true, headless: true })}\n`
  }
  return {
    file: found => (found.findings.length > 0 ? written(suiteOf(found, root, locale)) : ''),
    end: (failures = []) => {
      const left = failures.length > 0 ? written(failedSuite(failures, root)) : begun ? '' : written(passedSuite())
      return `${left}</testsuites>\n`
    },
  }
}

function suiteOf(found: FileFindings, root: string, locale: Locale): XMLBuilder {
  const { absolute, findings } = found
  const [path, lines] = [visible(pathFrom(root, absolute)), linesOf(found)]
  const suite = newSuite(path, { tests: findings.length, failures: findings.length, errors: 0 })
  for (const finding of findings) addCase(suite, path, lines, finding, locale)
  return suite
}

function addCase(suite: XMLBuilder, path: string, lines: FileLines, finding: Finding, locale: Locale): void {
  const { code, name, severity, span, message } = finding
  const place = shownPlace(lines, span.start)
  // Services take two cases of one name for one, so the place is part of the name.
  const at = { name: `${code} ${name} (${place})`, classname: path, file: path, ...lineOf(lines, span) }
  const text = [`${path}:${place}`, ...linesAbout(finding, locale)].join('\n')
  suite
    .ele('testcase', at)
    .ele('failure', { message: visible(say(message, locale)), type: `${severity} ${code}` })
    .txt(text)
}

/** A cell's rows are no lines of the notebook's file. */
function lineOf(lines: FileLines, { start }: Span): { line?: number } {
  return lines.cell(start) === null ? { line: lines.row(start) } : {}
}

function failedSuite(failures: readonly Failure[], root: string): XMLBuilder {
  const suite = newSuite('torchspore', { tests: failures.length, failures: 0, errors: failures.length })
  for (const { path, reason } of failures) {
    const name = visible(pathFrom(root, path))
    suite.ele('testcase', { name, classname: 'torchspore' }).ele('error', { message: visible(reason) })
  }
  return suite
}

function passedSuite(): XMLBuilder {
  const suite = newSuite('torchspore', { tests: 1, failures: 0, errors: 0 })
  suite.ele('testcase', { name: 'check', classname: 'torchspore' })
  return suite
}

function newSuite(name: string, counts: Readonly<Record<string, number>>): XMLBuilder {
  return create({ invalidCharReplacement: '\ufffd' }).ele('testsuite', { name, ...counts })
}
