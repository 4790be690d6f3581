import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Glance } from '../../src/host/glance.ts'
import { classNames, mentions, patternOf } from '../../src/host/mentions.ts'
import { roomSize } from '../../src/host/room.ts'
import { makeFolder } from './folder.ts'

const pieces = ['Up', 'Größe', 'a.b', '(x', 'ConvTranspose', 'conv_transpose', '1d', '2d', ' ', '\n', 'é'] as const
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map(parts => parts.join(''))
const words = fc.uniqueArray(fc.constantFrom('Up', 'Größe', 'a.b', '(x', 'p é', 'öß'), { maxLength: 4 })

test('the pattern finds what one of the words is found in, whatever their letters', () => {
  fc.assert(
    fc.property(text, words, (content, list) => {
      const bytes = Buffer.from(content)
      const found = list.some(word => bytes.includes(word))
      expect(list.length > 0 && patternOf(list).test(bytes.toString('latin1'))).toBe(found)
    }),
  )
})

test('what is looked for ahead changes no answer, but for fewer files that are read again', () => {
  const path = join(makeFolder({ 'a.py': '' }), 'a.py')
  fc.assert(
    fc.property(text, words, words, (content, ahead, list) => {
      writeFileSync(path, content)
      const glance = new Glance(ahead, [])
      const names = mentions(Buffer.from(content), classNames)
      expect(glance.mayName(path)).toBe(names)
      if (!names) expect(glance.mayHold(path, list)).toBe(mentions(Buffer.from(content), list))
    }),
  )
})

test('a file without the words that were looked for is not read again for them, and is for others', () => {
  const folder = makeFolder({ 'a.py': 'x = 1\n' })
  const path = join(folder, 'a.py')
  const glance = new Glance(['Up'], [])
  expect(glance.mayName(path)).toBe(false)
  writeFileSync(path, 'Up = Down = 1\n')
  expect([glance.mayHold(path, ['Up']), glance.mayHold(path, ['Up', 'Down'])]).toEqual([false, true])
})

test('says yes where reading in full has to tell', () => {
  const folder = makeFolder({
    'a.py': 'x',
    'a.ipynb': '{}',
    'large.py': ' '.repeat(roomSize),
    'full.py': ' '.repeat(roomSize - 1),
  })
  const glance = new Glance([], [join(folder, 'a.py')])
  const yes = ['a.py', 'a.ipynb', 'large.py', 'missing.py', '.'].map(name => glance.mayName(join(folder, name)))
  expect(yes).toEqual([true, true, true, true, true])
  expect(glance.mayName(join(folder, 'full.py'))).toBe(false)
})
