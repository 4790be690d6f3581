import fc from 'fast-check'
import type { Log, Region, Result } from 'sarif'
import { describe, expect, test } from 'vitest'
import { codePages } from '../../src/engine/pages.ts'
import type { FileFindings } from '../../src/report/found.ts'
import { createSarifReporter } from '../../src/report/sarif.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { span } from '../../src/text/span.ts'
import { checker } from '../checker.ts'
import { fileOf, findingAt, fix, insert, replace } from './example.ts'
import { violations } from './sarif_schema/validate.ts'
import { surroundings } from './surroundings.ts'

function logOf(files: readonly FileFindings[], ...failures: readonly { path: string; reason: string }[]): Log {
  const reporter = createSarifReporter(surroundings)
  return JSON.parse(files.map(reporter.file).join('') + reporter.end(failures))
}

function runOf(log: Log): Log['runs'][number] & { readonly results: Result[] } {
  const [run] = log.runs
  if (!run?.results) throw new Error('one run with results is expected')
  return { ...run, results: run.results }
}

const check = (source: string): FileFindings => ({ ...fileOf(source), findings: checker.check(source) })

const starred = 'import torch.nn as nn\nup = nn.ConvTranspose1d(*args)\n'
const padded = 'import torch.nn as nn\ndef f(c, k, u, p):\n    return nn.ConvTranspose1d(c, c, k, u, p, u - 1)\n'

describe('the log', () => {
  test.each([
    ['nothing', []],
    ['an empty file', [fileOf('')]],
    ['an unsafe fix and what was refuted', [check(padded)]],
    ['several files, an unreadable one too', [check(starred), fileOf('', findingAt('', '')), check(padded)]],
  ])('holds to the schema of the standard: %s', (_, files) => {
    const log = logOf(files)
    expect(violations(log)).toEqual([])
    expect(runOf(log).results).toHaveLength(files.flatMap(({ findings }) => findings).length)
  })

  test('the schema would notice', () => {
    expect(violations({ version: '2.1.0', runs: [{}] })).not.toEqual([])
  })

  test('has a rule with help for each code, and results refer to them', () => {
    const { tool, results } = runOf(logOf([check(padded)]))
    const { rules = [] } = tool.driver
    expect(rules.map(({ id }) => id)).toEqual(codePages.map(({ code }) => code))
    for (const { id, help, helpUri, shortDescription } of rules) {
      expect(help?.text).toContain(id)
      expect(help?.markdown).toContain(`# ${id}: `)
      expect(helpUri).toBe(`https://example.org/rules/${id}.md`)
      expect(shortDescription?.text).not.toBe('')
    }
    for (const { ruleId, ruleIndex = -1 } of results) expect(rules[ruleIndex]?.id).toBe(ruleId)
    expect(rules.find(({ id }) => id === 'TSP206')?.defaultConfiguration?.level).toBe('error')
  })

  test('tells whether all could be done', () => {
    expect(runOf(logOf([])).invocations).toEqual([{ executionSuccessful: true }])
    const log = logOf([], { path: '/repo/a b.py', reason: 'it is read-only' })
    expect(violations(log)).toEqual([])
    expect(runOf(log).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'it is read-only' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b.py', uriBaseId: '%SRCROOT%' } } }],
          },
        ],
      },
    ])
  })
})

