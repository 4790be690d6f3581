import { type Span, span } from '../text/span.ts'
import { type Code, codes } from './codes.ts'
import type { Finding } from './finding.ts'
import type { Message } from './message.ts'

/** A finding with what its code says of it; by itself without notes, fix or certificate. */
export function makeFinding(code: Code, at: Span, message: Message, more: Partial<Finding> = {}): Finding {
  const { name, severity } = codes[code]
  const bare = { notes: [], fix: null, certificate: null, rejected: [] }
  return { code, name, severity, span: span(at.start, at.end), message, ...bare, ...more }
}
