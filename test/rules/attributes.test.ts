import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

/** What is found where an attribute of the layer is read. */
function found(name: string): readonly string[] {
  const source = `import torch.nn as nn\n\n\ndef build(c, k):\n    up = nn.ConvTranspose1d(c, c, k)\n    return up, up.${name}\n`
  return checker.check(source).map(({ code, fix }) => `${code} ${fix?.applicability ?? '-'}`)
}

test.each(['output_padding', 'padding_mode'])('%s is not there in MindSpore, whose exception says so', name => {
  expect(found(name)).toEqual(['TSP101 safe', 'TSP305 -'])
})

test.each(['kernel_size', 'stride', 'dilation', 'padding', 'weight.shape'])('%s has another form, in silence', name => {
  expect(found(name)).toEqual(['TSP101 unsafe', 'TSP305 -'])
})

test.each(['forward', 'groups'])('%s is renamed', name => {
  expect(found(name)).toEqual(['TSP101 safe', 'TSP305 safe'])
})
