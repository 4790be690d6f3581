import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'

const call = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n'
const count = 2500
const nameOf = (at: number) => `pkg${at % 7}/${at % 3 ? 'm' : 'n-'}${at}.py`

test('of thousands of files, looked through by two threads, none is passed over', () => {
  const files = Array.from({ length: count }, (_, at) => [nameOf(at), at % 50 ? `x = ${at}\n` : call] as const)
  const folder = makeFolder({
    ...Object.fromEntries(files),
    'pkg0/layers.py': 'import torch.nn as nn\n\nUp = nn.ConvTranspose1d\n',
    'pkg6/user.py': 'from pkg0.layers import Up\n\nup = Up(4, 2, 3)\n',
  })
  const { out } = torchspore(folder, ['check', '--output-format', 'json', '--no-cache'])
  const found: readonly { readonly filename: string; readonly code: string }[] = JSON.parse(out)
  const calls = files.flatMap(([name], at) => (at % 50 ? [] : [name]))
  expect(found.filter(({ code }) => code === 'TSP101').map(({ filename }) => filename)).toEqual(
    [...calls, 'pkg6/user.py'].map(name => join(folder, name)).sort(),
  )
})
