import type { Picture } from '../src/engine/verified.ts'
import { type Sizes, windowsAt } from '../src/engine/windows_at.ts'
import type { Locale } from '../src/messages/locale.ts'
import { say } from '../src/messages/say.ts'
import { windowsFigure } from '../src/report/html_windows.ts'
import { windowsStyle } from '../src/report/html_windows_style.ts'
import { find, make } from './dom.ts'

type Name = 'L' | keyof Sizes

/** What each slider is called, and how far it goes; a call with a larger size stretches it. */
const sliders: readonly (readonly [name: Name, letter: string, least: number, most: number])[] = [
  ['L', 'L', 1, 16],
  ['kernel_size', 'k', 1, 24],
  ['stride', 's', 1, 16],
  ['padding', 'p', 0, 16],
  ['output_padding', 'op', 0, 15],
  ['dilation', 'd', 1, 8],
]

type Values = Readonly<Record<Name, number>>

const atFirst: Values = { L: 4, kernel_size: 8, stride: 4, padding: 2, output_padding: 0, dilation: 1 }

/** The windows of torch's layer and of MindSpore's modes, with a slider for each size. */
export class WindowsPanel {
  private readonly form = find('#sizes', HTMLFormElement)
  private readonly drawing = find('#windows', HTMLElement)
  private readonly back = find('#to-the-call', HTMLButtonElement)
  private ofCall: Values = atFirst
  private locale: Locale = 'en'

  constructor() {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(windowsStyle)
    document.adoptedStyleSheets.push(sheet)
    this.form.append(...sliders.map(slider))
    this.form.addEventListener('submit', event => event.preventDefault())
    this.form.addEventListener('input', () => this.draw())
    this.back.addEventListener('click', () => this.set(this.ofCall))
    this.set(atFirst)
  }

  /** Shows the sizes of a call; those that were chosen stay where a call has none that are known. */
  show(picture: Picture | null): void {
    if (picture) this.set({ ...picture.sizes, L: picture.L })
  }

  say(locale: Locale): void {
    this.locale = locale
    this.draw()
  }

  private set(values: Values): void {
    this.ofCall = values
    for (const [name, , , most] of sliders) {
      const input = this.input(name)
      input.max = String(Math.max(most, values[name]))
      input.value = String(values[name])
    }
    this.draw()
  }

  private draw(): void {
    const { L, ...sizes } = this.values()
    for (const [name] of sliders) this.output(name).value = this.input(name).value
    const at = windowsAt(sizes, L)
    this.drawing.innerHTML = at.kind === 'picture' ? windowsFigure(at.picture, this.locale) : ''
    if (at.kind === 'raises')
      this.drawing.append(
        make('p', { class: 'raises' }, say({ id: 'playground.raises', problem: at.problem }, this.locale)),
      )
    this.back.disabled = sliders.every(([name]) => this.input(name).valueAsNumber === this.ofCall[name])
  }

  private values(): Values {
    const of = (name: Name) => this.input(name).valueAsNumber
    const [kernel_size, stride, padding] = [of('kernel_size'), of('stride'), of('padding')]
    return { L: of('L'), kernel_size, stride, padding, output_padding: of('output_padding'), dilation: of('dilation') }
  }

  private input(name: Name): HTMLInputElement {
    return find(`#size-${name}`, HTMLInputElement)
  }

  private output(name: Name): HTMLOutputElement {
    return find(`output[for=size-${name}]`, HTMLOutputElement)
  }
}

function slider([name, letter, least, most]: (typeof sliders)[number]): HTMLElement {
  const id = `size-${name}`
  const input = make('input', { id, name, type: 'range', min: String(least), max: String(most), step: '1' })
  const label = make('label', { for: id }, make('b', {}, letter))
  if (letter !== name) label.append(make('small', {}, ` ${name}`))
  return make('div', {}, label, input, make('output', { for: id }))
}
