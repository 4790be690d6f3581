import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { createVitest } from 'vitest/node'

const copied = ['src', 'rules', 'playground', 'test/architecture', 'test/architecture.test.ts', 'package.json']
const acrossRooms = 'nobody imports what is above or beside'
const inARing = 'no files import each other in a ring'

/** Puts all forbidden imports into a copy of the repository, and tells which ones the architecture test does not name. */
export async function brokenArrows() {
  const copy = mkdtempSync(join(tmpdir(), 'torchspore-arrows-'))
  try {
    for (const path of copied) cpSync(path, join(copy, path), { recursive: true })
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
    const across = await importsAcross()
    const unnoticed = [...(await tryAll(copy, acrossRooms, across)), ...(await tryAll(copy, inARing, rings))]
    return {
      imports: across.length + rings.length,
      unnoticed: unnoticed.map(({ from, to }) => `${from} imports ${to}`),
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function tryAll(copy, title, imports) {
  if ((await linesOf(copy, title)).length > 0) throw new Error(`fails as it is: ${title}`)
  const changed = new Map(imports.map(({ from }) => [from, readFileSync(from, 'utf8')]))
  for (const { from, to } of imports) appendFileSync(join(copy, from), laterImport(from, to))
  const lines = await linesOf(copy, title)
  for (const [path, text] of changed) writeFileSync(join(copy, path), text)
  return imports.filter(({ said }) => !lines.some(line => said.every(part => line.includes(part))))
}

/** An import that is never run, so that the test itself, which imports a rule, can still be loaded. */
function laterImport(from, to) {
  return `\nvoid (() => import('${existsSync(to) ? specifier(from, to) : to}'))\n`
}

/** What a test of the copy's architecture finds, a line each. */
async function linesOf(copy, title) {
  const vitest = await createVitest('test', { root: copy, watch: false, reporters: [{}], maxWorkers: 1 })
  try {
    await vitest.start([join(copy, 'test/architecture.test.ts')])
    const tests = vitest.state.getTestModules().flatMap(module => [...module.children.allTests()])
    const result = tests.find(({ name }) => name === title)?.result()
    if (!result) throw new Error(`no test: ${title}`)
    return (result.errors ?? []).flatMap(({ actual, message }) => (actual ?? message).split('\n'))
  } finally {
    await vitest.close()
    process.exitCode = 0
  }
}

/** One import a pair of rooms; the file system in each pure room, and a package in those that need none. */
async function importsAcross() {
  const { arrows, pureRooms } = await bundled('test/architecture/arrows.ts')
  const rooms = Object.keys(arrows)
  const pairs = rooms.flatMap(from => rooms.map(to => [from, to]))
  const forbidden = pairs.filter(([from, to]) => from !== to && !arrows[from].values.includes(to))
  const imports = [
    ...forbidden.map(([from, to]) => ({ from: filesOf(from)[0], to: filesOf(to)[0] })),
    ...[...pureRooms].map(room => ({ from: filesOf(room)[0], to: 'node:fs' })),
    ...['text', 'python', 'kernel', 'mapping', 'rules', 'engine'].map(room => ({ from: filesOf(room)[0], to: 'ajv' })),
  ]
  return imports.map(({ from, to }) => ({ from, to, said: [`"${from} imports ${to}"`] }))
}

/** A file that is made to import one that imports it. */
const rings = ['rules/conv_transpose1d/bias.ts', 'src/kernel/certify.ts', 'src/mapping/rewrite.ts'].map(to => {
  const imported = /from '(\..*)'/.exec(readFileSync(to, 'utf8'))?.[1]
  const from = join(dirname(to), imported)
  return { from, to, said: [from, to] }
})

function specifier(from, to) {
  const path = relative(dirname(from), to).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}

function filesOf(room) {
  const folder = ['rules', 'playground'].includes(room) ? room : `src/${room}`
  const names = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.ts'))
  return names.sort().map(name => join(folder, name))
}

async function bundled(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
