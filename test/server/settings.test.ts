import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { Client, codesOf, uriOf } from './client.ts'
import { plain } from './sources.ts'

const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }
const asks = { workspace: { configuration: true, workspaceFolders: true } }
const quiet = 'ignore = ["TSP101"]\n'

const noted = (client: Client, path: string) =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] })

test('a settings file that changes is read again: on word of it, or, without, when something is saved', async () => {
  for (const capabilities of [watching, {}]) {
    const folder = makeFolder({ 'a.py': plain })
    const [file, uri] = [`${folder}/torchspore.toml`, uriOf(`${folder}/a.py`)]
    const client = await Client.start({ folders: [folder], capabilities })
    const changed = () =>
      capabilities === watching ? noted(client, file) : client.notify('textDocument/didSave', { textDocument: { uri } })
    await client.open(uri, plain)
    expect(codesOf(await client.pushed(uri))).toEqual(['TSP101'])
    writeFileSync(file, quiet)
    await changed()
    await client.pushed(uri, codes => codes.length === 0)
    writeFileSync(file, '')
    await changed()
    await client.pushed(uri, codes => codes.length === 1)
  }
})

test('files are watched where the client can do that', async () => {
  const client = await Client.start({ capabilities: watching })
  await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'))
})

test('wrong settings are told of once, and the last good ones hold, or the defaults', async () => {
  const folder = makeFolder({ 'a.py': plain, 'torchspore.toml': 'selct = ["TSP1"]\n' })
  const [file, uri] = [`${folder}/torchspore.toml`, uriOf(`${folder}/a.py`)]
  const client = await Client.start({ folders: [folder], capabilities: watching })
  await client.open(uri, plain)
  expect(codesOf(await client.pushed(uri))).toEqual(['TSP101'])
  expect(client.messages).toHaveLength(1)
  expect(client.messages[0]).toMatch(/^torchspore: .*unknown setting "selct".* the defaults hold\.$/)
  writeFileSync(file, quiet)
  await noted(client, file)
  await client.pushed(uri, codes => codes.length === 0)
  writeFileSync(file, 'ignore = [')
  client.forgetPushed()
  await noted(client, file)
  expect(await client.pushed(uri)).toEqual([])
  await client.until(() => client.messages.length === 2)
  expect(client.messages[1]).toMatch(/correct the TOML.*the settings before hold\.$/)
  client.forgetPushed()
  await noted(client, file)
  await client.pushed(uri)
  expect(client.messages).toHaveLength(2)
})

test("the editor's settings hold where there is no settings file, for each folder its own", async () => {
  const [one, other, set] = [
    makeFolder({ 'a.py': plain }),
    makeFolder({ 'a.py': plain }),
    makeFolder({ 'a.py': plain, 'pyproject.toml': '[tool.torchspore]\nselect = ["TSP"]\n' }),
  ]
  const ignore = { ignore: ['TSP101'], 'compat-module': null, trace: { server: 'off' } }
  const settings = { [uriOf(one)]: ignore, [uriOf(set)]: ignore }
  const client = await Client.start({ folders: [one, other, set], capabilities: asks, settings })
  for (const folder of [one, other, set]) await client.open(uriOf(`${folder}/a.py`), plain)
  await client.pushed(uriOf(`${one}/a.py`), codes => codes.length === 0)
  await client.pushed(uriOf(`${other}/a.py`), codes => codes.length === 1)
  await client.pushed(uriOf(`${set}/a.py`), codes => codes.length === 1)
  client.settings = { '': ignore }
  await client.notify('workspace/didChangeConfiguration', { settings: null })
  await client.pushed(uriOf(`${other}/a.py`), codes => codes.length === 0)
})

test('a client that is not asked sends its settings at the start or with a change', async () => {
  const uri = 'untitled:Untitled-1'
  const client = await Client.start({ initializationOptions: { settings: { ignore: ['TSP101'] } } })
  await client.open(uri, plain)
  expect(await client.pushed(uri)).toEqual([])
  await client.notify('workspace/didChangeConfiguration', { settings: { torchspore: { ignore: [] } } })
  await client.pushed(uri, codes => codes.length === 1)
  await client.notify('workspace/didChangeConfiguration', { settings: { torchspore: { ignore: 'TSP101' } } })
  await client.until(() => client.messages.length === 1)
  expect(client.messages[0]).toContain('ignore: expected a list of codes')
})

test('folders come and go', async () => {
  const outer = makeFolder({ 'torchspore.toml': quiet })
  mkdirSync(`${outer}/inner`)
  writeFileSync(`${outer}/inner/torchspore.toml`, '')
  const late = makeFolder({ 'torchspore.toml': quiet, 'a.py': plain })
  const client = await Client.start({ folders: [outer], capabilities: asks })
  const [inside, uri] = [uriOf(`${outer}/inner/a.py`), uriOf(`${late}/a.py`)]
  await client.open(inside, plain)
  await client.pushed(inside, codes => codes.length === 1)
  const event = { added: [{ uri: uriOf(late), name: 'late' }], removed: [{ uri: uriOf(outer), name: 'outer' }] }
  await client.notify('workspace/didChangeWorkspaceFolders', { event })
  await client.open(uri, plain)
  await client.pushed(uri, codes => codes.length === 0)
  const outside = await client
    .request('torchspore/fixFile', { textDocument: { uri: uriOf(`${outer}/b.py`) } })
    .catch(String)
  expect(outside).toMatch(/neither open nor inside a workspace folder/)
})
