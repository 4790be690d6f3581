import type { Counterexample } from '../../kernel/counterexample.ts'

/** The values to run, and what comes out on both sides. */
export function counterexample(found: Counterexample): string {
  const names = [...Object.entries(found.values), ['L', found.L]].map(([name, value]) => `${name} = ${value}`)
  return `with ${names.join(', ')}: torch gives shape ${shape(found.torch_shape)}, MindSpore ${outcome(found)}`
}

function outcome({ mindspore_shape, mindspore_raises, index, torch, mindspore }: Counterexample): string {
  if (mindspore_raises !== undefined) return `raises ${mindspore_raises}`
  const values = index ? `; at [${index.join(', ')}] torch has ${torch}, MindSpore ${mindspore}` : ''
  return shape(mindspore_shape) + values
}

const shape = (sizes: readonly number[]) => `(${sizes.join(', ')})`
