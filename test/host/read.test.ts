import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mentions, tellingWords } from '../../src/host/mentions.ts'
import { readFile } from '../../src/host/read.ts'
import { makeFolder } from './folder.ts'

const read = (content: string | Uint8Array, limit = 1000) =>
  readFile(join(makeFolder({ 'a.py': content }), 'a.py'), limit)

test.each([
  ['nn.ConvTranspose1d(1)', true],
  ['F.conv_transpose1d(x)', true],
  ['nn.LazyConvTranspose1d', true],
  ['nn.Conv1dTranspose', true],
  ['nn.ConvTranspose2d(1)', false],
  ['F.conv_transpose3d(x)', false],
  ['nn.ConvTranspose2d(1), nn.ConvTranspose1d(1)', true],
  ["getattr(nn, f'ConvTranspose{n}d')", true],
  ['x = 1  # torchspore: ignore', true],
  ['x = 1  # noqa: TSP101', true],
  ['x = 1  # noqa: E501', false],
  ['ConvTrans' + '\n' + 'pose1d', false],
  ['', false],
])('looks for the bytes: %j', (source, found) => {
  expect(mentions(Buffer.from(source), tellingWords)).toBe(found)
})

test('a word with other letters may stand in a file of another encoding, whatever its bytes are', () => {
  const latin = (text: string) => Buffer.from(`# coding: latin-1\n${text}`, 'latin1')
  expect(mentions(latin('layer = Größe(1, 2, 3)\n'), ['Größe'])).toBe(true)
  expect(mentions(latin('layer = Other(1, 2, 3)\n'), ['Size'])).toBe(false)
  expect(mentions(Buffer.from('layer = Other(1, 2, 3)\n'), ['Größe'])).toBe(false)
})

test('passes over what mentions nothing of it, whatever else is wrong with it', async () => {
  expect(await read('x = 1')).toEqual({ kind: 'passed-over' })
  expect(await read(Buffer.from([0xff, 0, 0xfe]))).toEqual({ kind: 'passed-over' })
  expect(await read('x'.repeat(2000))).toEqual({ kind: 'passed-over' })
})

test('reads what mentions it', async () => {
  expect(await read('ConvTranspose1d')).toMatchObject({ kind: 'source', source: { text: 'ConvTranspose1d' } })
  expect(await read(Buffer.from('ConvTranspose1d\0'))).toEqual({ kind: 'problem', message: { id: 'file.binary' } })
})

test('finds it in a file that is too large, across the pieces that are looked through', async () => {
  const long = ' '.repeat((1 << 20) - 5)
  const found = { kind: 'problem', message: { id: 'file.too-large', bytes: long.length + 13, limit: 1000 } }
  expect(await read(`${long}ConvTranspose`)).toEqual(found)
  expect(await read(`${long}ConvTranspos`)).toEqual({ kind: 'passed-over' })
})

test('says what cannot be read', async () => {
  const folder = makeFolder({ 'a.py': '' })
  expect(await readFile(join(folder, 'b.py'), 9)).toEqual({ kind: 'problem', message: { id: 'file.missing' } })
  const reason = (path: string) => ({ kind: 'problem', message: { id: 'file.unreadable', reason: path } })
  expect(await readFile(folder, 9)).toEqual(reason('EISDIR: illegal operation on a directory'))
  expect(await readFile(join(folder, 'a.py/b'), 9)).toEqual(reason('ENOTDIR: not a directory'))
  expect(await readFile('/dev/zero', 9)).toEqual(reason('it is a device'))
})
