import type { CodePage } from '../engine/pages.ts'
import { indexMarkdown, pageMarkdown } from './page_markdown.ts'

/** The files of docs/rules: one a code, and the table of all; their texts by their names. */
export function pageFiles(pages: readonly CodePage[]): ReadonlyMap<string, string> {
  const files = pages.map((page): [string, string] => [`${page.code}.md`, pageMarkdown(page)])
  return new Map([['README.md', indexMarkdown(pages)], ...files])
}
