import type { ArtifactLocation, Region } from 'sarif'
import type { Span } from '../text/span.ts'
import type { FileLines } from './file_lines.ts'
import { pathWithin, uriOf } from './place.ts'

/** Where a file is: from the run's root on, or anywhere else. */
export function locationOf(root: string, path: string): ArtifactLocation {
  const within = pathWithin(root, path)
  return within === null ? { uri: uriOf(path) } : { uri: uriOf(within), uriBaseId: '%SRCROOT%' }
}

/** A span as SARIF has it: rows and columns from 1, the end's column just behind the last character. */
export function regionOf(lines: FileLines, { start, end }: Span): Region {
  const [from, to] = [lines.position(start), lines.position(end)]
  return { startLine: from.row, startColumn: from.column, endLine: to.row, endColumn: to.column }
}
