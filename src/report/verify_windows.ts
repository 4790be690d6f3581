import type { Picture, PicturedWindow } from '../engine/verified.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { VerifyLabel } from '../messages/verify.ts'
import { align } from './align.ts'
import { type Run, runsOf } from './strip.ts'
import type { Style } from './style.ts'
import { equations } from './verify_samples.ts'
import { wrap } from './wrap.ts'

const widest = 50

const marks: { readonly [S in Run['state']]: string } = { cropped: '·', kept: '█', beyond: '░' }

/** What each layer keeps, a mark a sample where there is room, with a ruler and a legend. */
export function windowLines(picture: Picture, style: Style, locale: Locale): readonly string[] {
  const word = (label: VerifyLabel) => say({ id: 'verify.label', label }, locale)
  const scale = Math.ceil(picture.extent / widest)
  const rows = picture.windows.map(window => {
    const mark = window.layer === 'torch' ? '' : window.same ? '=' : '≠'
    const layer = say({ id: 'verify.layer', layer: window.layer }, locale)
    return [layer, String(window.first), String(window.length), mark, strip(window, picture, scale)]
  })
  const lines = align([['', word('first'), word('length'), '', ruler(picture.extent, scale)], ...rows])
  const legend = (['kept', 'cropped', 'beyond'] as const).map(state => `${marks[state]} ${word(state)}`)
  return [
    ...headingLines(picture, scale, locale),
    ...lines.map((line, index) => painted(line, picture.windows[index - 1], style)),
    legend.join('   '),
  ]
}

function headingLines({ values, L }: Picture, scale: number, locale: Locale): readonly string[] {
  return wrap(say({ id: 'verify.windows', names: [...equations(values), `L = ${L}`], scale }, locale), 80)
}

function painted(line: string, window: PicturedWindow | undefined, style: Style): string {
  if (!window) return style.gutter(line)
  return line.replace(/[█░]+/g, window.same ? style.added : style.removed)
}

function strip(window: PicturedWindow, picture: Picture, scale: number): string {
  const runs = runsOf(window, picture.full)
  const cells = Array.from({ length: Math.ceil(picture.extent / scale) }, (_, index) => {
    const sample = index * scale + Math.floor(scale / 2)
    const run = runs.find(({ from, to }) => from <= sample && sample < to)
    return run ? marks[run.state] : ' '
  })
  return cells.join('')
}

/** The numbers of samples over their marks, at every fifth where there is room. */
function ruler(samples: number, scale: number): string {
  const tick = String(samples).length < 5 ? 5 : 10
  const marks = Math.ceil(samples / scale)
  const numbers = Array.from({ length: Math.ceil(marks / tick) }, (_, index) => String(index * tick * scale))
  return numbers.map(number => number.padEnd(tick)).join('')
}
