import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CancellationTokenSource } from 'vscode-languageserver/node'
import { makeFolder } from '../host/folder.ts'
import { Client, uriOf } from './client.ts'
import { plain } from './sources.ts'

const pulls = { textDocument: { diagnostic: {} } }
const publishDiagnostics = { codeDescriptionSupport: true }

test('it ends with 0 after shutdown, with 1 without', async () => {
  for (const polite of [true, false]) {
    const client = await Client.start()
    await client.open('untitled:a', plain)
    await client.pushed('untitled:a')
    if (polite) await client.request('shutdown', null)
    await client.notify('exit', null)
    expect(await client.ended()).toBe(polite ? 0 : 1)
  }
})

test('it ends when its input ends, and when the process that it serves is gone', async () => {
  const left = await Client.start()
  left.process.stdin?.end()
  expect(await left.ended()).toBe(1)
  const editor = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
  const orphan = await Client.start({ processId: editor.pid ?? 0 })
  editor.kill('SIGKILL')
  expect(await orphan.ended()).toBe(1)
})

test('a request that nobody knows is an error, and all goes on', async () => {
  const client = await Client.start({ capabilities: pulls })
  await expect(client.request('textDocument/nonsense', {})).rejects.toThrow(/nonsense/)
  await client.notify('nonsense', {})
  await client.open('untitled:a', plain)
  expect(await client.pull('untitled:a')).toHaveLength(1)
})

test('what is cancelled before its turn is not worked out', async () => {
  const folder = makeFolder(Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`m${index}.py`, plain])))
  const client = await Client.start({ folders: [folder], capabilities: pulls })
  const uri = uriOf(`${folder}/m0.py`)
  await client.open(uri, plain)
  const source = new CancellationTokenSource()
  const all = client.connection.sendRequest('torchspore/fixWorkspace', {}, source.token)
  const one = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token)
  source.cancel()
  await expect(all).rejects.toThrow()
  await expect(one).rejects.toThrow()
  expect(await client.pull(uri)).toHaveLength(1)
})

test('a language without words yet gets English, and a client without any is served', async () => {
  for (const locale of ['xx-YY', 'en_GB']) {
    const client = await Client.start({ locale, capabilities: pulls })
    await client.open('untitled:a', plain)
    expect((await client.pull('untitled:a'))[0]?.message).toMatch(/^torch\.nn\.ConvTranspose1d is/)
  }
})

test("a document is told of in the settings' language, else in the editor's", async () => {
  for (const [locale, toml, words, page] of [
    ['zh-cn', '', /等同于/, /[/]zh-CN[/]rules[/]TSP101[.]md$/],
    ['zh-cn', 'locale = "en"', /^torch\.nn\.ConvTranspose1d is/, /[/](docs|dist)[/]rules[/]TSP101[.]md$/],
    ['en-US', 'locale = "zh-CN"', /等同于/, /[/]zh-CN[/]rules[/]TSP101[.]md$/],
  ] as const) {
    const folder = makeFolder({ 'torchspore.toml': toml })
    const capabilities = { ...pulls, textDocument: { ...pulls.textDocument, publishDiagnostics } }
    const client = await Client.start({ locale, capabilities, folders: [folder] })
    const uri = uriOf(`${folder}/a.py`)
    await client.open(uri, plain)
    const [finding] = await client.pull(uri)
    expect(finding?.message).toMatch(words)
    expect(finding?.codeDescription?.href).toMatch(page)
    expect(existsSync(fileURLToPath(finding?.codeDescription?.href ?? ''))).toBe(true)
  }
})
