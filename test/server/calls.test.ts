import { expect, test } from 'vitest'
import type { Hover, MarkupContent } from 'vscode-languageserver/node'
import type { VerifiedCall } from '../../src/server/extra_protocol.ts'
import { Client } from './client.ts'

const uri = 'untitled:Untitled-1'
const source = [
  'import torch.nn as nn',
  'Up = nn.ConvTranspose1d',
  'ups = [nn.Conv1d(1, 1, 1), nn.ConvTranspose1d(8, 4, kernel, 2, padding=max(1, kernel // 2))]',
  'other = Up(8, 4, 3)  # torchspore: ignore',
  'third = Up(8, 4, 5)',
  '',
].join('\n')

const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
const argument = source.split('\n')[2]?.indexOf('kernel // 2') ?? 0

async function hover(client: Client, line: number, character: number): Promise<MarkupContent | null> {
  const shown = await client.request<Hover | null>('textDocument/hover', at(line, character))
  // The server sends markup content, never the older forms.
  return shown && (shown.contents as MarkupContent)
}

test('over a call or an argument of it stand the arguments, the proof and the windows', async () => {
  const client = await Client.start({ capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } } })
  await client.open(uri, source)
  const shown = await hover(client, 2, argument)
  expect(shown?.kind).toBe('markdown')
  expect(shown?.value).toMatch(/^TSP101 torch\.nn\.ConvTranspose1d is mindspore\.nn\.Conv1dTranspose here\n\n```text\n/)
  expect(shown?.value).toMatch(/^kernel_size +kernel +kernel_size +kernel$/m)
  expect(shown?.value).toMatch(/^proof +proved for all values: first sample/m)
  expect(shown?.value).toMatch(/^torch +\d+ +\d+ +·*█+·*$/m)
  expect((await hover(client, 4, 9))?.value).toMatch(/^kernel_size +5 +kernel_size +5$/m)
  expect(await hover(client, 2, 10)).toBe(null)
  expect(await hover(client, 3, 9)).toBe(null)
  expect(await hover(client, 0, 3)).toBe(null)
})

test('a client without markdown gets plain text', async () => {
  const client = await Client.start()
  await client.open(uri, source)
  const shown = await hover(client, 2, argument)
  expect(shown?.kind).toBe('plaintext')
  expect(shown?.value).not.toContain('```')
  expect(shown?.value).toMatch(/^torch\.nn\.ConvTranspose1d +mindspore\.nn\.Conv1dTranspose$/m)
})

test('verifyCall gives the report of a call and its picture, and of one that only has the name', async () => {
  const client = await Client.start()
  await client.open(uri, `${source}x = anything.ConvTranspose1d(2, 2, 3, output_padding=p)\n`)
  const report = await client.request<VerifiedCall>('torchspore/verifyCall', at(2, argument))
  expect(report.call).toBe('nn.ConvTranspose1d(8, 4, kernel, 2, padding=max(1, kernel // 2))')
  expect(report.text).toMatch(/^samples$/m)
  expect(report.markdown).toContain('```text\nnn.ConvTranspose1d(8, 4, kernel')
  expect(report.svg).toMatch(/^<svg /)
  const alias = await client.request<VerifiedCall>('torchspore/verifyCall', at(4, 9))
  expect(alias.call).toBe('torch.nn.ConvTranspose1d(8, 4, 5)')
  const named = await client.request<VerifiedCall>('torchspore/verifyCall', at(5, 30))
  expect(named.call).toBe('anything.ConvTranspose1d(2, 2, 3, output_padding=p)')
  expect(await client.request('torchspore/verifyCall', at(0, 1))).toBe(null)
})
