import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** A checker that lets only a sample of the mutants through: those whose hashes with the seed are the lowest. */
class Sample {
  static inject = [commonTokens.options]

  constructor({ sample }) {
    this.sample = sample
  }

  async init() {}

  /** All of them at once, so that as many as asked for can be chosen. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)]
  }

  async check(mutants) {
    const drawn = new Set([...mutants].sort(by(mutant => this.rank(mutant))).slice(0, this.sample.size))
    const verdict = mutant =>
      drawn.has(mutant) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' }
    return Object.fromEntries(mutants.map(mutant => [mutant.id, verdict(mutant)]))
  }

  rank({ fileName, location, mutatorName, replacement }) {
    const mutant = [this.sample.seed, relative('.', fileName).replaceAll('\\', '/'), location, mutatorName, replacement]
    return createHash('sha256').update(JSON.stringify(mutant)).digest('hex')
  }
}

function by(rank) {
  return (one, other) => (rank(one) < rank(other) ? -1 : 1)
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)]

export const strykerValidationSchema = {
  type: 'object',
  properties: {
    sample: {
      type: 'object',
      properties: { size: { type: 'integer', minimum: 1 }, seed: { type: 'integer' } },
      required: ['size', 'seed'],
    },
  },
}
