import { en } from './en.ts'
import { defaultLocale, type Locale } from './locale.ts'
import type { Said } from './said.ts'
import type { Words } from './words.ts'
import { zhCn } from './zh_cn.ts'

const languages: { readonly [L in Locale]: Words } = { en, 'zh-CN': zhCn }

/** A message in words. */
export function say(message: Said, locale: Locale = defaultLocale): string {
  // Words gives each id a function of just that id's message, which the compiler cannot follow through a union.
  const words = languages[locale][message.id] as (message: Said) => string
  return words(message)
}
