import { expect, test } from 'vitest'
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { makeFolder } from '../host/folder.ts'
import { Client, codesOf, range, uriOf } from './client.ts'
import { plain, plainFixed, plainRange } from './sources.ts'

const uri = 'untitled:Untitled-1'
const pulls = { textDocument: { diagnostic: {} } }
const modern = {
  textDocument: { diagnostic: {}, codeAction: { isPreferredSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true } },
}

/** The text after an action. */
function applied(text: string, action: CodeAction | undefined, at = uri): string {
  const changes = action?.edit?.documentChanges?.flatMap(each => ('edits' in each ? each.edits : [])) ?? []
  const edits = [...changes, ...(action?.edit?.changes?.[at] ?? [])].filter(each => 'newText' in each)
  return TextDocument.applyEdits(TextDocument.create(at, 'python', 1, text), edits)
}

const quick = (actions: readonly CodeAction[]) => actions.filter(({ kind }) => kind === 'quickfix')
const ignoring = (actions: readonly CodeAction[]) => quick(actions).filter(({ title }) => title.startsWith('Ignore'))

/** The text after `Ignore … on this line`, for the finding in a line; null where that is not offered. */
async function ignored(text: string, line: number): Promise<string | null> {
  const client = await Client.start({ capabilities: pulls })
  await client.open(uri, text)
  const found = (await client.pull(uri)).find(each => each.range.start.line === line)
  const [action] = ignoring(await client.actions(uri, found?.range ?? range(line, 0)))
  if (!action) return null
  const after = applied(text, action)
  await client.change(uri, { text: after })
  expect((await client.pull(uri)).filter(each => each.range.start.line === line && each.code === found?.code)).toEqual(
    [],
  )
  return after
}

test('a fix is offered where its finding stands, with the version, and a safe one is preferred', async () => {
  const client = await Client.start({ capabilities: modern })
  await client.open(uri, plain)
  expect(quick(await client.actions(uri, range(0, 0)))).toEqual([])
  const [fix] = quick(await client.actions(uri, range(3, 12)))
  expect(fix).toMatchObject({ title: 'Replace by ms.nn.Conv1dTranspose', isPreferred: true })
  expect(codesOf(fix?.diagnostics ?? [])).toEqual(['TSP101'])
  const [change] = fix?.edit?.documentChanges ?? []
  expect(change).toMatchObject({ textDocument: { uri, version: 1 } } satisfies Partial<TextDocumentEdit>)
  expect(applied(plain, fix)).toBe(plainFixed)
})

test('an unsafe fix says so and is not preferred', async () => {
  const client = await Client.start({ capabilities: modern })
  await client.open(uri, 'import torch.nn as nn\nup = nn.ConvTranspose1d(8, 4, 4, 2, 1, 1)\n')
  const [fix] = quick(await client.actions(uri, range(1, 10)))
  expect(fix?.title).toMatch(/\[fix: unsafe\]$/)
  expect(fix?.isPreferred).toBe(undefined)
})

test('an old client gets changes without versions and without marks', async () => {
  const client = await Client.start({ capabilities: pulls })
  await client.open(uri, plain)
  const [fix] = quick(await client.actions(uri, plainRange))
  expect(fix?.edit?.documentChanges).toBe(undefined)
  expect(fix?.isPreferred).toBe(undefined)
  expect(applied(plain, fix)).toBe(plainFixed)
})

test('only what is asked for is offered', async () => {
  const client = await Client.start({ capabilities: modern })
  await client.open(uri, plain)
  const kinds = async (...only: string[]) =>
    new Set((await client.actions(uri, plainRange, only)).map(({ kind }) => kind))
  expect(await kinds('quickfix')).toEqual(new Set(['quickfix']))
  expect(await kinds('source')).toEqual(new Set(['source.fixAll.torchspore']))
  expect(await kinds('source.fixAll')).toEqual(new Set(['source.fixAll.torchspore']))
  expect(await kinds('source.fixAll.torchspore')).toEqual(new Set(['source.fixAll.torchspore']))
  expect(await kinds('source.fixAll.other')).toEqual(new Set())
  expect(await kinds('refactor')).toEqual(new Set())
})

