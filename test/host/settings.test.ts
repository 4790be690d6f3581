import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSettingsFinder, type SettingsSource } from '../../src/host/settings.ts'
import { UsageError } from '../../src/host/usage_error.ts'
import { makeFolder } from './folder.ts'

const none = { extendSelect: [], ignore: [] }

function moduleAt(cwd: string, folder: string, more: Partial<SettingsSource> = {}) {
  const finder = createSettingsFinder({ cwd, isolated: false, selection: none, ...more })
  return finder.at(join(cwd, folder)).settings['compat-module']
}

const compat = (name: string) => `compat-module = "${name}"\n`
const tool = (name: string) => `[tool.torchspore]\n${compat(name)}`

const files = {
  'pyproject.toml': tool('top'),
  'a/torchspore.toml': compat('a'),
  'a/pyproject.toml': tool('hidden'),
  'a/b/pyproject.toml': '[project]\nname = "b"\n',
  'a/c/pyproject.toml': tool('c'),
  'a/d/pyproject.toml': '{{ cookiecutter.project }',
  'other.toml': compat('other'),
}

test('the nearest settings hold; torchspore.toml goes before pyproject.toml, and one without our table is passed over', () => {
  const folder = makeFolder(files)
  expect(moduleAt(folder, '.')).toBe('top')
  expect(moduleAt(folder, 'x/y')).toBe('top')
  expect(moduleAt(folder, 'a')).toBe('a')
  expect(moduleAt(folder, 'a/b')).toBe('a')
  expect(moduleAt(folder, 'a/c/x')).toBe('c')
  expect(moduleAt(folder, 'a/d')).toBe('a')
})

test('--config is the only file, and --isolated is none', () => {
  const folder = makeFolder(files)
  expect(moduleAt(folder, 'a', { config: 'other.toml' })).toBe('other')
  expect(moduleAt(folder, 'a', { config: 'pyproject.toml' })).toBe('top')
  expect(moduleAt(folder, 'a', { isolated: true })).toBeNull()
})

test('globs count from the settings file, or from the working directory for --config', () => {
  const ignores = 'per-file-ignores = { "/x/*.py" = ["TSP1"] }'
  const folder = makeFolder({ 'a/torchspore.toml': ignores, 'b.toml': ignores })
  const ignored = (path: string, config?: string) => {
    const finder = createSettingsFinder({ cwd: folder, config, isolated: false, selection: none })
    return finder.at(join(folder, 'a/x')).options(join(folder, path)).ignore
  }
  expect(ignored('a/x/c.py')).toContain('TSP101')
  expect(ignored('x/c.py')).toEqual([])
  expect(ignored('x/c.py', 'b.toml')).toContain('TSP101')
  expect(ignored('../x/c.py', 'b.toml')).toEqual([])
})

test('a wrong file is an error that names it', () => {
  const folder = makeFolder({ 'a/torchspore.toml': 'selct = []' })
  expect(() => moduleAt(folder, 'a')).toThrow(UsageError)
  expect(() => moduleAt(folder, 'a')).toThrow(`${folder}/a/torchspore.toml: unknown setting "selct"`)
  expect(() => moduleAt(folder, 'a', { config: 'none.toml' })).toThrow('none.toml: the settings cannot be read: ENOENT')
})
