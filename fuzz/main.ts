import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import type { Input, Target } from './input.ts'
import { Judge } from './judge.ts'
import { shrink } from './shrink.ts'
import { store } from './stored.ts'
import { createTargets } from './targets.ts'

/** So many inputs are drawn together, from one seed, where the target does not say. */
const usual = 50

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true },
  },
})
const [seconds, seed] = [Number(values.seconds), Number(values.seed)]
if (!(seconds > 0) || !Number.isInteger(seed)) throw new Error('--seconds N and --seed S are numbers, S a whole one')

const targets = await createTargets()
const unknown = values.target?.find(name => !targets.has(name))
if (unknown) throw new Error(`there is no target ${unknown}; there are ${[...targets.keys()].join(', ')}`)
const chosen = [...targets].filter(([name]) => values.target?.includes(name) ?? true)
const failures: string[] = []
const judge = new Judge()
const lawOf = (broken: string) => broken.split(':')[0]

/** Keeps the smallest that fails in the same way; a hang as it is, since each look at one takes minutes. */
async function keep(input: Input, broken: readonly string[], from: string): Promise<void> {
  const law = lawOf(broken[0] ?? '')
  const small =
    law === 'hang'
      ? input
      : await shrink(input, async smaller => {
          const [again = []] = await judge.try([smaller])
          return again.some(each => lawOf(each) === law)
        })
  failures.push(law ?? '')
  console.error(`${from}: ${broken[0]}\n  kept as fixtures/fuzz/${store(small)}`)
}

/** Tries the inputs of one seed from one on, and gives how many were tried. */
async function tryBatch(inputs: readonly Input[], about: string): Promise<number> {
  let done = 0
  while (done < inputs.length) {
    const known = await judge.try(inputs.slice(done))
    for (const broken of known) {
      const input = inputs[done++]
      if (broken.length > 0 && input) await keep(input, broken, `${about}, input ${done - 1}`)
    }
  }
  return done
}

async function run(
  name: string,
  { inputs, together = usual }: Target,
  milliseconds: number,
): Promise<readonly (string | number)[]> {
  const [start, before] = [performance.now(), failures.length]
  let [count, characters] = [0, 0]
  for (let batch = 0; performance.now() - start < milliseconds; batch++) {
    const drawn = fc.sample(inputs, { seed: seed * 1_000_003 + batch, numRuns: together })
    characters += drawn.reduce((sum, { text }) => sum + text.length, 0)
    count += await tryBatch(drawn, `${name}, seed ${seed}, batch ${batch}`)
  }
  const took = Math.round((performance.now() - start) / 1000)
  return [name, seed, count, (characters / 1e6).toFixed(1), took, failures.length - before]
}

const rows = []
for (const [name, target] of chosen) rows.push(await run(name, target, (seconds * 1000) / chosen.length))
await judge.stop()
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const date = new Date().toISOString().slice(0, 10)
console.log(`${date}, torchspore ${version}, Node ${process.version}, ${cpus()[0]?.model}\n`)
console.log('| target | seed | inputs | million characters | seconds | failures |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
process.exitCode = failures.length > 0 ? 1 : 0
