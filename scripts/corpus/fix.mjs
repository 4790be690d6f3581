/** Applies the fixes to a copy of one package and holds the result to CPython. */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './check.mjs'
import { run } from './run.mjs'

// Bytes, so that CPython reads coding lines and byte order marks itself. A file that it refused before does not count.
const compileAll = `
import json, sys, warnings
warnings.simplefilter("ignore")
def error(path):
    try:
        compile(open(path, "rb").read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as problem:
        return str(problem)
pairs = json.load(sys.stdin)
errors = [(after, error(after)) for before, after in pairs if error(before) is None]
print(json.dumps([f"{path}: {text}" for path, text in errors if text is not None]))
`

/** For the safe fixes, then for all: which files changed, what CPython refuses, what a second run still changes. */
export function fixPackage(entry) {
  const original = join('corpus', entry.package)
  // Not below this repository: its .gitignore names corpus/.
  const scratch = mkdtempSync(join(tmpdir(), 'torchspore-corpus-'))
  const copy = join(scratch, entry.package)
  cpSync(original, copy, { recursive: true })
  const safe = fixCopy(original, copy, ['--fix'])
  const all = fixCopy(original, copy, ['--fix', '--unsafe-fixes'])
  rmSync(scratch, { recursive: true })
  return { safe, all }
}

function fixCopy(original, copy, options) {
  const before = digests(original)
  const first = applied(copy, options)
  const second = applied(copy, options)
  const changed = differing(before, first)
  const pairs = changed.map(name => [join(original, name), join(copy, name)])
  const refused = refusedByPython(pairs).map(text => text.replace(`${copy}/`, ''))
  return { changed, refused, unstable: differing(first, second) }
}

function applied(copy, options) {
  run(process.execPath, [...command, ...options, copy], { statuses: [0, 1] })
  return digests(copy)
}

function refusedByPython(pairs) {
  return JSON.parse(run('python3', ['-c', compileAll], { input: JSON.stringify(pairs) }))
}

/** The digest of every file below a folder, by its path there. */
function digests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = files.map(file => join(file.parentPath, file.name))
  return new Map(paths.map(path => [path.slice(folder.length + 1), digest(path)]))
}

function digest(path) {
  return createHash('sha1').update(readFileSync(path)).digest('hex')
}

/** The files that differ, are new or gone. */
function differing(before, after) {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter(name => before.get(name) !== after.get(name)).sort()
}
