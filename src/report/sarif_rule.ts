import type { ReportingDescriptor, Result } from 'sarif'
import type { Severity } from '../engine/codes.ts'
import type { CodePage } from '../engine/pages.ts'
import type { Locale } from '../messages/locale.ts'
import { pageMarkdown } from './page_markdown.ts'
import { pageText } from './page_text.ts'

/** How grave a result is, in SARIF's words. */
export const levels: { readonly [S in Severity]: Result.level } = { error: 'error', warning: 'warning', info: 'note' }

/** A code with its page, as `explain` prints it and as docs/rules has it. */
export function ruleOf(page: CodePage, url: string | null, locale: Locale): ReportingDescriptor {
  return {
    id: page.code,
    name: page.name,
    shortDescription: { text: page.title },
    fullDescription: { text: page.what },
    help: { text: pageText(page, { locale }), markdown: pageMarkdown(page, locale) },
    ...(url === null ? {} : { helpUri: url }),
    defaultConfiguration: { level: levels[page.severity] },
  }
}
