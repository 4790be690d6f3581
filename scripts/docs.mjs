/** Writes docs/rules/ from the pages of the codes, and removes what has no page there; and the settings' JSON Schema. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = 'docs/rules'
const contents = `
  import { codePages } from './src/engine/pages.ts'
  import { pageFiles } from './src/report/page_files.ts'
  export const files = pageFiles(codePages)
  export { settingsJsonSchema } from './src/config/json_schema.ts'
`
const { outputFiles } = await build({
  stdin: { contents, resolveDir: '.', loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
})
const { files, settingsJsonSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)

mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name), { recursive: true })
for (const [name, text] of files) writeFileSync(join(folder, name), text)
writeFileSync('docs/torchspore.schema.json', `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`)
console.log(`docs/torchspore.schema.json, ${folder}: ${files.size} files`)
