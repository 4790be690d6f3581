import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { shell, torchspore } from './run.ts'
import { plain, plainFixed, starred } from './sources.ts'

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

describe('findings', () => {
  test('are told with a summary, and the exit status is 1', () => {
    const folder = makeFolder({ 'pkg/a.py': plain, 'pkg/b.py': starred, 'c.py': 'x = 1\n' })
    const { status, out, err } = torchspore(folder, ['check'])
    expect(out).toMatch(/^pkg\/a\.py:3:9 TSP101 .*\[fix: safe\]\n/)
    expect(out).toMatch(/^pkg\/b\.py:3:9 TSP206 /m)
    expect(out).toMatch(
      /\nFound 2 \(1 with a safe fix; 1 needs you: TSP206 starred arguments\)\. Run with --fix to apply 1\.\n$/,
    )
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(read(folder, 'pkg/a.py')).toBe(plain)
  })

  test('nothing found is a good end', () => {
    const folder = makeFolder({ 'a.py': 'x = 1\n', 'b.py': '# no ConvTranspose1d here\n' })
    expect(torchspore(folder, ['check'])).toEqual({ status: 0, out: 'All checks passed!\n', err: '' })
    expect(torchspore(folder, ['check', '--quiet'])).toEqual({ status: 0, out: '', err: '' })
  })

  test('--exit-zero and --quiet', () => {
    const folder = makeFolder({ 'a.py': plain })
    const { status, out } = torchspore(folder, ['check', '--exit-zero', '--quiet'])
    expect(status).toBe(0)
    expect(out).toContain('TSP101')
    expect(out).not.toContain('Found')
  })

  test('--select, --extend-select and --ignore', () => {
    const folder = makeFolder({ 'a.py': plain, 'b.py': starred, 'torchspore.toml': 'select = ["TSP2"]' })
    const codes = (...args: readonly string[]) => {
      const found: readonly { code: string }[] = JSON.parse(
        torchspore(folder, ['check', '--output-format', 'json', ...args]).out,
      )
      return found.map(({ code }) => code)
    }
    expect(codes()).toEqual(['TSP206'])
    expect(codes('--select', 'TSP1')).toEqual(['TSP101'])
    expect(codes('--extend-select', 'TSP101,TSP102')).toEqual(['TSP101', 'TSP206'])
    expect(codes('--isolated')).toEqual(['TSP101', 'TSP206'])
    expect(codes('--isolated', '--ignore', 'TSP1', '--ignore', 'TSP206')).toEqual([])
  })
})

describe('JSON', () => {
  test('is an array and nothing else', () => {
    const folder = makeFolder({ 'a.py': plain, 'b.py': starred })
    const { status, out, err } = torchspore(folder, ['check', '--output-format', 'json'])
    expect(JSON.parse(out)).toMatchObject([
      {
        code: 'TSP101',
        filename: join(folder, 'a.py'),
        location: { row: 3, column: 9 },
        fix: { applicability: 'safe' },
      },
      { code: 'TSP206', filename: join(folder, 'b.py'), fix: null },
    ])
    expect({ status, err }).toEqual({ status: 1, err: '' })
  })

  test('is an empty array when nothing is found, and holds what is left with --fix', () => {
    const folder = makeFolder({ 'a.py': plain, 'b.py': starred })
    expect(torchspore(folder, ['check', '--output-format', 'json', '--ignore', 'TSP']).out).toBe('[]\n')
    const { status, out } = torchspore(folder, ['check', '--fix', '--output-format', 'json'])
    expect(JSON.parse(out)).toMatchObject([{ code: 'TSP206' }])
    expect(status).toBe(1)
  })
})

describe('--fix', () => {
  test('writes the safe fixes and reports what is left; a second run changes nothing', () => {
    const folder = makeFolder({ 'a.py': plain, 'b.py': starred })
    const { status, out } = torchspore(folder, ['check', '--fix'])
    expect(read(folder, 'a.py')).toBe(plainFixed)
    expect(out).not.toContain('a.py')
    expect(out).toMatch(/\nFixed 1, 1 left \(1 needs you: TSP206 starred arguments\)\.\n$/)
    expect(status).toBe(1)
    torchspore(folder, ['check', '--fix'])
    expect(read(folder, 'a.py')).toBe(plainFixed)
  })

  test('all fixed is a good end', () => {
    const folder = makeFolder({ 'a.py': plain })
    expect(torchspore(folder, ['check', '--fix'])).toEqual({ status: 0, out: 'Fixed 1, none left.\n', err: '' })
    expect(torchspore(folder, ['check', '--fix'])).toEqual({ status: 0, out: 'All checks passed!\n', err: '' })
  })

  test.each([
    [
      'CRLF and a byte order mark',
      `\uFEFF${plain}`.replaceAll('\n', '\r\n'),
      `\uFEFF${plainFixed}`.replaceAll('\n', '\r\n'),
    ],
    ['no last line end', plain.trimEnd(), plainFixed.trimEnd()],
    [
      'latin-1',
      Buffer.from(`# coding: latin-1\n# é\x85\n${plain}`, 'latin1'),
      Buffer.from(`# coding: latin-1\n# é\x85\n${plainFixed}`, 'latin1'),
    ],
  ])('keeps every other byte: %s', (_, before, after) => {
    const folder = makeFolder({ 'a.py': before })
    expect(torchspore(folder, ['check', '--fix']).status).toBe(0)
    expect(readFileSync(join(folder, 'a.py'))).toEqual(Buffer.from(after))
  })

  test('a file that cannot be written is told, the others are fixed, and the exit status is 2', () => {
    const folder = makeFolder({ 'a.py': plain, 'b.py': `${plain}# ${'x'.repeat(9000)}\n`, 'c.py': plain })
    const { status, out, err } = shell(folder, "chmod 444 c.py; trap '' XFSZ; ulimit -f 8; torchspore check --fix")
    expect(err).toBe(
      'torchspore: error: b.py: cannot be written: EFBIG: file too large\n' +
        'torchspore: error: c.py: cannot be written: it is read-only\n',
    )
    expect(out).toMatch(/^b\.py:3:9 TSP101/)
    expect(out).toMatch(/\nFixed 1, 2 left \(2 with a safe fix\)\.\n$/)
    expect(status).toBe(2)
    expect([read(folder, 'a.py'), read(folder, 'c.py')]).toEqual([plainFixed, plain])
    expect(read(folder, 'b.py')).toHaveLength(plain.length + 9003)
    expect(shell(folder, 'ls -A -I .torchspore_cache').out).toBe('a.py\nb.py\nc.py\n')
  })
})

