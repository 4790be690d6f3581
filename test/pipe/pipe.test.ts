import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { shell, torchspore } from '../cli/run.ts'
import { plain, plainFixed } from '../cli/sources.ts'
import { makeFolder } from '../host/folder.ts'
import { code, notebook } from '../host/notebooks.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')

interface Answer {
  readonly path: string | null
  readonly fixed: string | null
  readonly findings: readonly { readonly code: string; readonly cell: number | null }[]
  readonly error: string | null
}

/** The answers to lines. */
function ask(input: string | Uint8Array, args: readonly string[] = [], cwd = makeFolder()): readonly Answer[] {
  const { status, out, err } = torchspore(cwd, ['pipe', ...args], input)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return out
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line))
}

const row = (path: string, source: string) => `${JSON.stringify({ path, source })}\n`
const composed = 'import torch.nn as nn\nnn.ConvTranspose1d(4, 2, 3, 2, output_padding=1)\n'

test('each row is answered in its place, with the safe fixes applied and what was found before', () => {
  const [first, second, third] = ask(row('a.py', plain) + row('b.py', 'x = 1') + row('c.py', composed))
  expect(first).toMatchObject({ path: 'a.py', fixed: plainFixed, error: null })
  expect(first?.findings).toMatchObject([
    {
      code: 'TSP101',
      filename: 'a.py',
      cell: null,
      location: { row: 3, column: 9 },
      certificate: { status: 'proved' },
    },
  ])
  expect(first).not.toHaveProperty('source')
  expect(second).toEqual({ path: 'b.py', fixed: null, findings: [], error: null })
  expect(third).toMatchObject({ fixed: null, findings: [{ code: 'TSP102' }] })
})

test('--unsafe-fixes and the settings hold', () => {
  expect(ask(row('c.py', composed), ['--unsafe-fixes'])[0]?.fixed).toMatch(/SequentialCell/)
  expect(ask(row('a.py', plain), ['--ignore', 'TSP101'])[0]?.findings).toEqual([])
  const folder = makeFolder({ 'torchspore.toml': 'per-file-ignores = { "tests/**" = ["TSP1"] }' })
  const [, second, third] = ask(row('a.py', plain) + row('tests/a.py', plain) + row('/tests/a.py', plain), [], folder)
  expect(second?.findings).toEqual([])
  expect(third?.findings).toHaveLength(1)
  expect(ask(row('tests/a.py', plain), ['--isolated'], folder)[0]?.findings).toHaveLength(1)
  expect(torchspore(folder, ['pipe', '--config', 'none.toml'])).toMatchObject({ status: 2, out: '' })
})

test('a line that is no row gets an error, and the next one its answer', () => {
  const bad = ['nonsense', '', '[]', '{"path": "a.py"}', '{"path": 1, "source": ""}']
  const answers = ask(bad.map(line => `${line}\n`).join('') + row('a.py', plain))
  expect(answers.map(({ path, error }) => [path, error])).toEqual([
    [null, 'the line is not JSON'],
    [null, 'the line is not JSON'],
    [null, 'the line is not a JSON object'],
    ['a.py', 'there is no source, or it is not a string'],
    [null, 'path is not a string'],
    ['a.py', null],
  ])
  const latin = Buffer.concat([
    Buffer.from('{"path": "'),
    Buffer.from([0xff]),
    Buffer.from(`", "source": ""}\n${row('a.py', '')}`),
  ])
  expect(ask(latin).map(({ error }) => error)).toEqual(['the line is not UTF-8', null])
})

test('other keys are passed through to the digit, ours win', () => {
  const input =
    '{"n": 12345678901234567890.10, "path": "a.py", "source": "", "error": "theirs", "x": {"source": 1.0}}\n'
  const { out } = torchspore(makeFolder(), ['pipe'], input)
  expect(out).toBe(
    '{"path":"a.py","fixed":null,"findings":[],"error":null,"n": 12345678901234567890.10,"x": {"source": 1.0}}\n',
  )
})

