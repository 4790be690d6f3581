import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { Client, codesOf, range, uriOf } from './client.ts'
import { plain, plainRange } from './sources.ts'

const uri = 'untitled:Untitled-1'
const knowsAll = {
  textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true } },
}
const pulls = { textDocument: { diagnostic: {} } }

test('findings are pushed with severity, code, page, proof, notes and the kind of fix', async () => {
  const client = await Client.start({ capabilities: knowsAll })
  await client.open(uri, plain)
  const [finding, ...others] = await client.pushed(uri)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ range: plainRange, severity: 2, code: 'TSP101', source: 'torchspore' })
  expect(finding?.message).toBe(
    'torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here\n' +
      'proved for all values: first sample 0, length (L - 1)·2 + 4 on both sides',
  )
  expect(finding?.data).toEqual({ name: 'conv-transpose1d', fix: 'safe' })
  expect(finding?.relatedInformation?.map(({ message }) => message)).toContain(
    "bias: has_bias=True (torch's default is True, MindSpore's is False)",
  )
  expect(existsSync(fileURLToPath(finding?.codeDescription?.href ?? ''))).toBe(true)
})

test('a client that knows neither gets no page and no related information', async () => {
  const client = await Client.start()
  await client.open(uri, plain)
  const [finding] = await client.pushed(uri)
  expect(Object.keys(finding ?? {}).sort()).toEqual(['code', 'data', 'message', 'range', 'severity', 'source'])
})

test('a note about another line points there, a refuted rewrite and its counterexample are told', async () => {
  const client = await Client.start({ capabilities: knowsAll })
  const kernel = 'import torch.nn as nn\nup = nn.ConvTranspose1d(8, 4, 4, 2)\nprint(up.kernel_size)\n'
  await client.open(uri, kernel)
  const finding = (await client.pushed(uri)).find(({ code }) => code === 'TSP101')
  const note = finding?.relatedInformation?.find(({ message }) => message.startsWith('unsafe: line 3'))
  expect(note?.location).toEqual({ uri, range: range(2, 0, 21) })
  const padded = 'import torch.nn as nn\nup = nn.ConvTranspose1d(8, 4, 4, 2, 1, 1)\n'
  await client.change(uri, { text: padded })
  const [composed] = await client.pushed(uri)
  expect(composed?.relatedInformation?.map(({ message }) => message).join('\n')).toMatch(/^refuted: .*'same'/m)
})

test('a change that repeats the version, which no client should, is seen all the same', async () => {
  const client = await Client.start({ capabilities: pulls })
  await client.open(uri, 'pass\n')
  expect(await client.pull(uri)).toEqual([])
  const textDocument = { uri, version: 1 }
  await client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: plain }] })
  expect(codesOf(await client.pull(uri))).toEqual(['TSP101'])
})

test('a client that asks for findings gets them when it asks, and none are pushed', async () => {
  const client = await Client.start({ capabilities: pulls })
  expect(client.result?.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true })
  let pushed = 0
  client.connection.onNotification('textDocument/publishDiagnostics', () => void pushed++)
  await client.open(uri, plain)
  expect(codesOf(await client.pull(uri))).toEqual(['TSP101'])
  await client.change(uri, { text: 'pass\n' })
  expect(await client.pull(uri)).toEqual([])
  expect(pushed).toBe(0)
})

test('columns are UTF-16 units, behind emoji and CJK too; incremental changes keep them', async () => {
  const client = await Client.start()
  const text = 'import torch.nn as nn\n"😀采样", nn.ConvTranspose1d(8, 4, 4, 2)\n'
  await client.open(uri, text)
  expect((await client.pushed(uri))[0]?.range).toEqual(range(1, 11, 26))
  await client.change(uri, { range: range(1, 3, 5), text: '😀😀' })
  expect((await client.pushed(uri))[0]?.range).toEqual(range(1, 13, 28))
  await client.change(uri, { range: range(1, 0), text: '#' }, { range: range(0, 0), text: '\r\n' })
  expect(await client.pushed(uri)).toEqual([])
  await client.change(uri, { range: range(2, 0, 1), text: '' })
  expect((await client.pushed(uri))[0]?.range).toEqual(range(2, 13, 28))
})

test('a document that is closed, or is not Python, shows nothing', async () => {
  const client = await Client.start()
  await client.open('untitled:other', plain, 'plaintext')
  await client.open(uri, plain)
  await client.pushed(uri)
  const emptied = new Promise(done => {
    client.connection.onNotification('textDocument/publishDiagnostics', done)
  })
  await client.close(uri)
  expect(await emptied).toEqual({ uri, diagnostics: [] })
})

test('an unknown document, and one that is not Python, is answered as if it were empty', async () => {
  const client = await Client.start({ capabilities: pulls })
  await client.open('untitled:other', plain, 'plaintext')
  for (const each of ['untitled:other', 'untitled:unknown', 'file:///%zz', 'file://host/share/x.py']) {
    expect(await client.pull(each)).toEqual([])
    expect(await client.actions(each, plainRange)).toEqual([])
    const at = { textDocument: { uri: each }, position: plainRange.start }
    expect(await client.request('textDocument/hover', at)).toBe(null)
  }
})

test('a document that is too large, too deep, binary or broken is told of, and the next one is checked', async () => {
  const client = await Client.start({ capabilities: pulls })
  const large = `${plain}# ${'x'.repeat(2 * 1024 * 1024)}\n`
  const deep = `${plain}x = ${'('.repeat(5000)}${')'.repeat(5000)}\n`
  for (const text of [large, deep, `${plain}\0`]) {
    await client.open(uri, text)
    const [finding, ...others] = await client.pull(uri)
    expect(others).toEqual([])
    expect(finding?.code).toBe('TSP902')
    await client.close(uri)
  }
  await client.open(uri, `${plain}def (:\n`)
  expect(codesOf(await client.pull(uri))).toEqual(['TSP101', 'TSP901'])
  await client.change(uri, { text: plain })
  expect(codesOf(await client.pull(uri))).toEqual(['TSP101'])
})

test('what the settings exclude is not checked', async () => {
  const folder = makeFolder({ 'torchspore.toml': 'extend-exclude = ["vendor"]\n', 'vendor/a.py': plain, 'b.py': plain })
  const client = await Client.start({ capabilities: pulls, folders: [folder] })
  await client.open(uriOf(`${folder}/vendor/a.py`), plain)
  await client.open(uriOf(`${folder}/b.py`), plain)
  expect(await client.pull(uriOf(`${folder}/vendor/a.py`))).toEqual([])
  expect(codesOf(await client.pull(uriOf(`${folder}/b.py`)))).toEqual(['TSP101'])
})
