/**
 * Whole repositories: seconds and memory beside other programs on the same folders in one run, how both grow, and where the
 * time goes.
 *
 *   npm run bench -- [--rounds N] [--no-growth] [--write] FOLDER...
 *
 * The folders are corpus/ where none is given (npm run corpus fetches it). Medians of 5 rounds, the programs in turn; one that
 * takes long gets fewer, and is stopped where one run takes too long. Growth is that of the first folder, in one run each.
 * --write puts the section into docs/performance.md. Limits that are not kept set the exit status.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copiesOf, pythonFiles } from './batch/copies.mjs'
import { measured, medians, mostSeconds } from './batch/measure.mjs'
import { timeByPart } from './batch/profile.mjs'
import { installTools } from './batch/tools.mjs'

const words = process.argv.slice(2)
const roundsAt = words.indexOf('--rounds')
const rounds = roundsAt >= 0 ? Number(words[roundsAt + 1]) : 5
const named = words.filter((word, index) => !word.startsWith('--') && (roundsAt < 0 || index !== roundsAt + 1))
const folders = (named.length > 0 ? named : ['corpus']).map(folder => resolve(folder))

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'torchspore-bench-'))
const settings = join(scratch, 'torchspore.toml')
const cache = join(scratch, 'cache')
// The files that ripgrep looks at: what lies in hidden folders is not among them, other libraries are.
writeFileSync(settings, `exclude = [".*"]\ncache-dir = ${JSON.stringify(cache)}\n`)

const ours = (at, ...more) => [
  process.execPath,
  cli,
  'check',
  '--config',
  settings,
  '--exit-zero',
  '--quiet',
  ...more,
  ...at,
]

const seconds = number => number.toFixed(2)
const secondsOf = each => (each.ended ? seconds(each.seconds) : `more than ${mostSeconds}`)
const row = cells => `| ${cells.join(' | ')} |`

function comparison(tools) {
  const subjects = [
    ...tools.map(({ name, version, command }) => ({ name: `${name} ${version}`, command: command(folders) })),
    { name: 'torchspore, no cache', command: ours(folders, '--no-cache') },
    { name: 'torchspore, warm cache', command: ours(folders) },
  ]
  // Fills the cache, so that every round finds it warm.
  measured(ours(folders))
  return medians(subjects, rounds)
}

function growth() {
  return [1, 3, 10].map(times => {
    const root = copiesOf(folders.slice(0, 1), times)
    try {
      const [found] = medians([{ name: `${times}×`, command: ours([root], '--no-cache') }], 1)
      return { ...found, files: pythonFiles(root).length }
    } finally {
      rmSync(root, { recursive: true })
    }
  })
}

/** One small file through the command line, and ten as a hook names them, over the same command that does nothing. */
function starts() {
  const small = Array.from({ length: 10 }, (_, index) => join(scratch, `small${index}.py`))
  mkdirSync(scratch, { recursive: true })
  for (const path of small)
    writeFileSync(path, 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3, padding=1)\n')
  return medians(
    [
      { name: '`node -e 0`, as a hook that does nothing', command: [process.execPath, '-e', '0'] },
      { name: 'one small file', command: ours(small.slice(0, 1), '--no-cache') },
      { name: 'ten files of a hook', command: ours(small, '--no-cache') },
      { name: 'one small file, warm cache', command: ours(small.slice(0, 1)) },
      { name: 'ten files of a hook, warm cache', command: ours(small) },
    ],
    rounds,
  )
}

const tools = installTools()
const files = folders.reduce((sum, folder) => sum + pythonFiles(folder).length, 0)
const compared = comparison(tools)
const ratio = name => compared.find(each => each.name.startsWith(name)).seconds
const grown = words.includes('--no-growth') ? [] : growth()
const started = starts()
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

const cold = ratio('torchspore, no cache')
const warm = ratio('torchspore, warm')
const [nothing, one, ten] = started.map(each => each.seconds)
const limits = [
  ['without cache, over ripgrep', cold / ratio('ripgrep'), 8],
  ['ast-grep over ours without cache, at least', ratio('ast-grep') / cold, 10],
  ['warm cache, over ripgrep', warm / ratio('ripgrep'), 3],
  ['one small file, seconds over nothing', one - nothing, 0.1],
  ['ten files of a hook, seconds over nothing', ten - nothing, 0.3],
  ['peak memory, MB', compared.find(each => each.name === 'torchspore, no cache').peak, 250],
]
const isKept = ([name, value, limit]) => (name.includes('at least') ? value >= limit : value <= limit)

const section = [
  `## Whole repositories`,
  '',
  `\`npm run bench\`: ${files} Python files, medians of ${rounds} rounds in turn; a program that would need more than ${mostSeconds} s for them gets fewer, and is stopped after so many. ${new Date().toISOString().slice(0, 10)}, torchspore ${version}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0].toFixed(1)}.`,
  '',
  row(['program', 'runs', 'seconds', 'processor seconds', 'peak MB']),
  '| --- | ---: | ---: | ---: | ---: |',
  ...compared.map(each =>
    row([each.name, each.rounds, secondsOf(each), seconds(each.processor), each.peak.toFixed(0)]),
  ),
  '',
  row(['wanted', 'measured', 'limit', '']),
  '| --- | ---: | ---: | --- |',
  ...limits.map(limit =>
    row([limit[0], Number(limit[1].toPrecision(3)), limit[2], isKept(limit) ? 'kept' : 'not kept']),
  ),
  '',
  ...(grown.length > 0
    ? [
        row([`${named[0] ?? 'corpus'}, one run each`, 'files', 'seconds', 'milliseconds a file', 'peak MB']),
        '| --- | ---: | ---: | ---: | ---: |',
        ...grown.map(each =>
          row([
            each.name,
            each.files,
            secondsOf(each),
            each.ended ? ((each.seconds * 1000) / each.files).toFixed(2) : '',
            each.peak.toFixed(0),
          ]),
        ),
        '',
      ]
    : []),
  row(['start', 'seconds']),
  '| --- | ---: |',
  ...started.map(each => row([each.name, seconds(each.seconds)])),
  '',
  'Where the time of the main thread goes without a cache:',
  '',
  row(['part', 'seconds']),
  '| --- | ---: |',
  ...timeByPart(ours(folders, '--no-cache')).map(([part, time]) => row([part, seconds(time)])),
  '',
].join('\n')

rmSync(scratch, { recursive: true })
console.log(section)
if (words.includes('--write')) {
  const page = fileURLToPath(new URL('../docs/performance.md', import.meta.url))
  const text = readFileSync(page, 'utf8')
  const [before, ...after] = text.split(/(?=^## )/m).filter(part => !part.startsWith('## Whole repositories'))
  writeFileSync(page, [before, `${section}\n`, ...after].join(''))
}
if (!limits.every(isKept)) process.exitCode = 1
