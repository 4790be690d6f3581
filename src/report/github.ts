import type { Severity } from '../engine/codes.ts'
import type { Finding } from '../engine/finding.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { Span } from '../text/span.ts'
import { type FileLines, linesOf } from './file_lines.ts'
import { pathFrom } from './place.ts'
import type { Reporter } from './reporter.ts'
import { shownPlace } from './shown_place.ts'
import type { Surroundings } from './surroundings.ts'
import { linesAbout } from './table.ts'
import { visible } from './visible.ts'

const commands: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', info: 'notice' }

/** Commands that GitHub's runner reads from a log and shows as annotations of the lines. */
export function createGithubReporter({ root, locale }: Pick<Surroundings, 'root' | 'locale'>): Reporter {
  return {
    file: found => {
      const [file, lines] = [pathFrom(root, found.absolute), linesOf(found)]
      return found.findings.map(finding => annotation(file, lines, finding, locale)).join('')
    },
    end: () => '',
  }
}

function annotation(file: string, lines: FileLines, finding: Finding, locale: Locale): string {
  const { code, severity, span, fix } = finding
  const properties = { file, ...placeOf(lines, span), title: `torchspore (${code})` }
  const cell = lines.cell(span.start) === null ? [] : [shownPlace(lines, span.start)]
  const fixable = fix ? [say({ id: 'report.fix', applicability: fix.applicability }, locale)] : []
  const text = [...cell, ...linesAbout(finding, locale), ...fixable].join('\n')
  return `::${commands[severity]} ${written(properties)}::${escaped(text)}\n`
}

/** The service refuses columns of an annotation of more than one line; a cell's rows are no lines of the notebook's file. */
function placeOf(lines: FileLines, { start, end }: Span): Readonly<Record<string, number>> {
  if (lines.cell(start) !== null) return { line: 1 }
  const [from, to] = [lines.position(start), lines.position(end)]
  const columns = from.row === to.row ? { col: from.column, endColumn: to.column } : {}
  return { line: from.row, endLine: to.row, ...columns }
}

function written(properties: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${property(visible(String(value)))}`)
  return pairs.join(',')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
