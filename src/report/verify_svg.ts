import type { Picture, PicturedWindow, Verification } from '../engine/verified.ts'
import { defaultLocale, type Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { VerifyLabel } from '../messages/verify.ts'
import { type Run, runsOf } from './strip.ts'
import { element, escapeXml } from './svg.ts'
import { equations } from './verify_samples.ts'
import { patterns, styleSheet } from './verify_svg_style.ts'
import { columns, visible } from './visible.ts'
import { wrap } from './wrap.ts'

const width = 880
const margin = 24
const stripStart = 100
const widestStrip = 500
const rowHeight = 28
const cellHeight = 18
const lineHeight = 20
/** Below so many pixels a sample has no outline of its own. */
const leastCell = 6

/** The picture of the windows as an SVG of its own, for light and dark; null where the sizes are not known. */
export function verificationSvg(verification: Verification, locale: Locale = defaultLocale): string | null {
  const { picture } = verification
  return picture ? new Drawing(verification, picture, locale).svg() : null
}

class Drawing {
  private readonly verification: Verification
  private readonly picture: Picture
  private readonly locale: Locale
  /** Pixels a sample. */
  private readonly unit: number
  private readonly parts: string[] = []
  private y = margin

  constructor(verification: Verification, picture: Picture, locale: Locale) {
    this.verification = verification
    this.picture = picture
    this.locale = locale
    const fitting = widestStrip / picture.extent
    this.unit = fitting >= leastCell ? Math.min(24, Math.floor(fitting)) : fitting
  }

  svg(): string {
    const { call, against, certificate } = this.verification
    this.lines('code', against === null ? [call] : [call, against], 100)
    this.lines('muted', [say(certificate.statement, this.locale), this.heading()], 120)
    this.ruler()
    const top = this.y
    for (const window of this.picture.windows) this.row(window)
    this.end(top)
    this.legend()
    return this.whole()
  }

  private heading(): string {
    const { values, L } = this.picture
    return say({ id: 'verify.windows', names: [...equations(values), `L = ${L}`], scale: 1 }, this.locale)
  }

  /** Lines of text, each paragraph wrapped. */
  private lines(kind: string, paragraphs: readonly string[], columns: number): void {
    for (const line of paragraphs.flatMap(text => wrap(visible(text.replace(/\s+/g, ' ')), columns))) {
      this.y += lineHeight
      this.text(margin, this.y, kind, line)
    }
    this.y += lineHeight / 2
  }

  private text(x: number, y: number, kind: string, text: string, anchor?: string): void {
    this.parts.push(element('text', { x, y, class: kind, 'text-anchor': anchor }, escapeXml(text)))
  }

  private x(sample: number): number {
    return Math.round((stripStart + sample * this.unit) * 100) / 100
  }

  private ruler(): void {
    this.y += lineHeight
    const step = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find(each => each * this.unit >= 36) ?? 10_000
    for (let sample = 0; sample < this.picture.extent; sample += step)
      this.text(this.x(sample + 0.5), this.y, 'small muted', String(sample), 'middle')
    this.y += 6
  }

  private row(window: PicturedWindow): void {
    const baseline = this.y + cellHeight - 4
    this.text(margin, baseline, 'code', say({ id: 'verify.layer', layer: window.layer }, this.locale))
    for (const run of runsOf(window, this.picture.full)) this.run(run, window.same)
    this.text(this.x(this.picture.extent) + 14, baseline, window.same ? 'small' : 'small otherText', this.said(window))
    this.y += rowHeight
  }

  private run({ state, from, to }: Run, isSame: boolean): void {
    const kind = state === 'cropped' ? state : `${state} ${isSame ? 'same' : 'other'}`
    const step = this.unit < leastCell ? to - from : 1
    for (let sample = from; sample < to; sample += step) this.cell(kind, sample, sample + step)
  }

  private cell(kind: string, from: number, to: number): void {
    const gap = this.unit < leastCell ? 0 : 1
    const x = this.x(from) + gap
    this.parts.push(
      element('rect', { x, y: this.y, width: this.x(to) - this.x(from) - gap, height: cellHeight, class: kind }),
    )
  }

  /** Where the full transposed convolution ends, if something reaches beyond. */
  private end(top: number): void {
    const { full } = this.picture
    if (this.picture.extent === full) return
    const x = this.x(full) + 0.5
    this.parts.push(element('line', { x1: x, x2: x, y1: top - 4, y2: this.y - 4, class: 'end' }))
  }

  private legend(): void {
    const word = (label: VerifyLabel) => say({ id: 'verify.label', label }, this.locale)
    const beyond = this.picture.extent > this.picture.full ? [['beyond same', word('beyond')] as const] : []
    const entries = [
      ['kept same', word('kept-same')],
      ['kept other', word('kept-other')],
      ['cropped', word('cropped')],
    ] as const
    let x = stripStart
    this.y += 6
    for (const [kind, said] of [...entries, ...beyond]) {
      this.parts.push(element('rect', { x: x + 1, y: this.y, width: 14, height: 14, class: kind }))
      this.text(x + 22, this.y + 12, 'small muted', said)
      x += 48 + columns(said) * 6.4
    }
    this.y += lineHeight
  }

  private whole(): string {
    const height = Math.ceil(this.y + margin)
    const title = say({ id: 'verify.picture-of', call: this.verification.call }, this.locale)
    const attributes = {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'title description',
    }
    const head = [
      element('title', { id: 'title' }, escapeXml(title)),
      element('desc', { id: 'description' }, escapeXml(this.description())),
      element('style', {}, styleSheet),
      element('defs', {}, ...patterns),
      element('rect', { width, height, class: 'paper' }),
    ]
    return `${element('svg', attributes, '\n', [...head, ...this.parts].join('\n'), '\n')}\n`
  }

  /** The picture in words, for those who cannot see it. */
  private description(): string {
    const rows = this.picture.windows.map(window => {
      const layer = say({ id: 'verify.layer', layer: window.layer }, this.locale)
      return `${layer}: ${this.said(window)}.`
    })
    return [`${this.heading()}.`, ...rows].join(' ')
  }

  private said({ layer, first, length, same }: PicturedWindow): string {
    return say({ id: 'verify.window', first, length, same: layer === 'torch' ? null : same }, this.locale)
  }
}
