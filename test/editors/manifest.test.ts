import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingsJsonSchema } from '../../src/config/json_schema.ts'
import { commands } from '../../src/server/capabilities.ts'

const project = join(import.meta.dirname, '../..')
const folder = join(project, 'editors/vscode')
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const manifest = read(join(folder, 'package.json'))
const english: Readonly<Record<string, string>> = read(join(folder, 'package.nls.json'))
const chinese: Readonly<Record<string, string>> = read(join(folder, 'package.nls.zh-cn.json'))
const sources = readdirSync(join(folder, 'src')).map(name => readFileSync(join(folder, 'src', name), 'utf8'))
const said = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, found]) => found)
const unique = (all: readonly (string | undefined)[]) => [...new Set(all)].sort()

describe("the extension's package.json", () => {
  test("has the project's version and licence", () => {
    const { version, license } = read(join(project, 'package.json'))
    expect(manifest).toMatchObject({ version, license })
  })

  test("offers the settings of the settings files, with the editors' words (editors/vscode: npm run build)", () => {
    const { properties, additionalProperties } = settingsJsonSchema()
    const inline = manifest.contributes.configuration.properties['torchspore.configuration']
    const expected = Object.entries(properties ?? {}).map(([name, { description, example, ...setting }]) => {
      expect(english[`settings.${name}`]).toBe(`${description}, such as ${example}`)
      return [name, { ...setting, description: `%settings.${name}%` }]
    })
    expect(inline.properties).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(expected))))
    expect(inline.additionalProperties).toBe(additionalProperties)
  })

  test('lists just the commands that the extension runs, and none that the server offers to others', () => {
    const listed: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command)
    const source = readFileSync(join(folder, 'src/commands.ts'), 'utf8')
    expect(listed.sort()).toEqual(
      said(/^ {4}(\w+): \(\) =>/gm, source)
        .map(name => `torchspore.${name}`)
        .sort(),
    )
    expect(listed.filter(each => Object.values<string>(commands).includes(each))).toEqual([])
  })

  test("runs in the VS Code of the client's library, and of 1.100", () => {
    const [, minor] = /^\^1\.(\d+)\.0$/.exec(manifest.engines.vscode) ?? []
    expect(Number(minor)).toBeLessThanOrEqual(100)
    expect(manifest.devDependencies['@types/vscode']).toBe(manifest.engines.vscode.slice(1))
  })

  test('does not run a program that an untrusted folder names', () => {
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('torchspore.path')
  })
})

describe('the languages of the extension', () => {
  test('have words for all that package.json says, and for nothing else', () => {
    const used = unique(said(/"%([\w.-]+)%"/g, JSON.stringify(manifest)))
    expect(Object.keys(english).sort()).toEqual(used)
    expect(Object.keys(chinese).sort()).toEqual(used)
  })

  test('have words for all that the extension says, and for nothing else', () => {
    const used = unique(sources.flatMap(source => said(/l10n\.t\(\s*'([^']+)'/g, source)))
    expect(Object.keys(read(join(folder, 'l10n/bundle.l10n.zh-cn.json'))).sort()).toEqual(used)
  })
})
