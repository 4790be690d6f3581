import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { Client, codesOf, uriOf } from './client.ts'

const user = 'from layers import Up\n\nup = Up(8, 4, 4, 2)\n'
const torch = 'from torch.nn import ConvTranspose1d as Up\n'
const other = 'class Up:\n    pass\n'
const files = { 'pkg/__init__.py': '', 'layers.py': torch, 'user.py': user }
const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }

test('a document is checked again when a module that it imports is changed in the editor, or closed unsaved', async () => {
  const folder = makeFolder(files)
  const [layers, uri] = [uriOf(`${folder}/layers.py`), uriOf(`${folder}/user.py`)]
  const client = await Client.start({ folders: [folder] })
  await client.open(uri, user)
  await client.pushed(uri, codes => codes.includes('TSP101'))
  await client.open(layers, torch)
  await client.change(layers, { text: other })
  await client.pushed(uri, codes => codes.length === 0)
  await client.close(layers)
  // Closing brings the file's own text back, which the next check sees.
  await client.change(uri, { text: `${user}\n` })
  await client.pushed(uri, codes => codes.includes('TSP101'))
})

test('and when it changes on the disk, appears or goes', async () => {
  const folder = makeFolder(files)
  const [path, uri] = [`${folder}/layers.py`, uriOf(`${folder}/user.py`)]
  const client = await Client.start({ folders: [folder], capabilities: watching })
  const noted = (type: number) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] })
  await client.open(uri, user)
  await client.pushed(uri, codes => codes.includes('TSP101'))
  writeFileSync(path, other)
  await noted(2)
  await client.pushed(uri, codes => codes.length === 0)
  rmSync(path)
  await noted(3)
  client.forgetPushed()
  expect(codesOf(await client.pushed(uri))).not.toContain('TSP101')
  writeFileSync(path, torch)
  await noted(1)
  await client.pushed(uri, codes => codes.includes('TSP101'))
})

test('and when it appears in a folder that was not there, which has no __init__.py', async () => {
  const folder = makeFolder({ 'user.py': '' })
  const uri = uriOf(`${folder}/user.py`)
  const client = await Client.start({ folders: [folder], capabilities: watching })
  const text = user.replace('layers', 'models.layers')
  await client.open(uri, text)
  expect(codesOf(await client.pushed(uri))).toEqual([])
  mkdirSync(`${folder}/models`)
  writeFileSync(`${folder}/models/layers.py`, torch)
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(`${folder}/models/layers.py`), type: 1 }],
  })
  await client.pushed(uri, codes => codes.includes('TSP101'))
})

test('a client that asks for findings is told to ask again', async () => {
  const folder = makeFolder(files)
  const [layers, uri] = [uriOf(`${folder}/layers.py`), uriOf(`${folder}/user.py`)]
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } }
  const client = await Client.start({ folders: [folder], capabilities })
  await client.open(uri, user)
  expect(codesOf(await client.pull(uri))).toContain('TSP101')
  await client.open(layers, other)
  await client.pull(layers)
  await client.until(() => client.refreshes > 0)
  expect(await client.pull(uri)).toEqual([])
})
