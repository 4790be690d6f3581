import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fetchCorpus, pythonFiles } from './corpus.ts'
import { type Part, passedUnless, type Row } from './part.ts'
import { failureOf, runProgram } from './process.ts'

const folder = resolve('conformance/tree_sitter')
/** Besides the files that are about the layer, each one of so many. */
const every = 40
const environment = 'tree-sitter 0.25.0, native and WebAssembly'

interface Compared {
  readonly files: number
  readonly nodes: number
  readonly wrong: readonly { readonly path: string; readonly native: string; readonly wasm: string }[]
}

/** The native parser sees the trees that ours sees: files of the corpus, which is fetched where it is not there. */
export const treeSitter: Part = () => {
  const failure = fetchCorpus() ?? install()
  if (failure) return [notRun(failure)]
  const ran = spawnSync(process.execPath, [`${folder}/compare.mjs`], {
    input: corpusFiles().join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const broken = failureOf(ran)
  if (broken) return [notRun(broken)]
  // JSON.parse knows no types; compare.mjs printed it.
  const { files, nodes, wrong } = JSON.parse(ran.stdout) as Compared
  const problems = wrong.map(({ path, native, wasm }) => `${path}: native ${native}, WebAssembly ${wasm}`)
  const told = `${files} files of the corpus, ${nodes} nodes, ${wrong.length} files differ`
  return [{ part: 'parser', environment, status: passedUnless(problems), told, problems }]
}

function notRun(told: string): Row {
  return { part: 'parser', environment, status: 'not run', told, problems: [] }
}

function install(): string | null {
  if (existsSync(`${folder}/node_modules/tree-sitter/build/Release`)) return null
  console.error(`building the native tree-sitter in ${folder}`)
  return failureOf(runProgram('npm', ['ci', '--no-audit', '--no-fund'], folder))
}

function corpusFiles(): readonly string[] {
  return pythonFiles('corpus').filter(
    (path, index) => index % every === 0 || readFileSync(path, 'utf8').includes('ConvTranspose1d'),
  )
}
