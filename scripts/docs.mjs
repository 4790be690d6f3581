/** Writes docs/rules/ and docs/zh-CN/rules/ from the pages of the codes, removing what has no page; and the settings' JSON Schema. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const contents = `
  import { codePagesIn } from './src/engine/pages.ts'
  import { locales } from './src/messages/locale.ts'
  import { pageFiles } from './src/report/page_files.ts'
  import { pageFolder } from './src/report/page_folder.ts'
  export const folders = locales.map(locale => [pageFolder(locale), pageFiles(codePagesIn[locale], locale)])
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
const { folders, settingsJsonSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)

for (const [folder, files] of folders) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name), { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  console.log(`${folder}: ${files.size} files`)
}
writeFileSync('docs/torchspore.schema.json', `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`)
console.log('docs/torchspore.schema.json')
