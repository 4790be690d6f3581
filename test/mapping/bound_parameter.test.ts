import { expect, test } from 'vitest'
import { mindsporeConv1dTranspose, torchConvTranspose1d } from '../../rules/conv_transpose1d/signatures.ts'
import { callReader } from '../../src/engine/source_file.ts'
import { bind } from '../../src/mapping/bind.ts'
import { boundParameters } from '../../src/mapping/bound_parameter.ts'
import { functions, open, returnedIn } from '../kernel/port.ts'

function standing(call: string, signature = torchConvTranspose1d): readonly string[] {
  const file = open(functions([call]))
  const { text } = callReader(file)
  return returnedIn(file).flatMap(node => {
    const bound = bind(node, signature, text)
    if (bound.kind === 'invalid') throw new Error(bound.problem.kind)
    const all = boundParameters(signature, bound, text)
    return all.map(each => `${each.name} ${each.standing === 'unknown' ? '?' : `${each.standing} ${each.text}`}`)
  })
}

test('what is given, and the defaults as Python writes them', () => {
  expect(standing('nn.ConvTranspose1d(ci, co, 2*k, padding=p // 2)')).toEqual([
    'in_channels given ci',
    'out_channels given co',
    'kernel_size given 2*k',
    'stride default 1',
    'padding given p // 2',
    'output_padding default 0',
    'groups default 1',
    'bias default True',
    'dilation default 1',
    "padding_mode default 'zeros'",
    'device default None',
    'dtype default None',
  ])
})

test("MindSpore's dtype is float32", () => {
  const all = standing('ms.nn.Conv1dTranspose(ci, co, k)', mindsporeConv1dTranspose)
  expect(all.slice(4)).toEqual([
    "pad_mode default 'same'",
    'padding default 0',
    'dilation default 1',
    'group default 1',
    'has_bias default False',
    'weight_init default None',
    'bias_init default None',
    'dtype default float32',
  ])
})

test('beside starred arguments only keywords are certain', () => {
  const all = standing('nn.ConvTranspose1d(ci, *cfg, stride=u)')
  expect(all.filter(each => !each.endsWith('?'))).toEqual(['stride given u'])
})
