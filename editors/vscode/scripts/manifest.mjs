/** Writes the settings of docs/torchspore.schema.json, and the project's version, into package.json and package.nls.json. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const read = path => JSON.parse(readFileSync(path, 'utf8'))
const [manifest, words] = [read('package.json'), read('package.nls.json')]
const { properties, additionalProperties } = read('../../docs/torchspore.schema.json')

manifest.version = read('../../package.json').version
const inline = manifest.contributes.configuration.properties['torchspore.configuration']
inline.additionalProperties = additionalProperties
inline.properties = {}
for (const [name, { description, example, ...setting }] of Object.entries(properties)) {
  inline.properties[name] = { ...setting, description: `%settings.${name}%` }
  words[`settings.${name}`] = `${description}, such as ${example}`
}
for (const [path, content] of Object.entries({ 'package.json': manifest, 'package.nls.json': words }))
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
spawnSync('npx', ['--no-install', 'biome', 'format', '--write', 'package.json', 'package.nls.json'], {
  stdio: 'inherit',
})
