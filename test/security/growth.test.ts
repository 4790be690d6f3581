import { expect, test } from 'vitest'
import { withoutLinesOf } from '../../src/engine/sound_part.ts'
import { span } from '../../src/text/span.ts'
import { checker } from '../checker.ts'

// What grows as the text does ends at once here; what grows as its square, or doubles at each step, does not end in time.

test('what is called of what is called of what is called', () => {
  const line = `f${'()'.repeat(300)}\n`
  expect(checker.check(`import torch.nn as nn\n${line.repeat(160)}`)).toEqual([])
})

test('a line that cannot be read behind each that can', () => {
  const [sound, broken] = ['x = 1\n', '?????\n']
  const errors = Array.from({ length: 100_000 }, (_, index) => span(12 * index + 5, 12 * index + 8))
  const left = withoutLinesOf((sound + broken).repeat(100_000), errors)
  expect(left === (sound + broken.replaceAll('?', ' ')).repeat(100_000)).toBe(true)
})

test('modules that import all there is from each other, and from many that are not there', () => {
  const gone = Array.from({ length: 20 }, (_, index) => `from .gone${index} import *\n`).join('')
  const files = new Map([
    ['/r/pkg/__init__.py', 'from .layers import *\n'],
    ['/r/pkg/layers.py', `${gone}import torch.nn as nn\nfrom .net import *\nUp = nn.ConvTranspose1d\n`],
  ])
  const net = 'from .layers import Up, nn\nUp(1, 1, 1)\nnn.ConvTranspose1d(1, 1, 1)\n'
  const read = (path: string) => (path === '/r/pkg/net.py' ? net : (files.get(path) ?? null))
  const found = checker.check(net, {}, { path: '/r/pkg/net.py', read })
  expect(found.map(({ code }) => code)).toContain('TSP308')
})