test('line ends, a byte order mark and the end of the input may be as they like', () => {
  expect(ask(`\uFEFF${row('a.py', plain).trimEnd()}\r\n${row('b.py', plain).trimEnd()}`)).toMatchObject([
    { path: 'a.py', fixed: plainFixed },
    { path: 'b.py', fixed: plainFixed },
  ])
  expect(ask('')).toEqual([])
})

test('half of a surrogate pair, a byte order mark and line ends of the source survive', () => {
  const source = `\uFEFF${plain.replaceAll('\n', '\r\n')}# \ud800\r\n`
  const { out } = torchspore(makeFolder(), ['pipe'], row('a.py', source))
  expect(JSON.parse(out).fixed).toBe(`\uFEFF${plainFixed.replaceAll('\n', '\r\n')}# \ud800\r\n`)
})

test('a path that ends in .ipynb is a notebook', () => {
  const [good, broken] = ask(
    row('a.ipynb', notebook([code('import torch.nn as nn'), code('nn.ConvTranspose1d(1, 2, 3)')])) +
      row('b.ipynb', plain),
  )
  const fixed = [
    code('import torch.nn as nn\nimport mindspore as ms'),
    code("ms.nn.Conv1dTranspose(1, 2, 3, pad_mode='pad', has_bias=True)"),
  ]
  expect(good?.fixed).toBe(notebook(fixed))
  expect(good?.findings).toMatchObject([{ code: 'TSP101', cell: 2 }])
  expect(broken).toMatchObject({ fixed: null, findings: [{ code: 'TSP902' }], error: null })
})

test('a source that breaks the parser costs its own answer only', () => {
  const folder = makeFolder({ 'torchspore.toml': 'max-file-size = 1000000000' })
  const breaking = `ConvTranspose1d${'('.repeat(20_000_000)}`
  const input = row('a.py', plain) + row('b.py', breaking) + row('c.py', plain)
  const { out, status } = torchspore(folder, ['pipe'], input)
  const answers = out
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line))
  expect(status).toBe(0)
  expect(answers).toMatchObject([
    { path: 'a.py', fixed: plainFixed },
    { path: 'b.py', fixed: null, findings: [], error: expect.stringMatching(/^the checker broke off: /) },
    { path: 'c.py', fixed: plainFixed },
  ])
})

test('a reader that goes away ends it quietly', () => {
  const script = `yes '{"path": "a.py", "source": ""}' | torchspore pipe | head -2; echo "\${PIPESTATUS[1]}"`
  const { out, err } = shell(makeFolder(), script)
  expect(out.split('\n').at(-2)).toBe('0')
  expect(err).toBe('')
})

test('it answers row by row, and reads no more than it can give away', async () => {
  const child = start()
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for (const path of ['a.py', 'b.py']) {
    child.stdin.write(row(path, plain))
    expect(JSON.parse((await answers.next()).value)).toMatchObject({ path, fixed: plainFixed })
  }
  child.stdin.end()
  expect((await answers.next()).done).toBe(true)
})

test('what nobody reads stops the reading, and is there when it is read', async () => {
  const child = start()
  child.stdout.pause()
  const line = `{"path": "a.py", "source": "", "more": "${'x'.repeat(100_000)}"}\n`
  let taken = 0
  while (taken < 2000 && (child.stdin.write(line) || (await drained(child)))) taken++
  // The pipes, a chunk under way and the buffers of both sides hold far less than 20 MB.
  expect(taken).toBeLessThan(200)
  child.stdin.end()
  let answers = 0
  for await (const answer of createInterface({ input: child.stdout })) answers += answer.endsWith('x"}') ? 1 : 0
  expect(answers).toBe(taken + 1)
})

function start(): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [cli, 'pipe', '--isolated'])
  onTestFinished(() => void child.kill())
  return child
}

/** Whether what was written is taken within two seconds. */
async function drained(child: ChildProcessWithoutNullStreams): Promise<boolean> {
  const late = new Promise<false>(resolve => setTimeout(() => resolve(false), 2000).unref())
  return Promise.race([once(child.stdin, 'drain').then(() => true), late])
}
