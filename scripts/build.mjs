/** Bundles the engine and the command line into dist/, with the parser's WebAssembly beside them. */
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
// Some libraries are CommonJS, and ask for Node's own modules by require.
const banner =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

await build({
  entryPoints: { engine: 'src/engine/checker.ts', cli: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  banner: { js: banner },
  sourcemap: true,
  logLevel: 'warning',
})
copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), 'dist/web-tree-sitter.wasm')
copyFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'), 'dist/tree-sitter-python.wasm')
chmodSync('dist/cli.js', 0o755)
