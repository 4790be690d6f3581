import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codePages, codePagesIn } from '../../src/engine/pages.ts'
import { locales } from '../../src/messages/locale.ts'
import { pageFiles } from '../../src/report/page_files.ts'
import { pageFolder } from '../../src/report/page_folder.ts'

const root = join(import.meta.dirname, '../..')

describe.each(locales)('%s', locale => {
  const folder = pageFolder(locale)
  const files = pageFiles(codePagesIn[locale], locale)

  test(`${folder} has a page for each code and no other file; else run: npm run docs`, () => {
    expect(readdirSync(join(root, folder)).sort()).toEqual([...files.keys()].sort())
  })

  test.each([...files])(`${folder}/%s is what its rule says; else run: npm run docs`, (name, text) => {
    expect(readFileSync(join(root, folder, name), 'utf8')).toBe(text)
  })
})

describe('in Chinese', () => {
  test.each(codePages.map((page, index) => [page.code, page, codePagesIn['zh-CN'][index]] as const))(
    '%s has all that it has in English',
    (_, page, chinese) => {
      const { title, what, why, source, parameters } = chinese ?? page
      const said = [title, what, why, source, ...parameters.flatMap(each => [each.explanation, each.source])]
      expect(said.filter(text => !/\p{Script=Han}/u.test(text))).toEqual([])
      expect({ ...page, title, what, why, source, parameters }).toEqual(chinese)
      expect(parameters.map(({ name, counterpart }) => [name, counterpart])).toEqual(
        page.parameters.map(({ name, counterpart }) => [name, counterpart]),
      )
    },
  )

  test.each(codePages.map((page, index) => [page.code, page, codePagesIn['zh-CN'][index]] as const))(
    '%s has the same numbers and names of codes',
    (_, page, chinese) => {
      const facts = (text = '') => [...new Set(text.match(/\d+(?:\.\d+)+|\b\d{2,}\b|TSP\d+/g))].sort()
      expect(facts(chinese?.source)).toEqual(facts(page.source))
      expect(facts(chinese?.what)).toEqual(facts(page.what))
    },
  )
})
