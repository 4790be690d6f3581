import type { Finding, Fix } from '../src/engine/finding.ts'
import type { Locale } from '../src/messages/locale.ts'
import { say } from '../src/messages/say.ts'
import { find, make } from './dom.ts'
import type { SourceEditor } from './source_editor.ts'
import { word } from './words.ts'

/** All that was found, to go to and to fix without the editor's own menus. */
export class FindingsList {
  private readonly list = find('#findings', HTMLOListElement)
  private readonly editor: SourceEditor

  constructor(editor: SourceEditor) {
    this.editor = editor
  }

  show(findings: readonly Finding[], locale: Locale): void {
    const items = findings.map(finding => this.item(finding, locale))
    this.list.replaceChildren(...(items.length > 0 ? items : [make('li', {}, word('nothing-found', locale))]))
  }

  /** Gives the focus to the first finding. */
  focus(): void {
    const first = this.list.querySelector('button')
    first?.focus()
  }

  private item({ code, severity, span, message, fix }: Finding, locale: Locale): HTMLElement {
    const place = say({ id: 'playground.place', ...this.editor.place(span.start) }, locale)
    const go = make(
      'button',
      { type: 'button', class: 'go' },
      make('b', { class: severity }, code),
      ` ${say(message, locale)} `,
    )
    go.append(make('small', {}, place))
    go.addEventListener('click', () => this.editor.goTo(span.start, true))
    return make(
      'li',
      {},
      go,
      fix ? this.fixButton(fix, code, place, locale) : make('small', {}, word('no-fix', locale)),
    )
  }

  private fixButton(fix: Fix, code: string, place: string, locale: Locale): HTMLElement {
    const { applicability } = fix
    const title = say({ id: 'playground.fix-of', applicability, title: word('fix', locale) }, locale)
    const button = make('button', { type: 'button', class: applicability }, title)
    button.ariaLabel = `${button.textContent}: ${code}, ${place}`
    button.title = say(fix.message, locale)
    button.addEventListener('click', () => this.editor.apply(fix))
    return button
  }
}
