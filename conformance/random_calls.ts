import fc from 'fast-check'
import { createChecker } from '../src/engine/checker.ts'
import { arbitraryFile, type GeneratedFile } from '../test/arbitrary/call.ts'
import { arbitraryValuation, assignments, type Valuation } from '../test/arbitrary/valuation.ts'
import { type ExpressionJob, type Result, runOriginals, runRewrites } from './execute.ts'
import { grammar } from './grammar.ts'
import { type Part, passedUnless, type Row } from './part.ts'
import { type Rewritten, rewritten } from './rewritten.ts'
import { counted, problemsOf } from './verdicts.ts'

const valuations = 4
/** Compiling a graph takes a quarter of a second: of the calls, each one of so many. */
const graphEvery = 25

/** Fresh calls in the spellings of real code; each rewritten one is run with four valuations of its names. */
export const randomCalls: Part = async ({ torch, mindspores, seed, calls }) => {
  const checker = await createChecker(grammar)
  const drawn = draw(calls, seed)
  const done = drawn.map(([file, values], number) => ({ file, values, number, after: rewritten(checker, file) }))
  const jobs = done.flatMap(({ file, values, number, after }) => (after ? [pairOf(file, values, number, after)] : []))
  const originals = runOriginals(
    'random',
    torch,
    jobs.map(job => job.before),
  )
  return mindspores.map(mindspore => {
    const after = jobs.map(job => job.after)
    const results = runRewrites('random', mindspore, after, originals, ['PyNative'])
    return rowOf(mindspore.name, results, jobs, `${calls} calls from seed ${seed}, ${jobs.length} rewritten`)
  })
}

type Drawn = readonly [GeneratedFile, readonly Valuation[]]

function draw(numRuns: number, seed: number): readonly Drawn[] {
  const both = arbitraryFile.chain(file =>
    fc.tuple(fc.constant(file), fc.array(arbitraryValuation(file), { minLength: valuations, maxLength: valuations })),
  )
  return fc.sample(both, { seed, numRuns })
}

interface Pair {
  readonly before: ExpressionJob
  readonly after: ExpressionJob
}

function pairOf(file: GeneratedFile, values: readonly Valuation[], number: number, after: Rewritten): Pair {
  const common = {
    kind: 'expression' as const,
    id: `random/${number}`,
    valuations: values.map(assignments),
    inputs: [{ length: 1 + (number % 4), batch: 1 + (number % 2) }],
    gradients: false,
    modes: number % graphEvery === 0 ? ['PyNative', 'graph'] : ['PyNative'],
  }
  return {
    before: { ...common, source: file.source, expression: file.call },
    after: { ...common, source: after.source, expression: after.call },
  }
}

function rowOf(environment: string, results: readonly Result[], jobs: readonly Pair[], drawn: string): Row {
  const texts = new Map(jobs.map(({ before, after }) => [before.id, `${before.expression} -> ${after.expression}`]))
  const problems = problemsOf(results).map(({ id, text }) => `${text}: ${texts.get(id)}`)
  const told = `${drawn}; ${counted(results)}`
  return { part: 'random calls', environment, status: passedUnless(problems), told, problems }
}
