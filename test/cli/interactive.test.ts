import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createPerson } from '../../src/cli/interactive.ts'
import type { Asker } from '../../src/host/asker.ts'
import { createSession } from '../../src/host/session.ts'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'
import { plain, plainFixed, starred } from './sources.ts'

const three = `${plain}b = nn.ConvTranspose1d(4, 2, 5)\nc = nn.ConvTranspose1d(4, 2, 7)\n`

/** Somebody who types this at each question, and what they see. */
function typing(...keys: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  // Each question ends its output, unless that is the process's own.
  output.end = () => output
  const person = createPerson({ input, output, colours: false, locale: 'en' })
  const rest = [...keys]
  const asker: Asker = {
    get stopped() {
      return person.stopped
    },
    ask(offered) {
      const answer = person.ask(offered)
      input.write(rest.shift() ?? '')
      return answer
    },
  }
  return { person, asker, left: rest, seen: () => stripVTControlCharacters(String(output.read() ?? '')) }
}

/** Fixes files while somebody types; gives their texts. */
async function fixed(sources: readonly string[], asker: Asker, applied: 'safe' | 'unsafe' = 'safe') {
  const names = sources.map((_, index) => `${index}.py`)
  const folder = makeFolder(Object.fromEntries(names.map((name, index) => [name, sources[index] ?? ''])))
  const session = createSession({
    cwd: folder,
    config: undefined,
    isolated: true,
    selection: { select: undefined, extendSelect: [], ignore: [] },
  })
  for (const name of names) {
    const outcome = await session.checkFile(join(folder, name), { kind: 'fix', applied, asker })
    if (outcome) await session.write(outcome)
  }
  return names.map(name => readFileSync(join(folder, name), 'utf8'))
}

/** Which of the calls with kernels 3, 5 and 7 are MindSpore's. */
const ported = (texts: readonly string[]) =>
  texts.map(text => [3, 5, 7].filter(kernel => text.includes(`ms.nn.Conv1dTranspose(4, 2, ${kernel}`)))

describe('the questions of --interactive', () => {
  test('show the finding, its proof and its change; yes applies it', async () => {
    const { asker, seen } = typing('y\r')
    expect(await fixed([plain], asker)).toEqual([plainFixed])
    const text = seen()
    expect(text).toMatch(/^0\.py:3:9 TSP101 .*\[fix: safe\]\n/)
    expect(text).toContain('| proved for all values')
    expect(text).toContain(
      '    2 + import mindspore as ms\n    3 - up = nn.ConvTranspose1d(4, 2, 3)\n    3 + up = ms.nn.',
    )
    expect(text).toContain('Apply this fix? (ynaqH)')
  })

  test.each([
    ['no leaves one, and goes on', ['n\r', 'y\r', 'n\r', 'n\r', 'n\r', 'y\r'], [[5], [7]], 0],
    [
      'all asks no more, in later files neither',
      ['n\r', 'a\r'],
      [
        [5, 7],
        [3, 5, 7],
      ],
      0,
    ],
    ['quit keeps what was applied, and stops', ['y\r', 'q\r'], [[3], []], 0],
    ['Ctrl-D is quit', ['y\r', '\x04'], [[3], []], 0],
    ['Ctrl-C leaves the file as it was', ['y\r', '\x03'], [[], []], 0],
    ['Ctrl-C leaves earlier files', ['y\r', 'n\r', 'y\r', 'y\r', '\x03'], [[3, 7], []], 0],
    ['Enter alone asks again, with help', ['\ry\r', 'x\r\x7fq\r'], [[3], []], 0],
  ])('%s', async (_, keys, kernels, left) => {
    const answers = typing(...keys)
    expect(ported(await fixed([three, three], answers.asker))).toEqual(kernels)
    expect(answers.left).toHaveLength(left)
    expect(answers.person.interrupted).toBe(keys.at(-1) === '\x03')
  })

  test('are asked of unsafe fixes only where these are asked for, and say so', async () => {
    const source = 'import torch.nn as nn\nup = nn.ConvTranspose1d(4, 2, k, s, output_padding=op)\n'
    expect(await fixed([source, starred], typing().asker)).toEqual([source, starred])
    const { asker, seen } = typing('y\r')
    const [text] = await fixed([source], asker, 'unsafe')
    expect(text).not.toBe(source)
    expect(seen()).toMatch(/\[fix: unsafe\]\n(.*\n)+.*Apply this unsafe fix\?/)
  })

  test('are one for what only changes together', async () => {
    const source = `${plain}found = isinstance(up, nn.ConvTranspose1d)\n`
    const { asker, seen } = typing('n\r')
    expect(await fixed([source], asker)).toEqual([source])
    expect(seen()).toContain('Apply these 2 fixes, which go together?')
  })
})

describe('--interactive is refused, and nothing is written,', () => {
  test.each([
    ['without a terminal', []],
    ['with --diff', ['--diff']],
    ['for standard input', ['-']],
  ])('%s', (_, more) => {
    const folder = makeFolder({ 'a.py': plain })
    const { status, out, err } = torchspore(folder, ['check', '--interactive', ...more], 'y\n')
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/^torchspore: error: .*--interactive.*\n$/)
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(plain)
  })
})
