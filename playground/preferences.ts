import { closestLocale, type Locale } from '../src/messages/locale.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What is kept from visit to visit. */
export interface Preferences {
  readonly locale: Locale
  readonly theme: Theme
}

const key = 'torchspore'

/** What was chosen before; else the browser's language, and the system's colours. */
export function readPreferences(): Preferences {
  const kept = new URLSearchParams(stored())
  const theme = themes.find(each => each === kept.get('theme')) ?? 'system'
  return { locale: closestLocale(kept.get('locale') ?? navigator.language), theme }
}

/** Keeps what was chosen, where the browser lets a page keep anything. */
export function keepPreferences({ locale, theme }: Preferences): void {
  try {
    localStorage.setItem(key, String(new URLSearchParams({ locale, theme })))
  } catch {
    // It is asked for again next time.
  }
}

function stored(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
