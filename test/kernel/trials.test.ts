import { expect, test } from 'vitest'
import { type Trial, trials } from '../../src/kernel/trials.ts'
import { bothSides } from './port.ts'

function tried(args: string, port: string): readonly Trial[] {
  const [sides] = bothSides([[args, port]])
  if (!sides?.mindspore) throw new Error('one port expected')
  return trials(sides.torch, sides.mindspore.pipeline)
}

function triedAlone(args: string): readonly Trial[] {
  const [sides] = bothSides([[args, 'None']])
  if (!sides) throw new Error('one call expected')
  return trials(sides.torch, null)
}

const runs = (all: readonly Trial[]) => all.map(({ values, L }) => ({ ...values, L }))

test('six runs with something to crop and to overlap, on ever longer sequences', () => {
  const all = tried('2, 3, k, u, p', "ms.nn.Conv1dTranspose(2, 3, k, u, pad_mode='pad', padding=p, has_bias=True)")
  expect(all).toHaveLength(6)
  for (const [index, { values, L, first, torch_shape, mindspore_shape, equal }] of all.entries()) {
    const [k, u, p] = ['k', 'u', 'p'].map(name => Number(values[name]))
    expect(k).toBeGreaterThan(Number(u))
    expect(p).toBeGreaterThan(0)
    expect(L).toBeGreaterThan(index)
    expect({ first, equal }).toEqual({ first: p, equal: true })
    expect(torch_shape).toEqual([1, 3, (L - 1) * Number(u) - 2 * Number(p) + Number(k)])
    expect(mindspore_shape).toEqual(torch_shape)
  }
})

test('where nothing overlaps, others: the smallest, the largest and those between', () => {
  expect(runs(triedAlone('2, 3, 1, u'))).toEqual([
    { u: '1', L: 1 },
    { u: '4', L: 2 },
    { u: '7', L: 3 },
    { u: '10', L: 4 },
    { u: '13', L: 5 },
    { u: '16', L: 6 },
  ])
})

test('a call of numbers runs on six lengths', () => {
  expect(runs(triedAlone('2, 3, 4, 2'))).toEqual([1, 2, 3, 4, 5, 6].map(L => ({ L })))
})

test('no run twice: a length at which nothing would be left is made longer', () => {
  expect(runs(triedAlone('2, 3, 4, 1, 4'))).toEqual([6].map(L => ({ L })))
})

test('alone, there is nothing to compare', () => {
  for (const trial of triedAlone('2, 3, 4, 2')) expect(trial).toMatchObject({ mindspore_shape: null, equal: null })
})

test('another shape is shown; where MindSpore raises, there is none', () => {
  const [same] = tried('2, 3, 4, 2', "ms.nn.Conv1dTranspose(2, 3, 4, 2, pad_mode='same', has_bias=True)")
  expect(same).toMatchObject({ torch_shape: [1, 3, 4], mindspore_shape: [1, 3, 2], equal: false })
  const [raises] = tried('2, 3, 4, 2', "ms.nn.Conv1dTranspose(2, 3, 4, 2, pad_mode='pad', padding=-1, has_bias=True)")
  expect(raises).toMatchObject({ torch_shape: [1, 3, 4], mindspore_shape: null, equal: false })
})
