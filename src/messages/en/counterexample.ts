import type { Counterexample } from '../../kernel/counterexample.ts'

/** The values to run, and what comes out on both sides. */
export function counterexample({ values, L, torch_shape, mindspore_shape, ...found }: Counterexample): string {
  const names = [...Object.entries(values), ['L', L]].map(([name, value]) => `${name} = ${value}`)
  const shapes = `torch gives shape ${shape(torch_shape)}, MindSpore ${shape(mindspore_shape)}`
  return `with ${names.join(', ')}: ${shapes}${difference(found)}`
}

const shape = (sizes: readonly number[]) => `(${sizes.join(', ')})`

function difference({ index, torch, mindspore }: Pick<Counterexample, 'index' | 'torch' | 'mindspore'>): string {
  return index ? `; at [${index.join(', ')}] torch has ${torch}, MindSpore ${mindspore}` : ''
}
