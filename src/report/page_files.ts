import type { CodePage } from '../engine/pages.ts'
import { defaultLocale, type Locale } from '../messages/locale.ts'
import { indexMarkdown, pageMarkdown } from './page_markdown.ts'

/** The files of the pages' folder: one a code, and the table of all; their texts by their names. */
export function pageFiles(pages: readonly CodePage[], locale: Locale = defaultLocale): ReadonlyMap<string, string> {
  const files = pages.map((page): [string, string] => [`${page.code}.md`, pageMarkdown(page, locale)])
  return new Map([['README.md', indexMarkdown(pages, locale)], ...files])
}
