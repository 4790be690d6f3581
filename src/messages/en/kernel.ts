import type { KernelMessage } from '../../kernel/message.ts'
import type { WordsFor } from '../words.ts'
import { clause } from './clause.ts'
import { unknownReasons } from './unknown.ts'

export const kernelWords: WordsFor<KernelMessage> = {
  'proof.equal': ({ first, length, conditions }) =>
    `proved for all values: first sample ${first}, length ${length} on both sides${clause(conditions, ', given ', ' and ')}`,
  'proof.tested': ({ samples }) => `equal on all ${samples} samples drawn, which is no proof`,
  'proof.refuted': () => 'refuted: torch and MindSpore differ',
  'proof.unknown': ({ reason }) => `neither proved nor refuted: ${unknownReasons[reason]}`,
  'assume.int': ({ name }) => `${name} is an int`,
  'proof.compat': ({ path }) => `proved for all arguments: ${path} takes torch's, and gives torch's shapes and values`,
  'proof.same-layer': () =>
    'proved for all values: the same layer, with the same arguments, as the call makes as it stands',
  'proof.translated': () =>
    "proved for all values: the layer of the arguments that stand there, with torch's groups as group and its bias as has_bias",
  'assume.compat': ({ path }) => `${path} is the class that 'torchspore compat' prints`,
}
