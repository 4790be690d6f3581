import type { Input } from './input.ts'
import { tokensOf } from './mutations.ts'

/** Whether an input still breaks what it is shrunk for. */
type Breaks = (input: Input) => Promise<boolean>

/** A failure takes at most so many looks, and milliseconds for them. */
const [mostTries, mostTime] = [400, 20_000]

/** A smaller input that breaks the same: without settings, modules, lines and tokens that it can do without. */
export async function shrink(input: Input, breaks: Breaks): Promise<Input> {
  const end = performance.now() + mostTime
  let tries = 0
  const goesOn = () => tries++ < mostTries && performance.now() < end
  const fails = async (smaller: Input) => goesOn() && (await breaks(smaller))
  let small = input
  for (const key of ['options', 'modules'] as const) {
    const { [key]: _, ...without } = small
    if (small[key] && (await fails(without))) small = without
  }
  for (const partsOf of [linesOf, tokensOf]) small = await without(small, partsOf(small.text), fails)
  return small
}

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? []

/** Leaves out runs of parts, long ones first, as delta debugging does. */
async function without(input: Input, all: readonly string[], fails: Breaks): Promise<Input> {
  let parts = all
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < parts.length; ) {
      const fewer = parts.toSpliced(start, size)
      if (await fails({ ...input, text: fewer.join('') })) parts = fewer
      else start += size
    }
  }
  return { ...input, text: parts.join('') }
}
