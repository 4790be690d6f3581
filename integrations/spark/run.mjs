/**
 * The Spark job's tests, its bench, and the archive that a cluster needs.
 *
 *   node integrations/spark/run.mjs test
 *   node integrations/spark/run.mjs bench FOLDER [--rows N] [--repeat N] [--holding TEXT]
 *   node integrations/spark/run.mjs pack
 *
 * Needs java (17 or newer) and python3.11 on PATH, and installs requirements.txt into .work/ the first time. `pack` needs
 * neither: it writes .work/torchspore.tar.gz with this machine's node and dist/.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const work = join(here, '.work')
const python = join(work, 'venv/bin/python')
const requirements = join(here, 'requirements.txt')

function fail(message) {
  console.error(`spark: ${message}`)
  process.exit(2)
}

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: 'inherit', env: { ...process.env, ...env } })
  if (error) fail(`${command} cannot be started: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

const starts = (command, args) => spawnSync(command, args).status === 0

/** Makes the environment, unless it is there and as it should be. */
function install() {
  if (!starts('java', ['-version'])) fail('java is not on PATH; Spark needs Java 17 or newer')
  if (!starts('python3.11', ['--version'])) fail('python3.11 is not on PATH')
  const wanted = readFileSync(requirements, 'utf8')
  const installed = join(work, 'installed.txt')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return
  rmSync(work, { recursive: true, force: true })
  run('python3.11', ['-m', 'venv', join(work, 'venv')])
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements])
  writeFileSync(installed, wanted)
}

function pack() {
  mkdirSync(work, { recursive: true })
  const archive = join(work, 'torchspore.tar.gz')
  const node = ['-C', dirname(process.execPath), basename(process.execPath)]
  run('tar', ['-czf', archive, '--exclude=*.map', ...node, '-C', root, 'dist'])
  console.log(archive)
}

const [what, ...args] = process.argv.slice(2)
if (!existsSync(join(root, 'dist/cli.js'))) fail('there is no dist/cli.js; run npm run build first')
if (what === 'pack') pack()
else if (what === 'test' || what === 'bench') {
  install()
  const [folder = '.', ...more] = args
  const bench = ['bench.py', resolve(folder), ...more]
  const program = what === 'test' ? ['-m', 'unittest', 'discover', '-p', 'test_*.py', ...args] : bench
  run(python, program, { PYSPARK_PYTHON: python })
} else fail('say test, bench or pack')
