import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

const call = 'up = nn.ConvTranspose1d(4, 2, 3)\n'

test.each([
  ['a broken definition before it', `import torch.nn as nn\ndef (:\n${call}`],
  ['a broken definition with a body', `import torch.nn as nn\ndef f(a b):\n    return a\n\n\n${call}`],
  ['an open bracket behind it', `import torch.nn as nn\n${call}x = (1,\n`],
  ['two broken lines', `import torch.nn as nn\nx = = 1\n${call}y y\n`],
])('%s: the call is reported, without a fix, and nothing is changed', (_, source) => {
  const findings = checker.check(source)
  const calls = findings.filter(({ code }) => code !== 'TSP901')
  expect(calls.map(({ code, fix, span }) => [code, fix, source.slice(span.start, span.end)])).toEqual([
    ['TSP101', null, 'ConvTranspose1d'],
  ])
  expect(findings.some(({ code }) => code === 'TSP901')).toBe(true)
  expect(checker.fix(source, 'unsafe').text).toBe(source)
})
