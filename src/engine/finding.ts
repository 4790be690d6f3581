import type { Certificate } from '../kernel/certificate.ts'
import type { Rejected } from '../mapping/api.ts'

export type { Certificate } from '../kernel/certificate.ts'
export type { Rejected } from '../mapping/api.ts'

import type { Edit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import type { Code, RuleName, Severity } from './codes.ts'
import type { Message } from './message.ts'

/** `safe`: proved, and nothing else changes in silence. `unsafe`: the call is equal, but something around it changes. */
export type Applicability = 'safe' | 'unsafe'

export interface Fix {
  readonly applicability: Applicability
  readonly message: Message
  /** In order, without overlaps. Edits of several findings may be equal (one shared import). */
  readonly edits: readonly Edit[]
}

/** What there is to say about one part of the call, such as its `padding`. */
export interface Note {
  /** The argument or thing that it is about; empty for the call as a whole. */
  readonly subject: string
  readonly message: Message
}

/** One thing that was found in one file; all offsets are into the text that was checked. */
export interface Finding {
  readonly code: Code
  readonly name: RuleName
  readonly severity: Severity
  /** For a reference, the last name of what is called. */
  readonly span: Span
  readonly message: Message
  readonly notes: readonly Note[]
  readonly fix: Fix | null
  readonly certificate: Certificate | null
  readonly rejected: readonly Rejected[]
}
