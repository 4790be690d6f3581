/** The languages that there are words for, as BCP 47 tags. */
export const locales = ['en', 'zh-CN'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

/** What an environment says about its language: its variables. */
type Environment = Readonly<Record<string, string | undefined>>

/** The language of an environment, by the first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX has it. */
export function environmentLocale({ LC_ALL, LC_MESSAGES, LANG }: Environment): Locale {
  return closestLocale(LC_ALL || LC_MESSAGES || LANG || defaultLocale)
}

/**
 * The language closest to a wanted one: by the whole tag, else by the language alone. `zh_CN.UTF-8` of an environment and
 * `zh-cn` of an editor are the same; what there are no words for is English.
 */
export function closestLocale(wanted: string): Locale {
  const tag = wanted
    .replace(/[.@].*$/, '')
    .replace('_', '-')
    .toLowerCase()
  const languageOf = (each: string) => each.toLowerCase().split('-')[0]
  const same = locales.find(each => each.toLowerCase() === tag)
  return same ?? locales.find(each => languageOf(each) === languageOf(tag)) ?? defaultLocale
}
