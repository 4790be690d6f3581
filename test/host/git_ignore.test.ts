import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findFiles } from '../../src/host/files.ts'
import { createSettingsFinder } from '../../src/host/settings.ts'
import { makeFolder } from './folder.ts'

function found(folder: string, path = '.') {
  const settings = createSettingsFinder({ cwd: folder, isolated: true, selection: { extendSelect: [], ignore: [] } })
  return findFiles([path], settings, { cwd: folder, forceExclude: false }).map(file => relative(folder, file))
}

const repository = { '.git/HEAD': '' }

test('what .gitignore names is not walked', () => {
  const folder = makeFolder({
    ...repository,
    '.gitignore': '# comment\ngen/\n/top.py\n*_old.py\n!keep_old.py\nCASE.py\n',
    'gen/a.py': '',
    'top.py': '',
    'x/top.py': '',
    'x/b_old.py': '',
    'x/keep_old.py': '',
    'x/gen/c.py': '',
    'case.py': '',
  })
  expect(found(folder)).toEqual(['case.py', 'x/keep_old.py', 'x/top.py'])
})

test('the nearest .gitignore has the last word', () => {
  const folder = makeFolder({
    ...repository,
    '.gitignore': 'a.py\ngen/\n',
    'x/.gitignore': '!a.py\nb.py\n!gen/\n',
    'a.py': '',
    'b.py': '',
    'x/a.py': '',
    'x/b.py': '',
    'x/gen/c.py': '',
  })
  expect(found(folder)).toEqual(['b.py', 'x/a.py', 'x/gen/c.py'])
})

test('the files above count up to the root of the repository, and .git/info/exclude does', () => {
  const folder = makeFolder({
    '.gitignore': 'b.py\n',
    'repo/.git/info/exclude': 'c.py\n',
    'repo/.gitignore': '/x/a.py\n',
    'repo/x/a.py': '',
    'repo/x/b.py': '',
    'repo/x/c.py': '',
  })
  expect(found(folder, 'repo/x')).toEqual(['repo/x/b.py'])
})

test('another repository inside has its own rules only', () => {
  const folder = makeFolder({
    ...repository,
    '.gitignore': 'a.py\n',
    'inner/.git/HEAD': '',
    'inner/a.py': '',
  })
  expect(found(folder)).toEqual(['inner/a.py'])
})

test('an ignored folder that is named is walked, by the rules that lie in it', () => {
  const folder = makeFolder({
    ...repository,
    '.gitignore': 'corpus/\n',
    'corpus/pkg/a.py': '',
    'corpus/pkg/.gitignore': 'b.py',
    'corpus/pkg/b.py': '',
  })
  expect(found(folder)).toEqual([])
  expect(found(folder, 'corpus')).toEqual(['corpus/pkg/a.py'])
  expect(found(folder, 'corpus/pkg')).toEqual(['corpus/pkg/a.py'])
})

test('.gitignore counts outside of repositories, too', () => {
  const folder = makeFolder({ 'a/.gitignore': 'b.py', 'a/b.py': '', 'a/c.py': '' })
  expect(found(folder, join('a'))).toEqual(['a/c.py'])
})

test('a line with too many **/ ignores nothing, and one with ! takes everything back: more is checked, not less', () => {
  const wild = '**/a/**/a/**/a/**/*.py'
  const folder = makeFolder({ '.gitignore': `${wild}\nb*\n`, 'banana.py': '', 'a/a/a/a.py': '' })
  expect(found(folder)).toEqual(['a/a/a/a.py'])
  const takingBack = makeFolder({ '.gitignore': `b*\n!${wild}\n/bb*\n`, 'banana.py': '', 'bb.py': '' })
  expect(found(takingBack)).toEqual(['banana.py'])
})
