import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGlance } from '../../src/host/glance.ts'
import { lookFor, mentions, tellingWords } from '../../src/host/mentions.ts'
import { roomSize } from '../../src/host/room.ts'
import { makeFolder } from './folder.ts'

const pieces = [
  'Up',
  'Größe',
  'a.b',
  '(x',
  'ConvTranspose',
  'Conv1dTranspose',
  'conv_transpose',
  'transpose',
  '1d',
  '2d',
  '# coding: latin-1\n',
  ' ',
  '\n',
  'é',
] as const
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map(parts => parts.join(''))
const words = fc.uniqueArray(fc.constantFrom('Up', 'Größe', 'a.b', '(x', 'p é', 'öß', 'ConvTranspose'), {
  maxLength: 6,
})

test('one look finds what is mentioned, however many words are sought, whatever their letters', () => {
  fc.assert(
    fc.property(text, fc.oneof(words, fc.constant(tellingWords)), (content, sought) => {
      const bytes = Buffer.from(content)
      expect(lookFor(sought)(bytes)).toBe(mentions(bytes, sought))
    }),
  )
})

test('tells for each list of words whether a file holds one of them', () => {
  const path = join(makeFolder({ 'a.py': '' }), 'a.py')
  fc.assert(
    fc.property(text, words, words, (content, one, other) => {
      writeFileSync(path, content)
      const bytes = Buffer.from(content)
      const expected = [tellingWords, one, other].map(list => mentions(bytes, list))
      const seen = createGlance([tellingWords, one, other])(path)
      expect(expected.map((_, place) => (seen & (1 << place)) !== 0)).toEqual(expected)
    }),
  )
})

test('says yes where reading in full has to tell', () => {
  const folder = makeFolder({ 'a.ipynb': '{}', 'large.py': ' '.repeat(roomSize), 'full.py': ' '.repeat(roomSize - 1) })
  const glance = createGlance([tellingWords, ['Up']])
  const yes = ['a.ipynb', 'large.py', 'missing.py', '.'].map(name => glance(join(folder, name)))
  expect(yes).toEqual([3, 3, 3, 3])
  expect(glance(join(folder, 'full.py'))).toBe(0)
})
