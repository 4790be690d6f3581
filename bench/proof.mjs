/** Bundles bench/proof.ts, since Node runs no TypeScript, and runs it. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

// Inside node_modules, so that the bundle finds the packages it imports.
const outfile = fileURLToPath(new URL('../node_modules/.cache/torchspore/proof.mjs', import.meta.url))
const entryPoints = [fileURLToPath(new URL('proof.ts', import.meta.url))]
await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
await import(outfile)
