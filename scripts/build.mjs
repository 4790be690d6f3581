/**
 * Bundles the engine and the command line into dist/, and the language server as one file, which is its own worker; with the
 * parser's WebAssembly and the pages of the codes beside them.
 */
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
// Some libraries are CommonJS, and ask for Node's own modules by require.
const banner =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

const shared = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  // One library's CommonJS asks for its own files in a way that no bundler follows.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  format: 'esm',
  banner: { js: banner },
  sourcemap: true,
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
}
await build({
  ...shared,
  entryPoints: {
    engine: 'src/engine/checker.ts',
    cli: 'src/cli/main.ts',
    pipe_worker: 'src/pipe/worker.ts',
    judge_worker: 'src/host/judge_worker.ts',
    scan_worker: 'src/host/scan_worker.ts',
  },
  splitting: true,
})
await build({ ...shared, entryPoints: { server: 'src/server/main.ts' } })
for (const pages of ['rules', 'zh-CN/rules']) cpSync(`docs/${pages}`, `dist/${pages}`, { recursive: true })
copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), 'dist/web-tree-sitter.wasm')
copyFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'), 'dist/tree-sitter-python.wasm')
chmodSync('dist/cli.js', 0o755)

// What the cache tells builds apart by.
const parts = readdirSync('dist').filter(name => /\.(js|wasm)$/.test(name))
const identity = createHash('sha256')
for (const part of parts.sort()) identity.update(part).update(readFileSync(`dist/${part}`))
writeFileSync('dist/build_id', identity.digest('hex'))
