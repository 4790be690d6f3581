import { createSettingsFinder } from '../host/settings.ts'
import { environmentLocale, type Locale } from '../messages/locale.ts'
import { type LocaleFlags, settingsSource } from './flags.ts'

/** The language that is asked for, else that of the settings, else that of the environment. */
export function localeOf(flags: LocaleFlags, settings: { readonly locale: Locale | null }): Locale {
  return flags.locale ?? settings.locale ?? environmentLocale(process.env)
}

/**
 * The language of a command that needs no other setting.
 * @throws UsageError when the settings of the working directory are wrong
 */
export function localeHere(flags: LocaleFlags): Locale {
  if (flags.locale) return flags.locale
  const source = settingsSource({})
  return localeOf(flags, createSettingsFinder(source).at(source.cwd).settings)
}
