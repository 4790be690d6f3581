import type { Finding } from '../engine/finding.ts'
import type { Picture, PicturedWindow, Verified } from '../engine/verified.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { VerifyLabel } from '../messages/verify.ts'
import type { Span } from '../text/span.ts'
import { type Run, runsOf } from './strip.ts'
import { element, escapeXml } from './svg.ts'
import { equations } from './verify_samples.ts'

/** The pictures of the windows of calls. */
export interface Pictures {
  /** What each layer keeps in a finding's call; empty where that is not known. */
  of(source: string, finding: Finding): string
}

/** What the engine says of calls. */
export interface Calls {
  /** The call of what stands at a span of a source, by itself; null where that is not called. */
  at(source: string, called: Span): string | null
  verify(call: string): Verified
}

/** The codes that are about a call of the class. */
const aboutCalls = /^TSP[12]/

/** Up to so many samples have gaps between them. */
const mostCells = 100

/** Draws each call once: one that is written in many places looks the same in all of them. */
export function createPictures(calls: Calls, locale: Locale): Pictures {
  const drawn = new Map<string, string>()

  function draw(call: string): string {
    const verified = calls.verify(call)
    return verified.kind === 'verified' && verified.picture ? windowsFigure(verified.picture, locale) : ''
  }

  return {
    of: (source, { code, span }) => {
      const call = aboutCalls.test(code) ? calls.at(source, span) : null
      if (call === null) return ''
      const known = drawn.get(call) ?? draw(call)
      drawn.set(call, known)
      return known
    },
  }
}

/** What each layer keeps as a figure of HTML: a table with a strip a layer, and a legend. */
export function windowsFigure(picture: Picture, locale: Locale): string {
  const { values, L, windows } = picture
  const word = (label: VerifyLabel) => say({ id: 'verify.label', label }, locale)
  const caption = say({ id: 'verify.windows', names: [...equations(values), `L = ${L}`], scale: 1 }, locale)
  const head = ['', '', word('first'), word('length'), ''].map(each => element('th', {}, escapeXml(each)))
  const rows = windows.map(window => row(window, picture, locale))
  const table = element('table', {}, element('tr', {}, ...head), ...rows)
  return element('figure', {}, element('figcaption', {}, escapeXml(caption)), table, legend(picture, word))
}

function row(window: PicturedWindow, picture: Picture, locale: Locale): string {
  const { layer, first, length, same } = window
  const mark = layer === 'torch' ? '' : same ? '=' : '≠'
  const label = say({ id: 'verify.window', first, length, same: layer === 'torch' ? null : same }, locale)
  const cells = [String(first), String(length), mark].map(text => element('td', {}, text))
  const name = element('th', { scope: 'row' }, escapeXml(say({ id: 'verify.layer', layer }, locale)))
  const drawing = element('td', {}, strip(window, picture, label))
  return element('tr', { class: same ? undefined : 'other' }, name, drawing, ...cells)
}

function legend(picture: Picture, word: (label: VerifyLabel) => string): string {
  const states = new Set(picture.windows.flatMap(window => runsOf(window, picture.full).map(({ state }) => state)))
  const isOther = picture.windows.some(({ same }) => !same)
  const entries: readonly (readonly [string, VerifyLabel, boolean])[] = [
    ['kept', 'kept-same', true],
    ['kept other', 'kept-other', isOther],
    ['cropped', 'cropped', states.has('cropped')],
    ['beyond', 'beyond', states.has('beyond')],
  ]
  const shown = entries.filter(([, , isThere]) => isThere)
  const items = shown.map(([kind, name]) => element('span', {}, swatch(kind), escapeXml(word(name))))
  return element('p', {}, ...items)
}

/** The samples of one window as dashes of a line, ten units a sample, to be drawn as wide as there is room. */
function strip(window: PicturedWindow, { full, extent }: Picture, label: string): string {
  const runs = runsOf(window, full).map(run => dashes(run, extent <= mostCells))
  const attributes = { viewBox: `0 0 ${extent * 10} 10`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }
  return element('svg', attributes, ...runs)
}

function dashes({ state, from, to }: Run, cells: boolean): string {
  const d = cells ? `M${from * 10 + 1} 5H${to * 10 - 1}` : `M${from * 10} 5H${to * 10}`
  return element('path', { class: cells ? `${state} cells` : state, d })
}

function swatch(kind: string): string {
  const path = element('path', { class: kind.split(' ')[0], d: 'M0 5H10' })
  const isOther = kind.endsWith('other')
  return element('svg', { class: isOther ? 'other' : undefined, viewBox: '0 0 10 10', 'aria-hidden': 'true' }, path)
}
