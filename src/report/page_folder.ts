import { defaultLocale, type Locale } from '../messages/locale.ts'

/** Where a language's pages are in the repository. */
export function pageFolder(locale: Locale): string {
  return locale === defaultLocale ? 'docs/rules' : `docs/${locale}/rules`
}
