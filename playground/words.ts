import type { Locale } from '../src/messages/locale.ts'
import type { PlaygroundLabel } from '../src/messages/playground.ts'
import { say } from '../src/messages/say.ts'

/** A heading or control in words. */
export function word(label: PlaygroundLabel, locale: Locale): string {
  return say({ id: 'playground.label', label }, locale)
}

/** Writes the page's fixed words; index.html names them in data-label. */
export function writeWords(locale: Locale): void {
  document.documentElement.lang = locale
  for (const element of document.querySelectorAll('[data-label]')) {
    // index.html names labels only; test/playground sees that each has words.
    const label = element.getAttribute('data-label') as PlaygroundLabel
    element.textContent = word(label, locale)
  }
}
