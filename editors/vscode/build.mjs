/**
 * Bundles the extension into dist/, with the language server as the project's build made it, and what the server reads
 * beside itself.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const project = '../../dist'
const server = 'dist/server'
if (!existsSync(`${project}/server.js`)) {
  console.error('torchspore: the server is not built; run `npm run build` in the project first')
  process.exit(2)
}

rmSync('dist', { recursive: true, force: true })
mkdirSync(server, { recursive: true })
const shared = { bundle: true, platform: 'node', target: 'node20', minify: true, logLevel: 'warning' }
await build({
  ...shared,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // The server's own requests are declared in the server, in the words of a protocol that the client has, too.
  alias: { 'vscode-languageserver/node': 'vscode-languageclient/node' },
})
// The ending says that it is a module, since package.json does not.
await build({
  ...shared,
  entryPoints: [`${project}/server.js`],
  outfile: `${server}/server.mjs`,
  format: 'esm',
  // The WebAssembly's loader has it for modules of a kind that ours is not.
  logOverride: { 'direct-eval': 'silent' },
})
for (const name of ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'])
  copyFileSync(`${project}/${name}`, `${server}/${name}`)
for (const pages of ['rules', 'zh-CN/rules']) cpSync(`${project}/${pages}`, `${server}/${pages}`, { recursive: true })
copyFileSync('../../LICENSE', 'LICENSE')
