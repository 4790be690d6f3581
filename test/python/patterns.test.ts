import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { nodesOfType } from '../../src/python/nodes_of_type.ts'
import { createParser } from '../../src/python/parser.ts'
import { patternNames } from '../../src/python/patterns.ts'

const require = createRequire(import.meta.url)
const parser = await createParser({ grammar: require.resolve('tree-sitter-python/tree-sitter-python.wasm') })

/** What a pattern reads and captures, in order. */
function namesIn(pattern: string): readonly string[] {
  const source = `match subject:\n    case ${pattern}:\n        pass\n`
  const [outer] = nodesOfType(parser.parse(source), 'case_pattern')
  const names = outer ? patternNames(outer, node => source.slice(node.start, node.end)) : []
  return names.map(({ node, does }) => `${does} ${source.slice(node.start, node.end)}`)
}

test.each([
  ['x', ['capture x']],
  ['_', []],
  ['A.b', ['read A']],
  ['A.b | C.d', ['read A', 'read C']],
  ['[A.b, *c, _]', ['read A', 'capture c']],
  ['{"k": A.d, B.e: x, **r}', ['read A', 'read B', 'capture x', 'capture r']],
  ['P(A.b, q=C.d, r=x)', ['read P', 'read A', 'read C', 'capture x']],
  ['n.P()', ['read n']],
  ['(A.f as g)', ['read A', 'capture g']],
  ['-1 | 2j | "a" "b" | None', []],
])('the names in the pattern %s', (pattern, expected) => {
  expect(namesIn(pattern)).toEqual(expected)
})
