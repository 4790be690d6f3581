import fc from 'fast-check'
import type { Loader } from '../src/engine/loader.ts'
import { defaultOptions, type Options } from '../src/engine/options.ts'
import { type Input, secondsOf, type Target } from './input.ts'
import { brokenLaws, type Tools } from './laws.ts'
import { programMutations } from './mutations.ts'
import { processorSeconds } from './processor.ts'
import { arbitraryProgram } from './programs.ts'

/** Programs as they are, or more or less broken. */
export const program = fc.tuple(arbitraryProgram, programMutations).map(([text, mutate]) => mutate(text))

const options: fc.Arbitrary<Partial<Options>> = fc.record(
  {
    compatModule: fc.constantFrom('pkg.mindspore_compat', 'compat'),
    deviceTarget: fc.constantFrom<Options['deviceTarget'][]>('Ascend', 'CPU'),
    mindsporeVersion: fc.constantFrom('2.0.0', '2.7.0'),
    extendSelect: fc.constant(['TSP403', 'TSP404']),
    ignore: fc.constantFrom<readonly string[]>(['TSP102'], ['TSP3'], ['TSP101', 'TSP903']),
  },
  { requiredKeys: [] },
)

const path = '/r/pkg/net.py'
const imports = ['from .layers import *\n', 'from .layers import Up, nn, ups\n', 'from pkg import layers as nn\n', '']

/** A program that takes things from a module which takes things from it. */
const together = fc.record({ text: program, layers: program, first: fc.constantFrom(...imports) }).map(drawn => ({
  text: drawn.first + drawn.text,
  modules: {
    '/r/pkg/__init__.py': 'from .layers import *\n',
    '/r/pkg/layers.py': `${drawn.layers}\nimport torch.nn as nn\nfrom .net import *\nUp = nn.ConvTranspose1d\n`,
  },
}))

const source: fc.Arbitrary<Pick<Input, 'text' | 'modules'>> = fc.oneof(
  { weight: 5, arbitrary: program.map(text => ({ text })) },
  { weight: 1, arbitrary: together },
)

/** Programs: what is found, fixed and reported of them. */
export function pythonTarget(tools: Tools): Target {
  return {
    inputs: fc
      .tuple(source, fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: options }))
      .map(([drawn, chosen]) => ({ target: 'python', ...drawn, options: chosen })),
    broken: input => {
      const read = { source: input.text, options: input.options ?? {}, ...loaderOf(input) }
      const start = processorSeconds()
      tools.checker.check(read.source, read.options, read.loader)
      return [...tooSlow(processorSeconds() - start, input), ...brokenLaws(read, tools)]
    },
  }
}

function loaderOf({ modules }: Input): { loader?: Loader } {
  return modules ? { loader: { path, read: each => modules[each] ?? null } } : {}
}

function tooSlow(seconds: number, { text, options }: Input): readonly string[] {
  const most = secondsOf(Math.min(text.length, options?.maxFileSize ?? defaultOptions.maxFileSize))
  return seconds > most ? [`slow: ${seconds.toFixed(1)} s for ${text.length} characters`] : []
}
