/**
 * How the time of one check grows with the file: it has to stay linear.
 *
 *   npm run build && node bench/resolution.mjs [--only SHAPE] [LINES...]
 *
 * Prints milliseconds and microseconds a line for files of 1k to 100k lines in several shapes. The last column is the
 * largest file's time a line over the 3k one's: 1 is linear. Exits 1 where it is above 2.5. A shape that already took
 * more than its budget is not run on the larger files, and counts as not linear.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { createChecker } from '../dist/engine.js'
import { shapes } from './resolution/shapes.mjs'

const budget = 60_000
const tolerated = 2.5
const words = process.argv.slice(2)
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : null
const asked = words.map(Number).filter(Number.isFinite)
const sizes = asked.length > 0 ? asked : [1000, 3000, 10_000, 30_000, 100_000]

const wasm = name => new URL(`../dist/${name}.wasm`, import.meta.url)
const checker = await createChecker({
  runtime: readFileSync(wasm('web-tree-sitter')),
  grammar: readFileSync(wasm('tree-sitter-python')),
})

/** Milliseconds of one check; the best of three where it is short. */
function milliseconds(lines) {
  const source = `${lines.join('\n')}\n`
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const start = performance.now()
    checker.check(source, { maxFileSize: 2 ** 30 })
    best = Math.min(best, performance.now() - start)
    if (best > 1000) break
  }
  return best
}

function measure(shape) {
  const row = []
  for (const size of sizes) {
    const previous = row.at(-1)
    if (previous && previous.ms * (size / previous.size) > budget) break
    const lines = shape(size)
    row.push({ size, ms: milliseconds(lines), perLine: 0 })
    row[row.length - 1].perLine = (row[row.length - 1].ms * 1000) / lines.length
  }
  return row
}

/** The growth of the time a line from the 3k file, where the engine is warm, to the largest. */
function growth(row) {
  if (row.length < sizes.length) return Number.POSITIVE_INFINITY
  return row.at(-1).perLine / row[Math.min(1, row.length - 1)].perLine
}

const cell = ({ ms, perLine }) => `${ms.toFixed(0)} ms (${perLine.toFixed(0)} µs)`

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const date = new Date().toISOString().slice(0, 10)
console.log(`${date}, torchspore ${version}, Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`)
console.log(`| shape | ${sizes.map(size => `${size} lines`).join(' | ')} | growth |`)
console.log(`| --- |${' ---: |'.repeat(sizes.length + 1)}`)
milliseconds(shapes['many classes'](1000))
for (const [name, shape] of Object.entries(shapes).filter(([each]) => only === null || each === only)) {
  const row = measure(shape)
  const cells = sizes.map((_, index) => (row[index] ? cell(row[index]) : '—'))
  const factor = growth(row)
  console.log(`| ${[name, ...cells, Number.isFinite(factor) ? factor.toFixed(1) : 'over budget'].join(' | ')} |`)
  if (factor > tolerated) process.exitCode = 1
}
