import type { Code } from '../engine/codes.ts'
import type { CodePage } from '../engine/pages.ts'
import type { Locale } from '../messages/locale.ts'

/** What a report says besides the findings, and what it needs of the world to say them. */
export interface Surroundings {
  readonly locale: Locale
  /** The absolute folder from which a service counts its paths. */
  readonly root: string
  readonly version: string
  readonly pages: readonly CodePage[]
  /** Where a code's page can be read; null where it is not published. */
  pageUrl(code: Code): string | null
  /** SHA-256 of a text's UTF-8 bytes, as base64. */
  digest(text: string): string
}
