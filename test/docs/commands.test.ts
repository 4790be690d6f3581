import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Ended, shell } from '../cli/run.ts'
import { makeFolder } from '../host/folder.ts'
import { blocksOf, pages, read, root } from './blocks.ts'
import { commandsOf, matches, type Shown } from './shown_commands.ts'

const shown = pages.flatMap(blocksOf).flatMap(commandsOf)
const ours = shown.filter(({ command }) => /^((echo|cat) [^|]*\| )?torchspore (?!server)/.test(command))
const others = [...new Set(shown.filter(each => !ours.includes(each)).map(({ command }) => command))]
const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(read('package.json'))

/** What is not run here, and why. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^npm (ci|test|start)\b/, 'continuous integration runs them first, each on a fresh machine'],
  [/^npm install --global /, 'changes the machine'],
  [/^git (clone|switch|commit|push|add)\b/, "changes the reader's own repository"],
  [/^(cd|spark-submit|pip install|pre-commit|code|npx|python|nvim|docker) /, 'needs another program'],
  [/^(source|echo|mkdir|cp) /, "changes the reader's own shell or files"],
]

/** A copy of the demonstration, with room for pictures. */
function workplace(): string {
  const folder = makeFolder()
  cpSync(join(root, 'fixtures/demo'), folder, { recursive: true })
  mkdirSync(join(folder, 'docs/pictures/zh-CN'), { recursive: true })
  return folder
}

const pictureOf = (command: string) => /--svg (\S+)/.exec(command)?.[1]

describe('every command in a document works', () => {
  test('there are some', () => {
    expect(ours.length).toBeGreaterThan(20)
  })

  test.each(ours.map(each => [each.page, each.command, each] as const))('%s: %s', (_, command, { output }) => {
    const folder = workplace()
    const ended = shell(folder, command)
    // Findings and summaries may stand on standard error; ours to tell of a mistake is this.
    expect(ended.err).not.toMatch(/^(torchspore: (error|warning)|bash: )/m)
    expect(ended.status).toBe(statusOf(command, ended))
    if (output !== null) expect(matches(output, ended.out) ? output : ended.out).toBe(output)
    const [, report] = /--output-file (\S+)/.exec(command) ?? []
    if (/--(output-format|output-file)/.test(command))
      expect(report ? readFileSync(join(folder, report), 'utf8') : ended.out).toContain('TSP101')
    const picture = pictureOf(command)
    if (picture !== undefined)
      expect(readFileSync(join(folder, picture), 'utf8')).toBe(readFileSync(join(root, picture), 'utf8'))
  })

  test.each(others)('%s: is there to be run', command => {
    for (const part of command.split(' && ')) expect(existing(part)).toBe(true)
  })
})

/** 1 says that something was found, which the demonstration is for. */
function statusOf(command: string, { out }: Ended): number {
  if (command.includes('--exit-zero')) return 0
  if (command.includes('torchspore check')) return 1
  return /^(proof +refuted|证明 +已证伪)/m.test(out) ? 1 : 0
}

function existing(command: string): boolean {
  const [, script] = /^npm run (?:--silent )?([\w:-]+)/.exec(command) ?? []
  if (script !== undefined) return script in manifest.scripts
  const [, path] = /^node ([\w./-]+)/.exec(command) ?? []
  if (path !== undefined) return existsSync(join(root, path)) || path.startsWith('dist/')
  return /^torchspore server/.test(command) || elsewhere.some(([pattern]) => pattern.test(command))
}

describe('every picture', () => {
  const made = new Set(shown.map(({ command }: Shown) => pictureOf(command)))
  const stored = readdirSync(join(root, 'docs/pictures'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.includes('.'))
    .map(name => `docs/pictures/${name}`)

  test.each(stored)('%s is made by a command in a document', picture => {
    expect(made).toContain(picture)
  })
})

describe('every link within the repository leads somewhere', () => {
  const links = pages.flatMap(page =>
    Array.from(read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g), ([, to = '']) => [page, to] as const),
  )

  test.each(links)('%s: %s', (page, to) => {
    expect(existsSync(join(root, dirname(page), to))).toBe(true)
  })
})

test('what a service is told to read is what was written', () => {
  const page = read('docs/reports.md')
  const files = Array.from(page.matchAll(/(?:^junit |pattern: |codequality: )'?([\w.-]+\.\w+)/gm), ([, file]) => file)
  expect(files).toHaveLength(3)
  for (const file of files) expect(page).toContain(`--output-file ${file} `)
})

test.each(['docs/conv_transpose1d.md', 'docs/zh-CN/conv_transpose1d.md'])(
  '%s has the counts that a test counts',
  page => {
    const counted = read('test/kernel/recipes.test.ts')
    const counts = Array.from(
      read(page).matchAll(/\b(\d+) (?:of|\/) (\d+)\b/g),
      ([, part, all]) => `'${part} of ${all}'`,
    )
    expect(counts.length).toBeGreaterThan(9)
    for (const count of counts) expect(counted).toContain(count)
  },
)
