import type { ArgumentTable, BoundParameter } from '../engine/verified.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { align, padTo } from './align.ts'
import { columns, visible } from './visible.ts'
import { wrap } from './wrap.ts'

/** What the values of one side may take in lines of 80 columns. */
const room = 22

type Cells = readonly (readonly [name: string, value: string])[]

/** Both signatures side by side, a parameter a row. */
export function argumentLines({ torch, mindspore, pairs }: ArgumentTable, locale: Locale): readonly string[] {
  const rows = pairs.map(pair => {
    const [one, other] = [cells(pair.torch, locale), cells(pair.mindspore, locale)]
    const height = Math.max(one.length, other.length)
    return { left: filled(one, height), right: filled(other, height) }
  })
  const left = [torch, ...align(rows.flatMap(row => row.left))]
  const right = [mindspore ?? '', ...align(rows.flatMap(row => row.right))]
  const width = Math.max(...left.map(columns)) + 3
  return left.map((line, index) => (padTo(line, width) + (right[index] ?? '')).trimEnd())
}

function cells(parameter: BoundParameter | null, locale: Locale): Cells {
  if (!parameter) return []
  const lines = wrap(shownValue(parameter, locale), room)
  return lines.map((line, index) => [index === 0 ? parameter.name : '', line])
}

/** A parameter's value in one line; one that is not given is marked as a default. */
export function shownValue(parameter: BoundParameter, locale: Locale): string {
  if (parameter.standing === 'unknown') return say({ id: 'verify.unknown-argument' }, locale)
  const value = oneLine(parameter.text)
  return parameter.standing === 'given' ? value : say({ id: 'verify.default', value }, locale)
}

function filled(cells: Cells, height: number): Cells {
  return [...cells, ...Array.from({ length: height - cells.length }, () => ['', ''] as const)]
}

function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
}
