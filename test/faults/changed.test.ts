import { appendFileSync, linkSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSession } from '../../src/host/session.ts'
import { makeFolder } from '../host/folder.ts'

const plain = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n'

const sessionIn = (cwd: string) =>
  createSession({ cwd, isolated: true, selection: { extendSelect: [], ignore: [] } }, 'uncached')

test('a file that was changed since it was read is not written', async () => {
  const folder = makeFolder({ 'a.py': plain })
  const path = join(folder, 'a.py')
  const session = sessionIn(folder)
  const outcome = await session.checkFile(path, { kind: 'fix', applied: 'safe' })
  appendFileSync(path, '# by somebody else\n')
  const written = outcome && (await session.write(outcome))
  expect(written?.failure).toBe('cannot be written: it was changed by something else in the meantime')
  expect(readFileSync(path, 'utf8')).toBe(`${plain}# by somebody else\n`)
})

test('a file with several names is left alone, since no write is whole under all of them at once', async () => {
  const folder = makeFolder({ 'a.py': plain })
  const [path, other] = [join(folder, 'a.py'), join(folder, 'b.txt')]
  linkSync(path, other)
  const session = sessionIn(folder)
  const outcome = await session.checkFile(path, { kind: 'fix', applied: 'safe' })
  const written = outcome && (await session.write(outcome))
  expect(written?.failure).toMatch(/^cannot be written: it has 2 names \(hard links\)/)
  expect(readFileSync(other, 'utf8')).toBe(plain)
  expect(statSync(path).ino).toBe(statSync(other).ino)
})
