import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createParser, type PythonParser } from '../src/python/parser.ts'
import { judge, type Program } from './ast/judge.ts'
import { randomPrograms } from './ast/random_programs.ts'
import { type Verdict, verdictOn } from './ast/verdict.ts'
import { fetchCorpus, pythonFiles } from './corpus.ts'
import { grammar } from './grammar.ts'
import { writeLines } from './lines.ts'
import { type Part, passedUnless, type Row } from './part.ts'
import { failureOf, runProgram } from './process.ts'

const randoms = 4000
/** Letters of a program that is a problem; all of it is in .work/ast. */
const shown = 400

/**
 * CPython makes of a program what we make of it: all files of the corpus and of the real models' packages, and random
 * programs. Each interpreter that is there says what it can: see python/ast_judge.py.
 */
export const ast: Part = async ({ environments, seed }) => {
  const failure = fetchCorpus()
  if (failure) return [{ part: 'ast', environment: 'CPython', status: 'not run', told: failure, problems: [] }]
  const parser = await createParser({ grammar })
  const packages = join(environments, '.venv-models', 'lib')
  const files = different(['corpus', packages].filter(folder => existsSync(folder)).flatMap(pythonFiles))
  const random = randomPrograms(seed, randoms).map(text => ({ text }))
  return interpreters().map(python => compareAll(python, parser, [...files, ...random], `, seed ${seed}`))
}

/** The first Python that knows scopes as they are written, and the first that knows places in strings. */
function interpreters(): readonly string[] {
  const isThere = (name: string) => failureOf(runProgram(name, ['--version'])) === null
  return [['python3.11'], ['python3.14', 'python3.13', 'python3.12']].flatMap(names => names.find(isThere) ?? [])
}

/** Of files that are the same, which many packages have, the last one. */
function different(paths: readonly string[]): readonly Program[] {
  const files = paths.map((path): [string, Program] => [
    createHash('sha256').update(readFileSync(path)).digest('hex'),
    { path },
  ])
  return [...new Map(files).values()]
}

function compareAll(python: string, parser: PythonParser, programs: readonly Program[], drawn: string): Row {
  const counts = new Map<Verdict['kind'], number>()
  const told: (Program & Verdict)[] = []
  let version = ''
  for (const [program, judged, head] of judge(python, programs)) {
    const source = 'path' in program ? readFileSync(program.path, 'utf8') : program.text
    const verdict = verdictOn(source, judged, head, parser)
    version = head.version
    counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1)
    if (verdict.kind !== 'equal') told.push({ ...verdict, ...program })
  }
  writeLines(`conformance/.work/ast/not_equal-${version}.jsonl`, told)
  const wrong = told.filter(({ kind }) => kind === 'different' || kind === 'refused by us alone')
  const problems = wrong.map(
    each => `${'path' in each ? each.path : JSON.stringify(each.text.slice(0, shown))}: ${each.told.slice(0, shown)}`,
  )
  const counted = [...counts].map(([kind, count]) => `${count} ${kind}`)
  return {
    part: 'ast',
    environment: `CPython ${version}`,
    status: passedUnless(problems),
    told: `${programs.length} programs, ${randoms} of them random${drawn}: ${counted.join(', ')}`,
    problems,
  }
}
