import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryFile } from '../arbitrary/call.ts'
import { verification } from './verification.ts'

const random = arbitraryFile.map(({ call, callee }) => `nn.ConvTranspose1d${call.slice(callee.length)}`)

test('no call is too odd; what is proved is equal on every sample, and in the picture', () => {
  fc.assert(
    fc.property(random, call => {
      const { certificate, rewrite, samples, picture } = verification(call)
      const isProved = certificate.status === 'proved'
      expect(rewrite !== null).toBe(isProved)
      if (isProved) expect(samples.map(({ equal }) => equal)).not.toContain(false)
      if (isProved && picture) expect(picture.windows.some(({ layer, same }) => same && layer !== 'torch')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a rewrite certifies as a port of its call', () => {
  fc.assert(
    fc.property(random, call => {
      const { rewrite } = verification(call)
      fc.pre(rewrite !== null)
      expect(verification(call, rewrite).certificate.status).toBe('proved')
    }),
    { numRuns: 300 },
  )
})
