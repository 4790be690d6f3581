/**
 * The real frameworks as judge.
 *
 *   node conformance/run.mjs [PART...] [--seed N] [--calls N] [--packages NAME,NAME] [--environments FOLDER]
 *
 * Bundles main.ts, which names the parts, and runs it. Needs python3 (3.11) with venv and pip on PATH.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const outfile = 'conformance/.work/main.mjs'
await build({
  entryPoints: ['conformance/main.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  sourcemap: 'inline',
  logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
