import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Checker } from '../src/engine/checker.ts'
import type { Finding } from '../src/engine/finding.ts'
import { work } from './execute.ts'

/** One file of the fixtures, before and after all fixes. */
export interface FixtureFile {
  /** Where it is written, below the folder of the originals or of the rewrites. */
  readonly name: string
  /** What is imported to run it. */
  readonly module: string
  readonly before: string
  readonly fixed: readonly Finding[]
  /** What `*.after.py` holds and the tool does not make; null where both agree, or there is none. */
  readonly disagreement: string | null
}

export const roots = { before: join(work, 'fixtures', 'before'), after: join(work, 'fixtures', 'after') }

/** What to leave out of a file: the text from which on it is not about the layer. */
type Until = (module: string) => string | undefined

/** Writes all fixtures as modules, before and after. */
export function writeFixtures(checker: Checker, until: Until): readonly FixtureFile[] {
  rmSync(dirname(roots.before), { recursive: true, force: true })
  return [...folder('rules'), ...folder('seed'), ...demo()].map(each => write(checker, each, until(each.module)))
}

interface Original {
  readonly path: string
  readonly name: string
  readonly module: string
}

function folder(name: string): readonly Original[] {
  const files = readdirSync(`fixtures/${name}`).filter(file => file.endsWith('.before.py'))
  return files.map(file => {
    const module = `${name}_${file.replace('.before.py', '')}`
    return { path: `fixtures/${name}/${file}`, name: `${module}.py`, module }
  })
}

function demo(): readonly Original[] {
  const files = readdirSync('fixtures/demo/vocoder').filter(file => file.endsWith('.py'))
  return files.map(file => ({ path: `fixtures/demo/vocoder/${file}`, name: `vocoder/${file}`, module: 'vocoder' }))
}

function write(checker: Checker, { path, name, module }: Original, until: string | undefined): FixtureFile {
  const before = readFileSync(path, 'utf8')
  const { text, findings } = checker.fix(before, 'unsafe')
  put(join(roots.before, name), before, until)
  put(join(roots.after, name), text, until)
  const fixed = findings.filter(({ fix }) => fix)
  return { name, module, before, fixed, disagreement: disagreement(path, text) }
}

function put(path: string, text: string, until: string | undefined): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, until === undefined ? text : text.slice(0, text.indexOf(until)))
}

function disagreement(path: string, text: string): string | null {
  if (!path.endsWith('.before.py')) return null
  try {
    return readFileSync(path.replace('.before.py', '.after.py'), 'utf8') === text ? null : `${path}: not its after file`
  } catch {
    return null
  }
}