describe('a result', () => {
  const resultOf = (file: FileFindings) => runOf(logOf([file])).results[0]

  test('says what was found, the proof and the certificate', () => {
    const result = resultOf(check(padded))
    expect(result).toMatchObject({
      ruleId: 'TSP102',
      level: 'warning',
      fixes: [{ properties: { applicability: 'unsafe' } }],
    })
    expect(result?.message.text).toMatch(/^torch\.nn\.ConvTranspose1d with output_padding.*\nproved for all values/)
    expect(result?.properties).toMatchObject({ certificate: { status: 'proved' }, rejected: [{}] })
  })

  test('is where it is, in code points, whatever ends the lines', () => {
    const source = '# 😀\r"😀", nn.Conv(\r\n1)\n'
    const result = resultOf(fileOf(source, { ...findingAt(source, 'Conv(\r\n1'), fix: fix(insert(source, '1)', 'x')) }))
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'pkg/model.py', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 9, endLine: 3, endColumn: 2 },
    })
    expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 },
        insertedContent: { text: 'x' },
      },
    ])
  })

  test('relates the other lines that its notes name', () => {
    const source =
      'try:\n    from a import ConvTranspose1d\nexcept E:\n    from torch.nn import ConvTranspose1d\nConvTranspose1d(1, 1, 1)\n'
    const { relatedLocations = [] } = resultOf(check(source)) ?? {}
    expect(relatedLocations.map(({ physicalLocation }) => physicalLocation?.region?.startLine)).toEqual([2, 4])
    expect(violations(logOf([check(source)]))).toEqual([])
  })

  test('of a file elsewhere, on Windows too, has a whole URI', () => {
    const found = fileOf('x', findingAt('x', 'x'))
    const uri = (absolute: string) =>
      resultOf({ ...found, absolute })?.locations?.[0]?.physicalLocation?.artifactLocation
    expect(uri('/else/ü.py')).toEqual({ uri: 'file:///else/%C3%BC.py' })
    expect(uri('D:\\a b.py')).toEqual({ uri: 'file:///D:/a%20b.py' })
  })

  test('of a notebook names its cell, and no line of the file', () => {
    const source = 'a\nb\nc\n'
    const cells = [
      { index: 2, span: span(0, 2) },
      { index: 5, span: span(2, 6) },
    ]
    const found = { ...fileOf(source, { ...findingAt(source, 'c'), fix: fix(replace(source, 'c', 'd')) }), cells }
    const result = resultOf(found)
    expect(result?.message.text).toMatch(/^cell 5:2:1\n/)
    expect(result?.locations?.[0]?.physicalLocation?.region).toBeUndefined()
    expect(result?.fixes).toBeUndefined()
  })

  test('holds no links that are Python', () => {
    const message = { id: 'reference.possible', callee: 'layers[0](3)' } as const
    expect(resultOf(fileOf('x', findingAt('x', 'x', { message })))?.message.text).toContain('layers\\[0\\](3)')
  })
})

describe('fingerprints', () => {
  const prints = (source: string) =>
    runOf(logOf([check(source)])).results.map(({ partialFingerprints }) => partialFingerprints?.['torchsporeLine/v1'])

  test('stay when lines move, and differ within a file', () => {
    const line = 'up = nn.ConvTranspose1d(4, 2, 3)\n'
    const [first, second] = prints(`import torch.nn as nn\n${line}${line}`)
    expect(prints(`import torch.nn as nn\n\n# moved\n${line}x = 1\n    \n${line}`)).toEqual([first, second])
    expect(first).not.toBe(second)
    expect(prints(`import torch.nn as nn\n${line.replace('3', '5')}`)).not.toContain(first)
  })
})

test('fixes that another program applies by the standard give what ours give', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '😀', 'é', '\n', '\r\n', '\r', '\t') })
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (source, content, a, b) => {
      const offsets = boundaries(source)
      const [start = 0, end = 0] = [a, b].map(each => offsets[each % offsets.length] ?? 0).sort((x, y) => x - y)
      const edit = { span: span(start, end), content }
      const finding = findingAt(source, '', { fix: fix(edit) })
      const [result] = runOf(logOf([fileOf(source, finding)])).results
      const [replacement] = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? []
      if (!replacement) throw new Error('one replacement is expected')
      const { deletedRegion, insertedContent } = replacement
      expect(applied(source, deletedRegion, insertedContent?.text ?? '')).toBe(applyEdits(source, [edit]).text)
    }),
  )
})

/** Offsets that part no character and no line end. */
function boundaries(source: string): readonly number[] {
  return [0, ...Array.from(source.matchAll(/\r\n|./gsu), ({ index, 0: piece }) => index + piece.length)]
}

/** Replaces a region as the standard defines it, with lines and columns in code points. */
function applied(source: string, { startLine, startColumn, endLine, endColumn }: Region, content: string): string {
  const lines = source.split(/(?<=\r\n|\n|\r(?!\n))/)
  const at = (line = 1, column = 1) =>
    lines.slice(0, line - 1).join('').length + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length
  return source.slice(0, at(startLine, startColumn)) + content + source.slice(at(endLine, endColumn))
}
