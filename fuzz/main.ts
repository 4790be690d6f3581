import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { type Input, secondsToJudge, type Target } from './input.ts'
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
const chosen = [...targets].filter(([name, { onlyNamed }]) => values.target?.includes(name) ?? !onlyNamed)
const failures: string[] = []
const judge = new Judge(new URL('./worker.mjs', import.meta.url))
const lawOf = (broken: string) => broken.split(':')[0] ?? ''

/** Keeps the smallest that fails in the same way; what hangs as it is, since each look would take as long. */
async function keep(input: Input, [first = '']: readonly string[], target: Target, from: string): Promise<void> {
  const law = lawOf(first)
  const breaks = async (smaller: Input) =>
    (await judge.judge(smaller, secondsToJudge(target, smaller))).some(each => lawOf(each) === law)
  const small = law === 'hang' ? input : await shrink(input, breaks)
  failures.push(law)
  console.error(`${from}: ${first}\n  kept as fixtures/fuzz/${store(small)}`)
}

async function run(name: string, target: Target, milliseconds: number): Promise<readonly (string | number)[]> {
  const [start, before] = [performance.now(), failures.length]
  const isOver = () => performance.now() - start >= milliseconds
  const { inputs, together = usual } = target
  let [count, characters] = [0, 0]
  for (let batch = 0; !isOver(); batch++) {
    const drawn = fc.sample(inputs, { seed: seed * 1_000_003 + batch, numRuns: together })
    for (const [index, input] of drawn.entries()) {
      if (isOver()) break
      const broken = await judge.judge(input, secondsToJudge(target, input))
      count++
      characters += input.text.length
      if (broken.length > 0) await keep(input, broken, target, `${name}, seed ${seed}, batch ${batch}, input ${index}`)
    }
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