describe('--diff', () => {
  test('prints what --fix would change, which patch takes, and writes nothing', () => {
    const folder = makeFolder({ 'pkg/a.py': plain, 'pkg/b.py': starred })
    const { status, out, err } = torchspore(folder, ['check', '--diff', '--fix'])
    expect(out).toMatch(/^--- pkg\/a\.py\n\+\+\+ pkg\/a\.py\n@@ /)
    expect(err).toBe('Would fix 1, 1 left (1 needs you: TSP206 starred arguments).\n')
    expect(status).toBe(1)
    expect(read(folder, 'pkg/a.py')).toBe(plain)
    writeFileSync(join(folder, 'x.patch'), out)
    expect(shell(folder, 'patch -p0 < x.patch').status).toBe(0)
    expect(read(folder, 'pkg/a.py')).toBe(plainFixed)
  })

  test('is empty, and a good end, where nothing can be fixed', () => {
    const folder = makeFolder({ 'b.py': starred })
    expect(torchspore(folder, ['check', '--diff', '--quiet'])).toEqual({ status: 0, out: '', err: '' })
  })
})

describe('files', () => {
  test('bad ones are findings, and the others are checked', () => {
    const folder = makeFolder({
      'a.py': plain,
      'binary.py': Buffer.from('ConvTranspose1d\0'),
      'latin.py': Buffer.from('# é ConvTranspose1d', 'latin1'),
      'large.py': `# ConvTranspose1d\n${'#'.repeat(200)}`,
      'ok.py': Buffer.from([0, 0xff]),
      'torchspore.toml': 'max-file-size = 150',
    })
    const { status, out } = torchspore(folder, ['check', '.', 'gone.py'])
    expect(out.match(/^\S+ TSP\d+/gm)).toEqual([
      'a.py:3:9 TSP101',
      'binary.py:1:1 TSP902',
      'gone.py:1:1 TSP902',
      'large.py:1:1 TSP902',
      'latin.py:1:1 TSP902',
    ])
    expect(status).toBe(1)
    const passed = torchspore(folder, ['check', 'gone.py', '--select', 'TSP1'])
    expect(passed).toMatchObject({
      status: 0,
      err: 'torchspore: warning: gone.py: not checked: there is no such file\n',
    })
    expect(torchspore(folder, ['check', 'gone.py', '--ignore', 'TSP902', '--quiet']).err).toBe('')
  })

  test('one that does not parse is told and not changed, and the others are fixed', () => {
    const broken = `${plain}def (:\n`
    const folder = makeFolder({ 'a.py': plain, 'broken.py': broken })
    const { status, out } = torchspore(folder, ['check', '--fix'])
    expect(out).toMatch(/^broken\.py:4:\d+ TSP901/m)
    expect(status).toBe(1)
    expect([read(folder, 'a.py'), read(folder, 'broken.py')]).toEqual([plainFixed, broken])
  })

  test('none at all is no error', () => {
    const folder = makeFolder({ 'readme.md': '' })
    const { status, out, err } = torchspore(folder, ['check'])
    expect({ status, out }).toEqual({ status: 0, out: 'All checks passed!\n' })
    expect(err).toBe('torchspore: warning: no Python files or notebooks found under the given paths\n')
    expect(torchspore(folder, ['check', '--quiet'])).toEqual({ status: 0, out: '', err: '' })
  })

  test('outside of the working directory they are shown whole', () => {
    const folder = makeFolder({ 'pkg/a.py': plain, 'other/x.txt': '' })
    expect(torchspore(join(folder, 'other'), ['check', '../pkg']).out).toContain(`${folder}/pkg/a.py:3:9 TSP101`)
  })

  test('--force-exclude holds for named files', () => {
    const folder = makeFolder({ 'venv/a.py': plain })
    expect(torchspore(folder, ['check', 'venv/a.py']).status).toBe(1)
    expect(torchspore(folder, ['check', 'venv/a.py', '--force-exclude', '--quiet'])).toEqual({
      status: 0,
      out: '',
      err: '',
    })
  })

  test('a linked file is fixed in its place', () => {
    const folder = makeFolder({ 'a.txt': plain })
    symlinkSync('a.txt', join(folder, 'a.py'))
    expect(torchspore(folder, ['check', '--fix']).out).toBe('Fixed 1, none left.\n')
    expect(read(folder, 'a.txt')).toBe(plainFixed)
  })
})

test('a reader that goes away is no error', () => {
  const folder = makeFolder(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`m${index}.py`, plain])))
  const { status, out, err } = shell(folder, 'set -o pipefail; torchspore check | head -n 1')
  expect(out).toMatch(/^m0\.py/)
  expect({ status, err }).toEqual({ status: 1, err: '' })
})
