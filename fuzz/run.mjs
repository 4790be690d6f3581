/** Bundles fuzz/, since Node runs no TypeScript, and runs it: see docs/fuzzing.md. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path => fileURLToPath(new URL(path, import.meta.url))

// Inside node_modules, so that the bundle finds the packages it imports.
await build({
  entryPoints: { main: here('main.ts'), worker: here('worker.ts') },
  outdir: here('../node_modules/.cache/torchspore/fuzz'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
})
process.chdir(here('..'))
await import('../node_modules/.cache/torchspore/fuzz/main.mjs')
