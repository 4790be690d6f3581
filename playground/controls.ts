import type { Applied } from '../src/engine/checker.ts'
import { closestLocale } from '../src/messages/locale.ts'
import type { PlaygroundLabel } from '../src/messages/playground.ts'
import { find, make } from './dom.ts'
import { type Example, examples } from './examples.ts'
import { type Preferences, themes } from './preferences.ts'
import { word } from './words.ts'

/** What the controls ask for. */
export interface Asked {
  readonly onExample: (example: Example) => void
  readonly onPreferences: (changed: Partial<Preferences>) => void
  readonly onApplied: () => void
  readonly onTakeOver: () => void
  readonly onCopy: () => void
  readonly onShare: () => void
  readonly onSkip: () => void
}

const own = 'own-text'

/** The buttons and choices around the panels. */
export class Controls {
  private readonly example = find('[name=example]', HTMLSelectElement)
  private readonly locale = find('[name=locale]', HTMLSelectElement)
  private readonly theme = find('[name=theme]', HTMLSelectElement)
  private readonly status = find('#status', HTMLElement)
  private readonly unsafe = find('[name=applied][value=unsafe]', HTMLInputElement)
  private readonly takeOver = find('#apply', HTMLButtonElement)

  constructor(asked: Asked) {
    const { example, locale, theme } = this
    example.append(...[own, ...examples.map(({ label }) => label)].map(value => make('option', { value })))
    example.addEventListener('change', () => {
      const chosen = examples.find(({ label }) => label === example.value)
      if (chosen) asked.onExample(chosen)
    })
    locale.addEventListener('change', () => asked.onPreferences({ locale: closestLocale(locale.value) }))
    theme.addEventListener('change', () =>
      asked.onPreferences({ theme: themes.find(each => each === theme.value) ?? 'system' }),
    )
    for (const radio of document.querySelectorAll('[name=applied]')) radio.addEventListener('change', asked.onApplied)
    this.takeOver.addEventListener('click', asked.onTakeOver)
    find('#copy', HTMLButtonElement).addEventListener('click', asked.onCopy)
    find('[name=share]', HTMLButtonElement).addEventListener('click', asked.onShare)
    find('.skip', HTMLAnchorElement).addEventListener('click', event => {
      // The fragment may hold a text.
      event.preventDefault()
      asked.onSkip()
    })
    find('#controls', HTMLFormElement).addEventListener('submit', event => event.preventDefault())
  }

  get applied(): Applied {
    return this.unsafe.checked ? 'unsafe' : 'safe'
  }

  /** Shows which example is open; null for a text that is none. */
  choose(label: PlaygroundLabel | null): void {
    this.example.value = label ?? own
  }

  tell(text: string): void {
    this.status.textContent = text
  }

  say({ locale, theme }: Preferences): void {
    this.locale.value = locale
    this.theme.value = theme
    const labels: readonly PlaygroundLabel[] = [own, ...examples.map(({ label }) => label)]
    for (const [index, label] of labels.entries()) {
      const option = this.example.options.item(index)
      if (option) option.textContent = word(label, locale)
    }
  }

  /** Tells how many fixes there are of each kind, and whether there is anything to take over. */
  showFixes(fixes: Readonly<Record<Applied, number>>): void {
    for (const applied of ['safe', 'unsafe'] as const)
      find(`[value=${applied}] ~ small`, HTMLElement).textContent = `(${fixes[applied]})`
    const none = fixes[this.applied] === 0
    find('#unchanged', HTMLElement).hidden = !none
    this.takeOver.disabled = none
  }
}
