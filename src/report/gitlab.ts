import type { Severity } from '../engine/codes.ts'
import type { Finding } from '../engine/finding.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { Position } from '../text/lines.ts'
import { type FileLines, linesOf } from './file_lines.ts'
import type { FileFindings } from './found.ts'
import { identitiesOf } from './identity.ts'
import { createItems } from './items.ts'
import { pathFrom } from './place.ts'
import type { Reporter } from './reporter.ts'
import { shownPlace } from './shown_place.ts'
import type { Surroundings } from './surroundings.ts'
import { visible } from './visible.ts'

type Needs = Pick<Surroundings, 'root' | 'locale' | 'digest'>

const severities: { readonly [S in Severity]: string } = { error: 'major', warning: 'minor', info: 'info' }

/** GitLab's code quality report: an array of issues. */
export function createGitlabReporter(needs: Needs): Reporter {
  const items = createItems(true)
  return { file: found => items.next(issuesOf(found, needs)), end: () => `${items.close()}\n` }
}

function issuesOf(found: FileFindings, { root, locale, digest }: Needs): readonly object[] {
  const lines = linesOf(found)
  const path = pathFrom(root, found.absolute)
  const identities = identitiesOf(found, lines)
  return found.findings.map((finding, index) => ({
    check_name: finding.code,
    description: description(lines, finding, locale),
    severity: severities[finding.severity],
    fingerprint: digest(`${path} ${identities[index]}`),
    location: { path, positions: positionsOf(lines, finding) },
  }))
}

function description(lines: FileLines, { code, span, message }: Finding, locale: Locale): string {
  const cell = lines.cell(span.start) === null ? '' : `${shownPlace(lines, span.start)}: `
  return visible(`${code}: ${cell}${say(message, locale)}`)
}

/** A cell's rows are no lines of the notebook's file. */
function positionsOf(lines: FileLines, { span }: Finding): { begin: object; end: object } {
  if (lines.cell(span.start) !== null) return { begin: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const written = ({ row, column }: Position) => ({ line: row, column })
  return { begin: written(lines.position(span.start)), end: written(lines.position(span.end)) }
}
