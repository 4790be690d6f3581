import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

function found(args: string) {
  const head = 'import torch\nfrom torch import nn\n\n\ndef build(c, k, f, cfg):\n    return '
  const [finding] = checker.check(`${head}nn.ConvTranspose1d(${args})\n`)
  return { code: finding?.code, fix: finding?.fix?.applicability ?? null }
}

/** A call among the arguments may change what attributes and items give, so what is read around it has to stay. */
test.each([
  'c, c, f()',
  'c, c, f(), device=cfg.device',
  'c, c, f(), device=None',
  'c, c, f(), dtype=torch.float16',
  'c, c, f(), cfg.stride, cfg.padding',
  'cfg["c"], f(), k, f()',
])('%s: what goes reads nothing that counts', args => {
  expect(found(args)).toEqual({ code: 'TSP101', fix: 'safe' })
})
