import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Checker } from '../src/engine/checker.ts'
import { compatModule } from '../src/engine/compat_module.ts'
import type { Finding } from '../src/engine/finding.ts'
import type { Options } from '../src/engine/options.ts'
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

/** The folders of fixtures, and what is set for theirs. Those of `compat` are of a project that has the compat module. */
const folders: Readonly<Record<string, Partial<Options>>> = {
  rules: {},
  seed: {},
  compat: { compatModule: 'vocoder.mindspore_compat' },
}

/** Writes all fixtures as modules, before and after, and the compat module beside them. */
export function writeFixtures(checker: Checker, until: Until): readonly FixtureFile[] {
  rmSync(dirname(roots.before), { recursive: true, force: true })
  for (const root of [roots.before, roots.after]) put(join(root, 'vocoder/mindspore_compat.py'), compatModule)
  const originals = [...Object.entries(folders).flatMap(([name, options]) => folder(name, options)), ...demo()]
  return originals.map(each => write(checker, each, until(each.module)))
}

interface Original {
  readonly path: string
  readonly name: string
  readonly module: string
  readonly options: Partial<Options>
}

function folder(name: string, options: Partial<Options>): readonly Original[] {
  const files = readdirSync(`fixtures/${name}`).filter(file => file.endsWith('.before.py'))
  return files.map(file => {
    const module = `${name}_${file.replace('.before.py', '')}`
    return { path: `fixtures/${name}/${file}`, name: `${module}.py`, module, options }
  })
}

function demo(): readonly Original[] {
  const files = readdirSync('fixtures/demo/vocoder').filter(file => file.endsWith('.py'))
  return files.map(file => ({
    path: `fixtures/demo/vocoder/${file}`,
    name: `vocoder/${file}`,
    module: 'vocoder',
    options: {},
  }))
}

function write(checker: Checker, original: Original, until: string | undefined): FixtureFile {
  const { path, name, module, options } = original
  const before = readFileSync(path, 'utf8')
  const { text, findings } = checker.fix(before, 'unsafe', options)
  put(join(roots.before, name), before, until)
  put(join(roots.after, name), text, until)
  const fixed = findings.filter(({ fix }) => fix)
  return { name, module, before, fixed, disagreement: disagreement(path, text) }
}

function put(path: string, text: string, until?: string): void {
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
