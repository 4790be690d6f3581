import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Sizes, windowsAt } from '../../src/engine/windows_at.ts'
import { checker } from '../checker.ts'

const sizes: fc.Arbitrary<Sizes> = fc.record({
  kernel_size: fc.integer({ min: 1, max: 6 }),
  stride: fc.integer({ min: 1, max: 4 }),
  padding: fc.integer({ min: 0, max: 3 }),
  output_padding: fc.integer({ min: 0, max: 3 }),
  dilation: fc.integer({ min: 1, max: 3 }),
})

function verified(of: Sizes) {
  const named = Object.entries(of).map(([name, value]) => `${name}=${value}`)
  const verification = checker.verify(`nn.ConvTranspose1d(1, 1, ${named.join(', ')})`)
  if (verification.kind !== 'verified') throw new Error('this is a call')
  return verification
}

test('the windows of sizes are those of a call with these sizes', () => {
  fc.assert(
    fc.property(sizes, of => {
      const { picture } = verified(of)
      if (!picture) return
      const windows = picture.windows.filter(({ layer }) => layer !== 'composed')
      const at = windowsAt(of, picture.L)
      if (at.kind !== 'picture') throw new Error(at.problem)
      expect(at.picture.windows).toEqual(windows)
      expect(at.picture).toMatchObject({ sizes: picture.sizes, L: picture.L, full: picture.full })
    }),
  )
})

test('where torch raises there is no picture', () => {
  const plain: Sizes = { kernel_size: 4, stride: 2, padding: 1, output_padding: 0, dilation: 1 }
  expect(windowsAt(plain, 4)).toMatchObject({ kind: 'picture', picture: { full: 10 } })
  expect(windowsAt({ ...plain, output_padding: 2 }, 4)).toMatchObject({ kind: 'raises' })
  expect(windowsAt({ ...plain, padding: 2 }, 1)).toMatchObject({ kind: 'raises' })
})

test('a mode of MindSpore that would keep nothing has no window', () => {
  const at = windowsAt({ kernel_size: 2, stride: 3, padding: 1, output_padding: 1, dilation: 1 }, 1)
  expect(at).toMatchObject({ kind: 'picture' })
  const layers = at.kind === 'picture' ? at.picture.windows.map(({ layer }) => layer) : []
  expect(layers).toEqual(['torch', 'same', 'valid'])
})
