import type { Trial } from '../engine/verified.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { VerifyLabel } from '../messages/verify.ts'
import { align } from './align.ts'
import { visible } from './visible.ts'

/** The runs as a table. */
export function sampleLines(samples: readonly Trial[], locale: Locale): readonly string[] {
  const word = (label: VerifyLabel) => say({ id: 'verify.label', label }, locale)
  const isNamed = samples.some(({ values }) => Object.keys(values).length > 0)
  const heading = ['L', 'torch', 'MindSpore', word('first'), word('equal'), isNamed ? word('values') : '']
  const rows = samples.map(sample => [
    String(sample.L),
    shape(sample.torch_shape),
    otherShape(sample, word('raises')),
    String(sample.first),
    sample.equal === null ? '' : word(sample.equal ? 'yes' : 'no'),
    equations(sample.values).join(', '),
  ])
  return align([heading, ...rows])
}

/** The values of names, as equations. */
export function equations(values: Trial['values']): readonly string[] {
  return Object.entries(values).map(([name, value]) => visible(`${name} = ${value}`))
}

function otherShape({ mindspore_shape, equal }: Trial, raises: string): string {
  if (mindspore_shape) return shape(mindspore_shape)
  return equal === null ? '' : raises
}

const shape = (sizes: readonly number[]) => `(${sizes.join(', ')})`
