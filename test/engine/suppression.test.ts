import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

const codesOf = (comment: string) =>
  checker.check(`import torch.nn as nn\nup = nn.ConvTranspose1d(4, 4, 3)  ${comment}\n`, {}).map(({ code }) => code)

test.each([
  ['# torchspore: ignore', []],
  ['# torchspore: ignore because it is ported by hand', []],
  ['# torchspore: ignore[TSP101]', []],
  ['# torchspore: ignore [ tsp1 , TSP2 ]', []],
  ['# torchspore: ignore TSP101', []],
  ['# torchspore: ignore: TSP101, TSP102', []],
  ['# torchspore: ignore-file', []],
  ['# torchspore: ignore-file TSP1', []],
  ['# noqa: TSP101', []],
  ['# noqa', []],
  ['# torchspore: ignore[TSP102]', ['TSP101', 'TSP903']],
  ['# torchspore: ignore TSP102', ['TSP101', 'TSP903']],
  ['# torchspore: ignore-file TSP2', ['TSP101', 'TSP903']],
])('%s leaves %j', (comment, left) => {
  expect(codesOf(comment)).toEqual(left)
})

test.each([
  '# torchspore: ignored',
  '# torchspore: ignore-files',
  '# torchspore: ignore[]',
  '# torchspore: ignore[TSP101',
])('%s is no suppression, and says so', comment => {
  expect(codesOf(comment)).toEqual(['TSP101', 'TSP903'])
})
