import { describe, expect, test } from 'vitest'
import { conv_transpose1d } from '../../rules/conv_transpose1d/index.ts'
import type { InvalidExample, ParameterRule, ValidExample } from '../../src/mapping/rule.ts'
import { fixed } from './harness.ts'

const names = 'h, k, u, p, mode, use_bias, norm, device, dtype, next_size, next_device'
const imports = ['import torch, torch.nn as nn']

/** A module with one layer, in which every name of the examples is bound. */
function moduleWith(lines: readonly string[], layer: string): string {
  return [...lines, '', '', `def build(${names}):`, `    return ${layer}`, ''].join('\n')
}

/** The one finding of an example's call, at the last name of what it calls. */
function only(call: string) {
  const source = moduleWith(imports, call)
  const { findings, text } = fixed(source)
  const at = source.indexOf(call) + 'nn.'.length
  expect(findings.map(({ span }) => ({ ...span }))).toEqual([{ start: at, end: at + 'ConvTranspose1d'.length }])
  return { source, text, finding: findings[0] }
}

function expectRewritten({ before, after }: ValidExample): void {
  const { text, finding } = only(before)
  expect(text).toBe(moduleWith([...imports, 'import mindspore as ms'], after))
  const composed = after.includes('ms.nn.SequentialCell(')
  expect(finding).toMatchObject({
    code: composed || after.includes("pad_mode='same'") ? 'TSP102' : 'TSP101',
    fix: { applicability: composed ? 'unsafe' : 'safe' },
    certificate: { status: 'proved' },
  })
}

function expectFlagged({ call, code }: InvalidExample): void {
  const { source, text, finding } = only(call)
  expect(text).toBe(source)
  expect(finding).toMatchObject({ code, fix: null, certificate: null })
}

const rules = conv_transpose1d.rules.map((rule): [string, ParameterRule] => [rule.parameter, rule])

describe.each(rules)('%s', (parameter, { valid, invalid }) => {
  test('shows what becomes of it, and what stands in the way unless nothing can', () => {
    expect(valid).not.toEqual([])
    expect(parameter === 'bias').toBe(invalid.length === 0)
  })
  test.each(valid)('rewrites $before', example => expectRewritten(example))
  test.each(invalid)('flags $call', example => expectFlagged(example))
})
