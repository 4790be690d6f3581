import type { Counterexample } from '../../kernel/counterexample.ts'

/** 取这些值运行时，两边得到什么。 */
export function counterexample(found: Counterexample): string {
  const names = [...Object.entries(found.values), ['L', found.L]].map(([name, value]) => `${name} = ${value}`)
  return `当 ${names.join('，')} 时：torch 的形状是 ${shape(found.torch_shape)}，MindSpore ${outcome(found)}`
}

function outcome({ mindspore_shape, mindspore_raises, index, torch, mindspore }: Counterexample): string {
  if (mindspore_raises !== undefined) return `抛出 ${mindspore_raises}`
  const values = index ? `；在 [${index.join(', ')}] 处 torch 是 ${torch}，MindSpore 是 ${mindspore}` : ''
  return `是 ${shape(mindspore_shape)}${values}`
}

const shape = (sizes: readonly number[]) => `(${sizes.join(', ')})`
