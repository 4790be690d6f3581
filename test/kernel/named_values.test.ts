import { expect, test } from 'vitest'
import { namedValues } from '../../src/kernel/named_values.ts'
import { sizeAtoms } from '../../src/kernel/valuations.ts'
import { bothSides } from './port.ts'

function atomsOf(args: string) {
  return sizeAtoms(bothSides([[args, 'None']]).map(({ torch }) => torch))
}

test('values stand as Python writes them, by the text that has them', () => {
  const atoms = atomsOf('ci, cfg  .out, k, bias=flag')
  const values = new Map(atoms.map((atom, index) => [atom.key, atom.text === 'flag' ? true : BigInt(index + 1)]))
  expect(Object.entries(namedValues(atoms, values))).toEqual([
    ['ci', '1'],
    ['cfg .out', '2'],
    ['k', '3'],
    ['flag', 'True'],
  ])
})

test('a call that runs several times has several values', () => {
  const atoms = atomsOf('f(), f(), k, f()')
  const values = new Map(atoms.map((atom, index) => [atom.key, BigInt(index)]))
  expect(namedValues(atoms, values)).toEqual({ 'f()': '0', 'f() (2)': '1', k: '2', 'f() (3)': '3' })
})
