import type { ArtifactLocation, Fix, Location, PropertyBag, Result } from 'sarif'
import type { Finding, Fix as OurFix } from '../engine/finding.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { certificateJson } from './certificate_json.ts'
import { type FileLines, linesOf } from './file_lines.ts'
import type { FileFindings } from './found.ts'
import { identitiesOf } from './identity.ts'
import { locationOf, regionOf } from './sarif_location.ts'
import { levels } from './sarif_rule.ts'
import { shownPlace } from './shown_place.ts'
import type { Surroundings } from './surroundings.ts'
import { linesAbout } from './table.ts'

/** The results of one file. */
export function resultsOf(found: FileFindings, { root, locale, pages, digest }: Surroundings): readonly Result[] {
  const lines = linesOf(found)
  const artifact = locationOf(root, found.absolute)
  const identities = identitiesOf(found, lines)
  return found.findings.map((finding, index) => ({
    ruleId: finding.code,
    ruleIndex: pages.findIndex(({ code }) => code === finding.code),
    level: levels[finding.severity],
    message: { text: withoutLinks(textOf(lines, finding, locale)) },
    ...placeOf(artifact, lines, finding, locale),
    partialFingerprints: { 'torchsporeLine/v1': digest(identities[index] ?? '') },
    properties: propertiesOf(finding),
  }))
}

/** Where it is, and the edits there. A cell's rows are no lines of the notebook's file, so of a notebook that is not said. */
function placeOf(
  artifact: ArtifactLocation,
  lines: FileLines,
  finding: Finding,
  locale: Locale,
): Pick<Result, 'locations' | 'relatedLocations' | 'fixes'> {
  const { span, fix } = finding
  if (lines.cell(span.start) !== null) return { locations: [{ physicalLocation: { artifactLocation: artifact } }] }
  return {
    locations: [{ physicalLocation: { artifactLocation: artifact, region: regionOf(lines, span) } }],
    ...related(artifact, finding, locale),
    ...(fix ? { fixes: [fixOf(artifact, lines, fix, locale)] } : {}),
  }
}

function textOf(lines: FileLines, finding: Finding, locale: Locale): string {
  const cell = lines.cell(finding.span.start) === null ? [] : [shownPlace(lines, finding.span.start)]
  return [...cell, ...linesAbout(finding, locale)].join('\n')
}

/** What a note says of another line. */
function related(artifact: ArtifactLocation, { notes }: Finding, locale: Locale): { relatedLocations?: Location[] } {
  const relatedLocations = notes.flatMap(({ message }) =>
    'line' in message
      ? [
          {
            physicalLocation: { artifactLocation: artifact, region: { startLine: message.line } },
            message: { text: withoutLinks(say(message, locale)) },
          },
        ]
      : [],
  )
  return relatedLocations.length > 0 ? { relatedLocations } : {}
}

function fixOf(artifact: ArtifactLocation, lines: FileLines, fix: OurFix, locale: Locale): Fix {
  const replacements = fix.edits.map(({ span, content }) => ({
    deletedRegion: regionOf(lines, span),
    insertedContent: { text: content },
  }))
  return {
    description: { text: say(fix.message, locale) },
    artifactChanges: [{ artifactLocation: artifact, replacements }],
    properties: { applicability: fix.applicability },
  }
}

/** As in our JSON, where there is something to say. */
function propertiesOf({ certificate, rejected }: Finding): PropertyBag {
  return {
    ...(certificate ? { certificate: certificateJson(certificate) } : {}),
    ...(rejected.length > 0 ? { rejected } : {}),
  }
}

/** Python such as `layers[0](3)` would be read as a link to a related location. */
function withoutLinks(text: string): string {
  return text.replace(/\[([^[\]]*)\](?=\()/g, '\\[$1\\]')
}
