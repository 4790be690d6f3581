import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { checker } from '../checker.ts'
import { torchspore } from './run.ts'

const { status, out, err } = torchspore(tmpdir(), ['compat'])

test('prints the compat class, a module of under 80 lines', () => {
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toMatch(/^"""torch\.nn\.ConvTranspose1d for MindSpore/)
  expect(out).toContain('\nclass ConvTranspose1d(ms.nn.Conv1dTranspose):\n')
  expect(out.endsWith('\n')).toBe(true)
  expect(out.trimEnd().split('\n').length).toBeLessThan(80)
})

test('which parses, and in which there is nothing to find', () => {
  expect(checker.check(out)).toEqual([])
})

test("with torch's parameters in torch's order", () => {
  const [, parameters = ''] = /__init__\(self, ([^)]*)\)/.exec(out) ?? []
  expect(parameters.split(/,\s*/)).toEqual([
    ...['in_channels', 'out_channels', 'kernel_size', 'stride=1', 'padding=0', 'output_padding=0', 'groups=1'],
    ...['bias=True', 'dilation=1', "padding_mode='zeros'", 'device=None', 'dtype=None'],
  ])
})
