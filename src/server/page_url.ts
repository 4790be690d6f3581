import { existsSync } from 'node:fs'
import type { Code } from '../engine/codes.ts'
import { defaultLocale, type Locale } from '../messages/locale.ts'

/** The page of a code in a language, as a URL: beside the bundle, or in a checkout among the documents. */
export function pageUrl(code: Code, locale: Locale): string {
  const language = locale === defaultLocale ? '' : `${locale}/`
  return new URL(`${language}rules/${code}.md`, folder).href
}

const beside = new URL('./', import.meta.url)
const folder = existsSync(new URL('rules/', beside)) ? beside : new URL('../../docs/', import.meta.url)
