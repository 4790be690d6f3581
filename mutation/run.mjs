/**
 * Breaks arrows, rules, mapping and kernel on purpose, and prints what is not noticed: see docs/mutation.md.
 *
 *   npm run mutation -- [--sample N] [--seed S] [--mutate FILES]
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { brokenArrows } from './arrows.mjs'
import { report } from './report.mjs'
import { tried } from './tried.mjs'
import { compilerRefuses } from './types.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    mutate: { type: 'string' },
  },
})
const sample = { size: Number(values.sample), seed: Number(values.seed) }

const { imports, unnoticed } = await brokenArrows()
console.log([`${imports} forbidden imports, ${unnoticed.length} of them unnoticed`, ...unnoticed, ''].join('\n'))

const configFile = fileURLToPath(new URL('stryker.config.mjs', import.meta.url))
const mutate = values.mutate ? { mutate: values.mutate.split(',') } : {}
const told = () => console.log(report(tried, sample, compilerRefuses()))
// Interrupted, it tells what it knows.
process.once('SIGINT', () => {
  told()
  process.exit(130)
})
await new Stryker({ configFile, sample, ...mutate }).runMutationTest()
told()
