import { readFileSync, symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AnnotatedTextEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { makeFolder } from '../host/folder.ts'
import { Client, uriOf } from './client.ts'
import { plain, plainFixed } from './sources.ts'

const composed = 'import torch.nn as nn\nup = nn.ConvTranspose1d(8, 4, 4, 2, 1, 1)\n'
const modern = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } }

const changesOf = ({ documentChanges = [] }: WorkspaceEdit): readonly TextDocumentEdit[] =>
  documentChanges.flatMap(each => ('edits' in each ? [each] : []))

function applied(text: string, { edits }: TextDocumentEdit): string {
  const changes = edits.filter((each): each is AnnotatedTextEdit => 'newText' in each)
  return TextDocument.applyEdits(TextDocument.create('untitled:a', 'python', 1, text), changes)
}

test('the fixes of a document, and the unsafe ones only where they are asked for', async () => {
  const client = await Client.start({ capabilities: modern })
  const textDocument = { uri: 'untitled:a' }
  await client.open(textDocument.uri, plain + composed)
  const safe = await client.request<WorkspaceEdit>('torchspore/fixFile', { textDocument })
  const both = await client.request<WorkspaceEdit>('torchspore/fixFile', { textDocument, unsafe: true })
  expect(changesOf(safe).map(each => applied(plain + composed, each))).toEqual([plainFixed + composed])
  expect(changesOf(both).map(each => applied(plain + composed, each))[0]).not.toContain('ConvTranspose1d(')
})

test('the fixes of the workspace: open documents as they are, files as on the disk, each edit to be confirmed', async () => {
  const folder = makeFolder({
    'open.py': 'pass\n',
    'sub/closed.py': `\uFEFF${plain}`,
    'none.py': 'pass\n',
    'unsafe.py': composed,
    'latin.py': Buffer.from(`# -*- coding: latin-1 -*-\n# \xe9\n${plain}`, 'latin1'),
    'build/excluded.py': plain,
    'notes.txt': plain,
  })
  const outside = makeFolder({ 'linked.py': plain })
  symlinkSync(`${outside}/linked.py`, `${folder}/linked.py`)
  const client = await Client.start({ folders: [folder], capabilities: modern })
  const open = uriOf(`${folder}/open.py`)
  await client.open(open, plain)
  const edit = await client.request<WorkspaceEdit>('torchspore/fixWorkspace', {})
  const changes = changesOf(edit)
  expect(changes.map(({ textDocument }) => textDocument)).toEqual([
    { uri: open, version: 1 },
    { uri: uriOf(`${folder}/sub/closed.py`), version: null },
  ])
  expect(changes.map(each => applied(plain, each))).toEqual([plainFixed, plainFixed])
  const [annotation] = Object.values(edit.changeAnnotations ?? {})
  expect(annotation).toMatchObject({ needsConfirmation: true, label: 'torchspore: safe fixes' })
  const annotated = changes.flatMap(({ edits }) => edits).every(each => 'annotationId' in each)
  expect(annotated).toBe(true)
  expect(readFileSync(`${folder}/sub/closed.py`, 'utf8')).toBe(`\uFEFF${plain}`)
})

test('a document that is neither open nor in a folder is not edited, nor is a way out of the folder followed', async () => {
  const folder = makeFolder({ 'a.py': plain })
  const outside = makeFolder({ 'b.py': plain })
  symlinkSync(`${outside}/b.py`, `${folder}/link.py`)
  const client = await Client.start({ folders: [folder], capabilities: modern })
  const fixes = (path: string) =>
    client.request<WorkspaceEdit>('torchspore/fixFile', { textDocument: { uri: uriOf(path) } })
  expect(changesOf(await fixes(`${folder}/a.py`))).toHaveLength(1)
  for (const path of [`${outside}/b.py`, `${folder}/link.py`, `${folder}/../x.py`])
    await expect(fixes(path)).rejects.toThrow(/neither open nor inside a workspace folder/)
  await client.open(uriOf(`${outside}/b.py`), plain)
  expect(changesOf(await fixes(`${outside}/b.py`))).toHaveLength(1)
})

test('a client without an extension of ours has commands, whose edits it is asked to apply', async () => {
  const folder = makeFolder({ 'a.py': plain, 'b.py': plain })
  const client = await Client.start({ folders: [folder] })
  const run = (command: string, ...args: readonly unknown[]) =>
    client.request('workspace/executeCommand', { command, arguments: args })
  await run('torchspore.server.fixFile', uriOf(`${folder}/a.py`))
  await run('torchspore.server.fixWorkspace')
  const files = client.applied.map(edit => Object.keys((edit as WorkspaceEdit).changes ?? {}).length) // just recorded
  expect(files).toEqual([1, 2])
  await expect(run('torchspore.server.fixFile')).rejects.toThrow(/without the URI/)
})