test('fix all applies what is safe and leaves the rest, at once or when it is chosen', async () => {
  const text = `${plain}other = nn.ConvTranspose1d(8, 4, 4, 2, 1, 1)\nlast = nn.ConvTranspose1d(1, 1, 1)\n`
  const after =
    plainFixed +
    'other = nn.ConvTranspose1d(8, 4, 4, 2, 1, 1)\n' +
    "last = ms.nn.Conv1dTranspose(1, 1, 1, pad_mode='pad', has_bias=True)\n"
  for (const capabilities of [pulls, modern]) {
    const client = await Client.start({ capabilities })
    await client.open(uri, text)
    const [action] = await client.actions(uri, range(0, 0), ['source.fixAll'])
    expect(action?.edit === undefined).toBe(capabilities === modern)
    const whole = action?.edit ? action : await client.request<CodeAction>('codeAction/resolve', action)
    expect(applied(text, whole)).toBe(after)
    await client.change(uri, { text: after })
    expect(codesOf(await client.pull(uri))).toEqual(['TSP102'])
    expect(await client.actions(uri, range(0, 0), ['source.fixAll'])).toEqual([])
  }
})

test('with a compat module the compat class is one choice, what the call itself can become the other', async () => {
  const source = 'import torch.nn as nn\nup = nn.ConvTranspose1d(8, 4, 4, 2, 1, 1)\n'
  const folder = makeFolder({ 'torchspore.toml': 'compat-module = "pkg.compat"\n', 'a.py': source })
  const at = uriOf(`${folder}/a.py`)
  const client = await Client.start({ capabilities: pulls, folders: [folder] })
  await client.open(at, source)
  expect(codesOf(await client.pull(at))).toEqual(['TSP103'])
  const [first, second] = quick(await client.actions(at, range(1, 10)))
  expect(applied(source, first, at)).toContain('from pkg.compat import')
  expect(applied(source, second, at)).toContain('SequentialCell')
})

test('ignore adds a comment behind the line, or in the list of the one that is there', async () => {
  expect(await ignored(plain, 3)).toBe(plain.replace('2)\n', '2)  # torchspore: ignore[TSP101]\n'))
  expect(await ignored(plain.replace('2)\n', '2)  # up\r\n'), 3)).toBe(
    plain.replace('2)\n', '2)  # up  # torchspore: ignore[TSP101]\r\n'),
  )
  expect(await ignored(plain.replace('2)\n', '2)  # torchspore: ignore[TSP999]\n'), 3)).toBe(
    plain.replace('2)\n', '2)  # torchspore: ignore[TSP999, TSP101]\n'),
  )
  expect(await ignored(plain.replace('2)\n', '2)  # noqa: E501\n'), 3)).toBe(
    plain.replace('2)\n', '2)  # noqa: E501, TSP101\n'),
  )
  expect(await ignored('import torch.nn as nn\n采 = "😀", nn.ConvTranspose1d(8, 4, 4)', 1)).toBe(
    'import torch.nn as nn\n采 = "😀", nn.ConvTranspose1d(8, 4, 4)  # torchspore: ignore[TSP101]',
  )
})

test('ignore is not offered where no comment can stand', async () => {
  expect(await ignored('import torch.nn as nn\nup = nn.ConvTranspose1d \\\n  (8, 4, 4)\n', 1)).toBe(null)
  expect(await ignored('import torch.nn as nn\nup = nn.ConvTranspose1d(8, 4, 4), """\n"""\n', 1)).toBe(null)
  expect(await ignored('import torch.nn as nn\nup = nn.ConvTranspose1d(\n    8, 4, 4)\n', 1)).toBe(
    'import torch.nn as nn\nup = nn.ConvTranspose1d(  # torchspore: ignore[TSP101]\n    8, 4, 4)\n',
  )
})
