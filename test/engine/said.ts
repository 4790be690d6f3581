import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

/** `exact`: a finding of the call itself; `possible`: TSP308; `silent`: certainly something else. */
export type Expect = 'exact' | 'possible' | 'silent'
export type Files = Readonly<Record<string, string>>
export type Case = readonly [name: string, expect: Expect, source: string, files?: Files]

/** What is said at the mark `§` of a file, which stands before the last name of what is called, in a repository in memory. */
export function said(files: Files, path: string): Expect {
  const marked = files[path] ?? ''
  const at = marked.indexOf('§')
  const loader = { path, read: (each: string) => files[each]?.replace('§', '') ?? null }
  const found = checker.check(marked.replace('§', ''), {}, loader).filter(({ span }) => span.start === at)
  const codes = found.map(({ code }) => code).filter(code => code !== 'TSP301')
  if (codes.length === 0) return 'silent'
  return codes.every(code => code === 'TSP308') ? 'possible' : 'exact'
}

/** Each case: what the file `/r/pkg/net.py` says, after a head, beside other files of the repository. */
export function casesIn(head: string, pkg: Files): (name: string, list: readonly Case[]) => void {
  return (name, list) =>
    describe(name, () => {
      test.each(list.map(each => [each[0], each[1], each] as const))('%s (%s)', (_, expected, [, , source, files]) => {
        expect(said({ ...pkg, ...files, '/r/pkg/net.py': head + source }, '/r/pkg/net.py')).toBe(expected)
      })
    })
}
