/**
 * How long a keystroke takes to its findings, and whether memory stays flat, through the real protocol: a real
 * `torchspore server` and a scripted editor.
 *
 *   npm run build && node bench/server.mjs [--keystrokes N] [--edits N]
 *
 * Prints the tables and writes them into docs/server.md. Reads memory and processor time from /proc, so it runs on Linux.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { startEditor } from './server/editor.mjs'
import { model, statementLine } from './server/model.mjs'

/** As in src/server/publisher.ts: what a pushed finding waits before the check begins. */
const rest = 75
const words = process.argv.slice(2)
const asked = (name, otherwise) => Number(words[words.indexOf(name) + 1] ?? otherwise) || otherwise
const keystrokes = asked('--keystrokes', 200)
const edits = asked('--edits', 10_000)

const large = { lines: 5000, calls: 20 }
const small = { lines: 500, calls: 5 }

const at = (line, character) => ({ line, character })
const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]

/** Letters typed into a name of a statement and taken back, at places all over the file; the last one breaks the syntax. */
const typed = 'kkk('

async function type(editor, count, { lines, calls }, note) {
  for (let step = 0; step < count; step++) {
    const line = statementLine(lines, calls, Math.floor(step / (2 * typed.length)) * 7)
    const turn = step % (2 * typed.length)
    const isBack = turn >= typed.length
    const column = 9 + (isBack ? 2 * typed.length - 1 - turn : turn)
    const start = performance.now()
    const range = { start: at(line, column), end: at(line, column + (isBack ? 1 : 0)) }
    const found = await editor.edit(range, isBack ? '' : typed[turn])
    note(performance.now() - start, step, found)
  }
}

async function latency(pulls) {
  const editor = await startEditor({ pulls })
  const found = await editor.open(model(large))
  if (found.length !== 20) throw new Error(`20 findings are expected, not ${found.length}`)
  await type(editor, 40, large, () => {})
  const before = editor.processor()
  const times = []
  await type(editor, keystrokes, large, time => times.push(time - (pulls ? 0 : rest)))
  const processor = (editor.processor() - before) / keystrokes
  await editor.end()
  times.sort((a, b) => a - b)
  return [share(times, 0.5), share(times, 0.95), times.at(-1), processor].map(each => each.toFixed(0))
}

async function memory() {
  const editor = await startEditor({ pulls: true })
  await editor.open(model(small))
  const rows = []
  await type(editor, edits, small, (_, step) => {
    if ((step + 1) % (edits / 10) === 0) rows.push([step + 1, editor.memory().toFixed(0)])
  })
  await editor.end()
  return rows
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const about = `${new Date().toISOString().slice(0, 10)}, torchspore ${version}, Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} processors, load ${loadavg()[0].toFixed(1)} at the start`
const table = (head, rows) =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')

const speed = table(
  ['5,000 lines, 20 calls', 'median', '95 of 100', 'longest', 'processor time'],
  [
    [`pushed, behind the ${rest} ms of rest`, ...(await latency(false))],
    ['pulled', ...(await latency(true))],
  ],
)
const growth = table(['edits of a 500-line file, each checked', 'memory in MB'], await memory())
const measured = `${about}\n\n${speed}\n\nMilliseconds from a keystroke to its findings.\n\n${growth}\n`
console.log(measured)

const page = new URL('../docs/server.md', import.meta.url)
const [before, , after] = readFileSync(page, 'utf8').split(/(?<=<!-- measured -->\n)|(?=<!-- end -->)/)
writeFileSync(page, `${before}\n${measured}\n${after}`)
