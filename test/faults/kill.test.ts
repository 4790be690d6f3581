import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { torchspore } from '../cli/run.ts'
import { makeFolder } from '../host/folder.ts'
import { killedFix } from './kill.ts'

/** `npm run test:faults` asks for 200. */
const { TORCHSPORE_KILLS = '5' } = process.env
const kills = Number(TORCHSPORE_KILLS)
const files = 25

const before = `import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n${'# a comment\n'.repeat(2000)}`
const sources = Object.fromEntries(Array.from({ length: files }, (_, index) => [`m${index}.py`, before]))

function afterwards(): string {
  const folder = makeFolder({ 'a.py': before })
  torchspore(folder, ['check', '--fix', '--no-cache'])
  return readFileSync(join(folder, 'a.py'), 'utf8')
}

test(`a run that is killed leaves every file old or new, ${kills} times`, { timeout: 20_000 * kills }, async () => {
  const after = afterwards()
  let interrupted = 0
  for (let kill = 0; kill < kills; kill++) {
    const folder = makeFolder(sources)
    // About four things happen for each file that is written, and a kill comes some time after them.
    const signal = await killedFix(folder, 1 + ((kill * 7) % (3 * files)))
    const texts = Object.keys(sources).map(name => readFileSync(join(folder, name), 'utf8'))
    expect(texts.filter(text => text !== before && text !== after)).toEqual([])
    // What was begun and not done lies beside, under a name that no one takes for Python.
    const others = readdirSync(folder).filter(name => !(name in sources))
    expect(others.filter(name => !/^\.torchspore-.*\.tmp$/.test(name))).toEqual([])
    if (signal === 'SIGKILL' && new Set(texts).size === 2) interrupted++
    // The next run does what is left.
    torchspore(folder, ['check', '--fix', '--no-cache'])
    expect(Object.keys(sources).every(name => readFileSync(join(folder, name), 'utf8') === after)).toBe(true)
  }
  expect(interrupted).toBeGreaterThan(0)
})
