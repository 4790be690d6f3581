import { describe, expect, test } from 'vitest'
import { blocksOf, read } from './blocks.ts'
import { withoutComment } from './shown_commands.ts'

/** What of a page is the same in each language: its headings' levels, its code without comments, its tables' and lists' sizes. */
function frame(page: string) {
  const prose = read(page).replace(/^```.*?^```/gms, '')
  return {
    headings: Array.from(prose.matchAll(/^(#+) /gm), ([, level]) => level),
    items: prose.match(/^- /gm)?.length,
    rows: prose.match(/^\| /gm)?.length,
    pictures: prose.match(/^!\[/gm)?.length,
  }
}

function code(page: string) {
  return blocksOf(page).map(({ language, text }) => [language, text.split('\n').map(withoutComment).join('\n')])
}

describe.each([
  ['README.md', 'README.zh-CN.md'],
  ['docs/conv_transpose1d.md', 'docs/zh-CN/conv_transpose1d.md'],
])('%s and %s', (english, chinese) => {
  test('have the same headings, tables, lists and pictures', () => {
    expect(frame(chinese)).toEqual(frame(english))
  })

  test('name the same codes, versions and counts', () => {
    const facts = (page: string) => [...new Set(read(page).match(/TSP\d+|\b\d+\.\d+(\.\d+)?\b|\b\d{3,}\b/g))].sort()
    expect(facts(chinese)).toEqual(facts(english))
  })
})

test('both READMEs show the same code', () => {
  expect(code('README.zh-CN.md')).toEqual(code('README.md'))
})

test('the first commands are those of every newcomer', () => {
  expect(code('README.md').slice(0, 2)).toEqual([
    ['', 'npm ci && npm start\n'],
    ['', 'npm ci && npm test\n'],
  ])
})
