import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { neovims } from './programs.ts'
import { rewritten, sample } from './sample.ts'

const { PATH = '' } = process.env
const project = join(import.meta.dirname, '../..')

describe.each(neovims)('%s', nvim => {
  const folder = mkdtempSync(join(tmpdir(), 'torchspore-neovim-'))
  const file = join(folder, 'layers.py')
  const steps = new Map<string, unknown>()

  beforeAll(() => {
    writeFileSync(file, sample)
    symlinkSync(join(project, 'dist/cli.js'), join(folder, 'torchspore'))
    const printed = execFileSync(
      nvim,
      ['--headless', '--clean', '-n', file, '-c', `luafile ${join(import.meta.dirname, 'neovim/drive.lua')}`],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 300_000,
        env: {
          ...process.env,
          PATH: `${folder}${delimiter}${PATH}`,
          TORCHSPORE_NEOVIM_SETUP: join(project, 'editors/neovim'),
        },
      },
    )
    for (const line of printed.split('\n').filter(each => each.startsWith('{'))) {
      const { step, seen }: { readonly step: string; readonly seen: unknown } = JSON.parse(line)
      steps.set(step, seen)
    }
  }, 320_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  test('shows each call where it stands, after an emoji and Chinese', () => {
    const call = { text: 'ConvTranspose1d', code: 'TSP101', source: 'torchspore' }
    const message = expect.stringMatching(/^torch\.nn\.ConvTranspose1d is mindspore\.nn\.Conv1dTranspose here\nproved/)
    expect(steps.get('diagnostics')).toEqual([
      { ...call, line: 7, message },
      { ...call, line: 8, message },
    ])
  })

  test('the quick fix rewrites the call under the cursor, and just that', () => {
    expect(steps.get('quick fix')).toMatchObject({ text: rewritten(1) })
    expect(steps.get('left')).toMatchObject([{ line: 8, text: 'ConvTranspose1d' }])
  })

  test('the quick fixes of a call are its rewrite and the comment that ignores it', () => {
    const titles = [
      expect.stringContaining('Replace by ms.nn.Conv1dTranspose'),
      expect.stringContaining('Ignore TSP101 on this line'),
    ]
    expect(steps.get('quick fix')).toMatchObject({ titles: expect.arrayContaining(titles) })
  })

  test('all fixes together rewrite the file', () => {
    expect(steps.get('fix all')).toMatchObject({ text: rewritten(0, 1) })
    expect(readFileSync(file, 'utf8')).toBe(rewritten(0, 1))
  })
})
