import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromFragment, mostCharacters, toFragment } from '../../playground/share.ts'

const shared = fc.record({
  source: fc.string({ unit: 'binary', maxLength: 400 }),
  settings: fc.dictionary(fc.string(), fc.string()),
})

test('a link brings back what went into it, in letters that need no escapes', async () => {
  await fc.assert(
    fc.asyncProperty(shared, async each => {
      const fragment = await toFragment(each)
      expect(fragment).toMatch(/^#1\.[\w-]+$/)
      expect(await fromFragment(fragment)).toEqual({ source: each.source, settings: { ...each.settings } })
    }),
  )
})

const packed = (text: string) => `#1.${deflateRawSync(text).toString('base64url')}`

test.each([
  ['nothing', ''],
  ["another page's", '#section'],
  ['no letters', '#1.%%%'],
  ['cut off', packed('["import torch", {}]').slice(0, -6)],
  ['no JSON', packed('import torch')],
  ['another shape', packed('{"source": ""}')],
  ['a text that is none', packed('[1, {}]')],
  ['no settings', packed('["", null]')],
  ['one that unpacks to very much', packed(`["${'a'.repeat(2 ** 21)}", {}]`)],
])('%s is no link of ours', async (_, fragment) => {
  expect(await fromFragment(fragment)).toBeNull()
})

test('settings that are no text are left out', async () => {
  expect(await fromFragment(packed('["a", {"x": 1, "y": "2"}]'))).toEqual({ source: 'a', settings: { y: '2' } })
})

test('a model of 300 lines fits into a link', async () => {
  const line = (at: number) =>
    `        self.up${at} = nn.ConvTranspose1d(${at}, ${at * 3}, ${at % 7}, stride=${at % 5})  # at ${at}\n`
  const source = Array.from({ length: 300 }, (_, at) => line(at)).join('')
  expect((await toFragment({ source, settings: {} })).length).toBeLessThan(mostCharacters)
})
