import type { ParameterRule } from '../../../src/mapping/rule.ts'
import { output_padding } from '../output_padding.ts'
import { padding } from '../padding.ts'
import { parameterNotes, rewritten } from './from_rule.ts'
import { type Page, page } from './page.ts'
import { inFunction, python } from './python.ts'

/** A rule's first call in a file, before and after, and the other calls of its kind. */
function example({ parameter, valid: [first] }: ParameterRule, composed: boolean, parameters: string) {
  if (!first) throw new Error(`the rule of ${parameter} shows no call`)
  return {
    before: inFunction(parameters, first.before, 'import torch.nn as nn'),
    after: inFunction(parameters, first.after, 'import torch.nn as nn', 'import mindspore as ms'),
    calls: rewritten(composed).filter(({ before }) => before !== first.before),
  }
}

const plain = page({
  code: 'TSP101',
  title: 'torch.nn.ConvTranspose1d becomes mindspore.nn.Conv1dTranspose',
  what: 'A call of torch.nn.ConvTranspose1d that one mindspore.nn.Conv1dTranspose stands for. The fix is offered only when the text that it writes is proved to give the same shapes and values for all inputs, weights, lengths and values of the names in the call. It is unsafe where code nearby would go on in silence with something else; a note names the line.',
  why: "The two classes share their arithmetic, but not their defaults, their order of arguments or their names. A call that is only renamed runs, and gives other values: MindSpore's layer has no bias by default, pads with 'same', and takes pad_mode in the position of torch's padding.",
  ...example(padding, false, 'h, k, u'),
  parameters: parameterNotes(),
  source:
    "Measured on torch 2.15.0 and MindSpore 2.0.0, 2.7.0 and 2.10.0 (CPU): with pad_mode='pad' and the same padding, 597 of 597 configurations without output_padding are equal to the last bit.",
})

const composed = page({
  code: 'TSP102',
  title: 'torch.nn.ConvTranspose1d with output_padding becomes an exact sequence of MindSpore layers',
  what: "A call with an output_padding that is not evidently 0. Where pad_mode='same' is just torch's window, the call becomes a Conv1dTranspose, and the fix is safe. Else it becomes a SequentialCell around a Conv2dTranspose of height 1; the values are proved equal, but the fix is unsafe, since checkpoints will know the parameters by other names (such as up.1.weight for up.weight), and the layer is an instance of another class.",
  why: output_padding.explanation,
  ...example(output_padding, true, 'h, k, u'),
  source: `${output_padding.source} The sequence of layers equals torch for 1539 of 1539; all on torch 2.15.0 and MindSpore 2.0.0, 2.7.0 and 2.10.0 (CPU).`,
})

const compat = page({
  code: 'TSP103',
  title: 'torch.nn.ConvTranspose1d becomes the class of your compat module',
  what: "With compat-module set to the dotted name of a module in your project, what cannot be written with MindSpore's own layers in place becomes the ConvTranspose1d of that module: calls with starred arguments, with an output_padding that is not evidently 0, with a device, dtype or size that blocks the plain rewrite, calls whose layer is given an output_size, and the class itself in tables, aliases, defaults, functools.partial and subclasses. torchspore compat prints the module; save it under the name that you set. Where a function is handed the class, which may do something else with it than call it, or where a class test cannot be rewritten, all fixes of the file are unsafe; so is one where a subclass reads what has another form. A subclass that overrides forward, or has another base, is not rewritten, since MindSpore calls construct; a class of the module that has forward all the same raises TypeError.",
  why: "What *args holds is known only when the program runs, so no text in its place can be right for all of it. A class that takes torch's own arguments can. It is a subclass of mindspore.nn.Conv1dTranspose, so checkpoints keep the names weight and bias.",
  setting: 'compat-module = "vocoder.mindspore_compat"',
  before: python(
    'from torch import nn',
    '',
    '',
    'def upsample(width, options):',
    '    return nn.ConvTranspose1d(width, width, kernel_size=4, **options)',
  ),
  after: python(
    'from torch import nn',
    'from vocoder.mindspore_compat import ConvTranspose1d',
    '',
    '',
    'def upsample(width, options):',
    '    return ConvTranspose1d(width, width, kernel_size=4, **options)',
  ),
  source:
    'Measured: the class equals torch 2.15.0 for 1539 of 1539 configurations with output_padding, on MindSpore 2.0.0, 2.7.0 and 2.10.0 (CPU).',
})

export const rewrittenPages: readonly Page[] = [plain, composed, compat]
