import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'

const layers = 'import torch.nn as nn\n\nUp = nn.ConvTranspose1d\n'
const net = 'from .layers import Up\n\nup = Up(4, 2, 3)\n'
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

interface Found {
  readonly code: string
  readonly filename: string
}

function found(folder: string, ...args: readonly string[]): readonly string[] {
  const { out } = torchspore(folder, ['check', '--output-format', 'json', ...args])
  const findings: readonly Found[] = JSON.parse(out)
  return findings.map(({ code, filename }) => `${filename.slice(folder.length + 1)} ${code}`).sort()
}

describe('a file without the name of the class', () => {
  test('is checked when it imports an alias of it', () => {
    const folder = makeFolder({ 'pkg/__init__.py': '', 'pkg/layers.py': layers, 'pkg/net.py': net })
    expect(found(folder)).toEqual(['pkg/layers.py TSP301', 'pkg/net.py TSP101'])
  })

  test('is checked when it comes before the file that binds the alias, and by several steps', () => {
    const folder = makeFolder({
      'pkg/__init__.py': '',
      'pkg/a.py': 'from .b import Raise\n\nup = Raise(4, 2, 3)\n',
      'pkg/b.py': 'from .layers import Up\n\nRaise = Up\n',
      'pkg/layers.py': layers,
    })
    expect(found(folder)).toContain('pkg/a.py TSP101')
  })

  test('is checked by itself, when the alias is in a file that is not asked for', () => {
    const folder = makeFolder({ 'pkg/__init__.py': '', 'pkg/layers.py': layers, 'pkg/net.py': net })
    expect(found(folder, 'pkg/net.py')).toEqual(['pkg/net.py TSP101'])
  })

  test.each([
    ['the alias', 'from pkg.layers import Up\n\nup = Up(4, 2, 3)\n'],
    ['its module', 'from pkg import layers\n\nup = layers.Up(4, 2, 3)\n'],
    ['its module, by its whole name', 'import pkg.layers\n\nup = pkg.layers.Up(4, 2, 3)\n'],
    ['its module, under another name', 'import pkg.layers as all\n\nup = all.Up(4, 2, 3)\n'],
    ['all of its module', 'from pkg.layers import *\n\nup = Up(4, 2, 3)\n'],
  ])('is checked by itself when it imports %s, of a package or a folder without __init__.py', (_, user) => {
    const files = { 'pkg/layers.py': layers, 'user.py': user }
    for (const folder of [makeFolder(files), makeFolder({ ...files, 'pkg/__init__.py': '' })]) {
      expect(found(folder, 'user.py')).toEqual(['user.py TSP101'])
      expect(found(folder)).toEqual(['pkg/layers.py TSP301', 'user.py TSP101'])
    }
  })

  test('is not reported when its name comes from elsewhere', () => {
    const folder = makeFolder({
      'pkg/__init__.py': '',
      'pkg/layers.py': layers,
      'pkg/net.py': 'from .others import Up\n\nup = Up(4, 2, 3)\n',
      'pkg/others.py': 'class Up:\n    pass\n',
    })
    expect(found(folder)).toEqual(['pkg/layers.py TSP301'])
  })
})

describe('--fix', () => {
  test('judges all files on one snapshot', () => {
    const folder = makeFolder({
      'pkg/__init__.py': '',
      'pkg/a.py': 'import torch.nn as nn\n\nUp = nn.ConvTranspose1d\nup = nn.ConvTranspose1d(4, 2, 3)\n',
      'pkg/b.py': 'from .a import Up, nn\n\nup = Up(4, 2, 3)\nother = nn.ConvTranspose1d(4, 2, 3)\n',
    })
    torchspore(folder, ['check', '--fix'])
    const call = "Conv1dTranspose(4, 2, 3, pad_mode='pad', has_bias=True)"
    expect(read(folder, 'pkg/a.py')).toContain(`up = ms.nn.${call}`)
    expect(read(folder, 'pkg/b.py')).toContain(`up = ms.nn.${call}\nother = ms.nn.${call}`)
  })

  test('gives the same whatever the order of the files', () => {
    const files = { 'pkg/__init__.py': '', 'pkg/layers.py': layers, 'pkg/net.py': net }
    const [one, two] = [makeFolder(files), makeFolder(files)]
    torchspore(one, ['check', '--fix', 'pkg/layers.py', 'pkg/net.py'])
    torchspore(two, ['check', '--fix', 'pkg/net.py', 'pkg/layers.py'])
    expect(read(one, 'pkg/net.py')).toContain('ms.nn.Conv1dTranspose(4, 2, 3')
    for (const path of Object.keys(files)) expect(read(one, path)).toBe(read(two, path))
  })
})
