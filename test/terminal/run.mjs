/**
 * `check --interactive` at a real pseudo-terminal, with real keys.
 *
 *   node test/terminal/run.mjs
 *
 * Needs the built command line, and `script` of util-linux, which makes the terminal. Exit status 2 where that is missing.
 */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../dist/cli.js')
const source =
  'import torch.nn as nn\n\na = nn.ConvTranspose1d(4, 2, 3)\nb = nn.ConvTranspose1d(4, 2, 5)\nc = nn.ConvTranspose1d(4, 2, 7)\n'
const controlC = '\x03'
const controlD = '\x04'

/** What is typed, one text a question; which calls of the two files are MindSpore's then, and how it ends. */
const sessions = [
  {
    title: 'yes, no, all',
    keys: ['y\r', 'n\r', 'a\r'],
    ported: [
      [3, 7],
      [3, 5, 7],
    ],
    status: 1,
    end: 'Fixed 5, 1 left',
  },
  {
    title: 'all',
    keys: ['a\r'],
    ported: [
      [3, 5, 7],
      [3, 5, 7],
    ],
    status: 0,
    end: 'Fixed 6, none left.',
  },
  { title: 'quit', keys: ['y\r', 'q\r'], ported: [[3], []], status: 1, end: 'later files were not looked at' },
  { title: 'Ctrl-D is quit', keys: ['y\r', controlD], ported: [[3], []], status: 1, end: 'Fixed 1, 2 left' },
  {
    title: 'Ctrl-C keeps finished files',
    keys: ['y\r', 'y\r', 'y\r', 'y\r', controlC],
    ported: [[3, 5, 7], []],
    status: 130,
    end: 'Fixed 3, 3 left',
  },
  { title: 'Ctrl-C at once', keys: [controlC], ported: [[], []], status: 130, end: 'Found 3' },
  { title: 'help', keys: ['\rn\r', 'q\r'], ported: [[], []], status: 1, end: 'leave it, stop here' },
]

const { error } = spawnSync('script', ['--version'])
if (error) {
  console.error(`torchspore: this test needs \`script\` of util-linux: ${error.message}`)
  process.exit(2)
}
for (const session of sessions) {
  await hold(session)
  console.log(`ok: ${session.title}`)
}

async function hold({ keys, ported, status, end }) {
  const folder = mkdtempSync(join(tmpdir(), 'torchspore-'))
  try {
    const names = ['a.py', 'b.py']
    for (const name of names) writeFileSync(join(folder, name), source)
    const ended = await type(folder, keys)
    const texts = names.map(name => readFileSync(join(folder, name), 'utf8'))
    const kernels = texts.map(text => [3, 5, 7].filter(kernel => text.includes(`Conv1dTranspose(4, 2, ${kernel}`)))
    assert.deepEqual(kernels, ported)
    assert.equal(ended.status, status)
    assert.ok(ended.seen.includes(end), `${end} is not in:\n${ended.seen}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Types each text when its question stands there. */
function type(cwd, keys) {
  const command = `'${process.execPath}' '${cli}' check --interactive a.py b.py`
  const terminal = spawn('script', ['--quiet', '--return', '--flush', '--command', command, '/dev/null'], { cwd })
  let seen = ''
  let typed = 0
  terminal.stdout.on('data', piece => {
    seen += piece
    const last = seen.split('TSP101').length - 1
    const isAsked = seen.slice(seen.lastIndexOf('TSP101')).includes('Apply this fix?')
    if (last > typed && isAsked && typed < keys.length) terminal.stdin.write(keys[typed++])
  })
  return new Promise(resolve => terminal.on('close', status => resolve({ status, seen })))
}
