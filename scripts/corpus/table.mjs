/** The rows of the corpus as docs/corpus.md. */
import { readFileSync } from 'node:fs'
import { run } from './run.mjs'

const head = [
  'package',
  'version',
  '.py files',
  'TSP1xx',
  'TSP2xx',
  'TSP308',
  'safe fix',
  'unsafe fix',
  'no fix, by code',
  'seconds',
  'peak MB',
]
const sum = (rows, of) => rows.reduce((total, row) => total + of(row), 0)

/** The page. */
export function table(rows) {
  const lines = [head, head.map((_, i) => (i < 2 || i === 8 ? '---' : '---:')), ...rows.map(cells), totals(rows)]
  return [
    '# torchspore on real code',
    '',
    'Written by `npm run corpus`: do not edit. The packages and their versions are in scripts/corpus.json;',
    'each was checked by `node dist/cli.js check --isolated --output-format json corpus/<package>`.',
    '',
    versions(),
    '',
    'Seconds are of the whole command with its start; TSP1xx to TSP308 count findings, and the next columns their fixes.',
    '',
    ...lines.map(line => `| ${line.join(' | ')} |`),
    '',
    ...outcome(rows),
    '',
    ...proofs(rows),
    '',
  ].join('\n')
}

/** One line for everything that must not be: a rewritten file that CPython refuses, a second fix that changes. */
export function problems(rows) {
  return rows.flatMap(row =>
    Object.entries(row.fix).flatMap(([kind, { refused, unstable }]) => [
      ...refused.map(text => `${row.package}, ${kind} fixes: CPython refuses ${text}`),
      ...unstable.map(name => `${row.package}, ${kind} fixes: a second run changes ${name}`),
    ]),
  )
}

function cells(row) {
  return [row.package, row.version, row.files, ...counts(row.findings), row.seconds.toFixed(1), row.peak.toFixed(0)]
}

function totals(rows) {
  const findings = rows.flatMap(row => row.findings)
  const seconds = sum(rows, row => row.seconds).toFixed(1)
  const peak = Math.max(...rows.map(row => row.peak)).toFixed(0)
  return ['**total**', '', sum(rows, row => row.files), ...counts(findings), seconds, `≤ ${peak}`]
}

function counts(findings) {
  const coded = prefix => findings.filter(finding => finding.code.startsWith(prefix)).length
  const fixed = applicability => findings.filter(finding => finding.fix?.applicability === applicability).length
  return [coded('TSP1'), coded('TSP2'), coded('TSP308'), fixed('safe'), fixed('unsafe'), unfixed(findings)]
}

/** Such as `201 ×3, 206 ×1`. */
function unfixed(findings) {
  const codes = findings.filter(finding => !finding.fix).map(finding => finding.code.slice(3))
  const distinct = [...new Set(codes)].sort()
  return distinct.map(code => `${code} ×${codes.filter(other => other === code).length}`).join(', ')
}

function outcome(rows) {
  const changed = kind => sum(rows, row => row.fix[kind].changed.length)
  const wrong = problems(rows)
  return [
    `\`--fix\` changed ${changed('safe')} files; with \`--unsafe-fixes\` after it, ${changed('all')} in all.`,
    wrong.length ? 'Wrong:' : "Every changed file passes CPython's `compile()`, and a second run changes nothing.",
    ...wrong.map(problem => `- ${problem}`),
  ]
}

/** How many of the calls that bind are proved, and why the others are not. Starred calls, and those that torch refuses, do not bind. */
function proofs(rows) {
  const calls = rows.flatMap(row => row.findings.map(finding => ({ ...finding, package: row.package })))
  const bound = calls.filter(({ code }) => /^TSP[12]/.test(code) && code !== 'TSP206' && code !== 'TSP208')
  const rest = bound.filter(({ certificate }) => certificate?.status !== 'proved')
  const share = (((bound.length - rest.length) / bound.length) * 100).toFixed(1)
  return [
    `${bound.length - rest.length} of the ${bound.length} calls that bind are proved (${share} %).${rest.length ? ' The rest:' : ''}`,
    ...(rest.length ? [''] : []),
    ...rest.map(
      ({ filename, location, code, message }) => `- ${inCorpus(filename)}:${location.row}: ${code} ${message}`,
    ),
  ]
}

function inCorpus(filename) {
  return filename.slice(filename.lastIndexOf('corpus/'))
}

function versions() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const python = run('python3', ['--version']).trim()
  const date = new Date().toISOString().slice(0, 10)
  return `${date}, torchspore ${version}, Node ${process.version}, ${python} (\`compile()\`).`
}
