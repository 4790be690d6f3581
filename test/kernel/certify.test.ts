import { expect, test } from 'vitest'
import { certified, certifiedInPlace } from './port.ts'

const conv1d = (sizes: string, { channels = 'ci, co', flag = 'True' } = {}) =>
  `ms.nn.Conv1dTranspose(${channels}, ${sizes}, pad_mode='pad', has_bias=${flag})`

test('what no rule proves is tried: with values of the names from 0 to 16, on four lengths each', () => {
  expect(certified('2, 3, 4, 2, p', conv1d('4, 2, padding=min(p, 999)', { channels: '2, 3' }))).toEqual({
    status: 'tested',
    statement: { id: 'proof.tested', samples: 17 * 4 },
    assumes: [],
  })
})

test.each([
  ['ci, co, 4, 2, p', conv1d('4, 2, padding=min(p, 999)')],
  ['ci, co, 4, 2, p, bias=flag', conv1d('4, 2, padding=min(p, 999)', { flag: 'bool(flag)' })],
])('channels and bias that both sides have alike need no values: %s', (args, port) => {
  expect(certified(args, port).statement).toEqual({ id: 'proof.tested', samples: 17 * 4 })
})

test.each([
  ['ci', conv1d('4, 2, padding=min(p, 999)', { channels: 'ci + 0 * n, co' })],
  ['co', conv1d('4, 2, padding=min(p, 999)', { channels: 'ci, co + 0 * n' })],
])('%s written otherwise is alike all the same', (_, port) => {
  expect(certified('ci, co, 4, 2, p', port).statement).toEqual({ id: 'proof.tested', samples: 17 * 4 })
})

test('600 runs are enough', () => {
  const { statement } = certified('ci, co, k, u, p', conv1d('k, u, padding=min(p, 999)'))
  expect(statement).toEqual({ id: 'proof.tested', samples: 600 })
})

test('nothing is said of a call that torch refuses whatever the names stand for', () => {
  expect(certified('ci, co, k, u, 0, u', conv1d('k, u'))).toEqual({
    status: 'unknown',
    statement: { id: 'proof.unknown', reason: 'no-samples' },
    assumes: [],
  })
})

test('such a call proves nothing by contradiction', () => {
  const frames = `ms.nn.ConstantPad1d((0, -1), 0.0), ms.nn.Unflatten(2, (1, -1))`
  const convolution = `ms.nn.Conv2dTranspose(ci, co, (1, 0), (1, u), pad_mode='pad', padding=(0, 0, u, 0), has_bias=True)`
  const port = `ms.nn.SequentialCell(${frames}, ${convolution}, ms.nn.Flatten(2, 3))`
  expect(certified('ci, co, 0, u, u', port).status).toBe('unknown')
})

test('a difference is given with the smallest values, and what MindSpore raises there', () => {
  expect(certified('ci, co, k, u, groups=g', conv1d('k, u'))).toMatchObject({
    status: 'refuted',
    counterexample: {
      values: { ci: '2', co: '2', k: '1', u: '1', g: '2' },
      L: 1,
      torch_shape: [1, 2, 1],
      mindspore_shape: [],
      mindspore_raises: expect.stringMatching(/^RuntimeError: weight is/),
    },
  })
})

test('a difference that hangs on what a call returns is none that can be shown', () => {
  expect(certifiedInPlace('ci, co, k, u, f()', conv1d('k, u, padding=f() + 1'))).toMatchObject({
    status: 'unknown',
    statement: { reason: 'call-result' },
  })
})

test.each([
  ['ci, co, k, u, bias=f()', conv1d('k, u, padding=1', { flag: 'bool(f())' }), { ci: '1', co: '1', k: '1', u: '1' }],
  ['f(), co, k, u', conv1d('k, u, padding=1', { channels: 'f(), co' }), { co: '1', k: '1', u: '1' }],
])('nor is a value given to a call that the difference does not hang on: %s', (args, port, values) => {
  const certificate = certifiedInPlace(args, port)
  expect(certificate.status === 'refuted' && certificate.counterexample.values).toEqual(values)
})
