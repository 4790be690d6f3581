import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileFindings } from '../../src/report/found.ts'
import { createHtmlReporter } from '../../src/report/html.ts'
import type { Calls } from '../../src/report/html_windows.ts'
import { checker } from '../checker.ts'
import { fileOf, findingAt, fix, replace } from './example.ts'
import { surroundings } from './surroundings.ts'

const calls: Calls = {
  at: (source, { start, end }) =>
    checker.callsAround(source, start).find(({ callee }) => callee.start <= start && end <= callee.end)?.text ?? null,
  verify: checker.verify,
}

function pageOf(files: readonly FileFindings[], ...failures: readonly { path: string; reason: string }[]): string {
  const reporter = createHtmlReporter(surroundings, calls)
  return files.map(reporter.file).join('') + reporter.end(failures)
}

const check = (source: string): FileFindings => ({ ...fileOf(source), findings: checker.check(source) })

/** The texts of all elements of a kind, without what is marked up in them. */
function texts(page: string, name: string): readonly string[] {
  const found = page.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))
  return Array.from(found, ([, inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<'),
  )
}

const padded = 'import torch.nn as nn\ndef f(c, k, u, p):\n    return nn.ConvTranspose1d(c, c, k, u, p, u - 1)\n'

describe('a finding', () => {
  const page = pageOf([check(padded)])

  test('is there with its place, code and fix', () => {
    expect(texts(page, 'h2')).toEqual(['pkg/model.py 1'])
    expect(texts(page, 'h3')).toEqual([
      '3:15 TSP102 torch.nn.ConvTranspose1d with output_padding is a sequence of MindSpore layers here unsafe fix',
    ])
    expect(page).toContain('<article id="f1-1" data-code="TSP102" data-fix="unsafe">')
  })

  test('shows what is before and after', () => {
    expect(texts(page, 'del')).toEqual(['    return nn.ConvTranspose1d(c, c, k, u, p, u - 1)'])
    expect(texts(page, 'ins')).toEqual(['import mindspore as ms', expect.stringContaining('ms.nn.Conv2dTranspose(')])
    expect(texts(page, 'mark')).toEqual(['ConvTranspose1d'])
  })

  test('shows the proof, the notes, and what was refuted with its counterexample', () => {
    expect(texts(page, 'dt').slice(0, 2)).toEqual(['proof', 'output_padding'])
    expect(page).toMatch(/<dd class="proved">proved for all values: first sample p, /)
    expect(texts(page, 'dt')).toContain('refuted')
    expect(texts(page, 'dd').join('\n')).toMatch(/pad_mode='same'.*\nwith .*: torch gives shape/)
  })

  test('has the picture of the windows', () => {
    expect(texts(page, 'figcaption')).toEqual([expect.stringMatching(/^what each layer keeps .* L = \d+$/)])
    expect(texts(page, 'tr').filter(row => /^('same'|torch|rewrite)/.test(row))).toHaveLength(3)
    expect(page).toMatch(/<svg [^>]*role="img" aria-label="first 1, length \d+, not as torch">/)
  })

  test('that is no call has no picture, though it stands in one', () => {
    const others = 'import torch.nn as nn\np = partial(nn.ConvTranspose1d, 1, 1, 1)\nnn.ConvTranspose1d(*a)\n'
    const more = pageOf([check(others)])
    expect(texts(more, 'h3')).toHaveLength(2)
    expect(more).not.toContain('<figure')
  })
})

describe('the page', () => {
  test('counts by code and by what can be done', () => {
    const page = pageOf([
      check(padded),
      check('import torch.nn as nn\nnn.ConvTranspose1d(1, 1, 1)\nnn.ConvTranspose1d(*a)\n'),
    ])
    expect(texts(page, 'li')).toEqual(['3findings', '1safe fix', '1unsafe fix', '1needs you'])
    const rows = texts(page, 'tr').filter(row => row.startsWith('TSP'))
    expect(rows).toHaveLength(3)
    expect(rows).toContainEqual(expect.stringMatching(/^TSP206Starred arguments11$/))
  })

  test('says so when nothing was found, and what could not be done', () => {
    const page = pageOf([fileOf('')], { path: '/repo/<a>.py', reason: 'it is read-only' })
    expect(texts(page, 'p')).toContain('All checks passed!')
    expect(texts(page, 'li')).toEqual(['<a>.py: it is read-only'])
  })

  test('allows itself its own style and script, and nothing else', () => {
    const page = pageOf([check(padded)])
    const hash = (name: string) => {
      const [, content = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(page) ?? []
      return surroundings.digest(content)
    }
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/ (src|style|on\w+)=|<link|@import|url\(/)
  })

  test('each id is there once, and each link within the page leads to one', () => {
    const page = pageOf([check(padded), check(`${padded}\nf = nn.ConvTranspose1d\n`)])
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
  })

  test('what a program holds is text there, and is seen', () => {
    const nasty = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '</script>',
      '<!--',
      ']]>',
      '\u202e',
      '\u001b[31m',
      '\0',
      '\ud800',
      '\n',
    )
    const text = fc.array(fc.oneof(nasty, fc.string())).map(parts => parts.join(''))
    const tags = (page: string) => page.match(/<\/?[a-z][a-z0-9]*/gi)?.sort()
    fc.assert(
      fc.property(text, text, text, (line, callee, name) => {
        const pageWith = (written: string, called: string, file: string) => {
          const source = `a(${written})\n`
          const message = { id: 'reference.possible', callee: called } as const
          const finding = findingAt(source, 'a', { message, fix: fix(replace(source, 'a', `b${called}`)) })
          return pageOf([{ ...fileOf(source, finding), absolute: `/repo/${file}` }])
        }
        const oneLine = line.replace(/[\r\n]/g, '')
        const page = pageWith(oneLine, callee.replace(/[\r\n]/g, ''), name)
        expect(tags(page)).toEqual(tags(pageWith('x', 'y', 'z')))
        expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})
