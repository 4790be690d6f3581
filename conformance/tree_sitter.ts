import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Part, passedUnless, type Row } from './part.ts'

const folder = resolve('conformance/tree_sitter')
/** Besides the files that are about the layer, each one of so many. */
const every = 40
const environment = 'tree-sitter 0.25.0, native and WebAssembly'

interface Compared {
  readonly files: number
  readonly nodes: number
  readonly wrong: readonly { readonly path: string; readonly native: string; readonly wasm: string }[]
}

/** The native parser sees the trees that ours sees: files of the corpus, as `npm run corpus` fetched them. */
export const treeSitter: Part = () => {
  if (!existsSync('corpus')) return [notRun('the corpus is not there; npm run corpus fetches it')]
  const failure = install()
  if (failure) return [notRun(failure)]
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${folder}/compare.mjs`], {
    input: corpusFiles().join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) return [notRun(stderr.trim().split('\n').at(-1) ?? '')]
  // JSON.parse knows no types; compare.mjs printed it.
  const { files, nodes, wrong } = JSON.parse(stdout) as Compared
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
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' })
  return status === 0 ? null : (stderr?.trim().split('\n').at(-1) ?? 'npm is missing')
}

function corpusFiles(): readonly string[] {
  const files = readdirSync('corpus', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.py'))
  const paths = files.sort().map(name => resolve('corpus', name))
  return paths.filter((path, index) => index % every === 0 || readFileSync(path, 'utf8').includes('ConvTranspose1d'))
}
