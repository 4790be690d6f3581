import type { Page, ParameterNote } from '../page.ts'

/** What of a page is said in a language; the rest is code. */
export type PageWords = Pick<Page, 'title' | 'what' | 'why' | 'source'>

export type ParameterWords = Pick<ParameterNote, 'explanation' | 'source'>

/** The two parts of a blocking code's page that its parameter already says. */
export function fromParameter({ explanation, source }: ParameterWords): Pick<Page, 'why' | 'source'> {
  return { why: explanation, source }
}
