import { codes } from '../engine/codes.ts'
import type { Finding } from '../engine/finding.ts'
import type { Message } from '../engine/message.ts'
import type { Options } from '../engine/options.ts'
import { isSelected } from '../engine/selection.ts'
import { span } from '../text/span.ts'

const code = 'TSP902'

/** The finding of a file that could not be checked, if such findings are selected. */
export function unreadable(message: Message, options: Options): readonly Finding[] {
  if (!isSelected(code, options)) return []
  const { name, severity } = codes[code]
  return [{ code, name, severity, span: span(0, 0), message, notes: [], fix: null, certificate: null, rejected: [] }]
}
