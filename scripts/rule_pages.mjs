/** Writes docs/rules/ from the pages of the codes, and removes what has no page there. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = 'docs/rules'
const contents = `
  import { codePages } from './src/engine/pages.ts'
  import { pageFiles } from './src/report/page_files.ts'
  export const files = pageFiles(codePages)
`
const { outputFiles } = await build({
  stdin: { contents, resolveDir: '.', loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
})
const { files } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)

mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name), { recursive: true })
for (const [name, text] of files) writeFileSync(join(folder, name), text)
console.log(`${folder}: ${files.size} files`)
