import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { randomPrograms } from '../../conformance/ast/random_programs.ts'
import { scopesOf } from '../../conformance/ast/scopes.ts'
import { linesOf } from '../../conformance/ast/statements.ts'
import { verdictOn } from '../../conformance/ast/verdict.ts'
import { createParser } from '../../src/python/parser.ts'

const require = createRequire(import.meta.url)
const parser = await createParser({ grammar: require.resolve('tree-sitter-python/tree-sitter-python.wasm') })
const exact = { version: '3.13.0', exact: true }

// As python/ast_judge.py writes them, under CPython 3.13.
const source = 'é = f(a, *b, k=f"{c}")\n'
const nodes = `0 - Module -
1 body Assign 0-22
2 targets Name 0-1 id=é ctx=Store
2 value Call 4-22
3 func Name 4-5 id=f ctx=Load
3 args Name 6-7 id=a ctx=Load
3 args Starred 9-11
4 value Name 10-11 id=b ctx=Load
3 keywords keyword 13-21 arg=k
4 value JoinedStr 15-21
5 values FormattedValue conversion=-1
6 value Name 18-19 id=c ctx=Load`

test('a tree has the lines that CPython has of it', () => {
  expect(linesOf(parser.parse(source), true).join('\n')).toBe(nodes)
})

test('before Python 3.12, what is in a string has no place', () => {
  expect(linesOf(parser.parse(source), false).at(-1)).toBe('6 value Name - id=c ctx=Load')
})

test('scopes tell where their names live', () => {
  const tree = parser.parse('def f(a):\n    global b\n    b = c\n    return [d + a for d in b]\n')
  expect(scopesOf(tree)).toEqual(['comprehension a:outer d:own', 'function a:own b:module c:module', 'module f:module'])
})

test.each([
  [source, { nodes }, 'equal', ''],
  [
    source,
    { nodes: nodes.replace('Starred', 'Name') },
    'different',
    '3 args Starred 9-11 is not 3 args Name 9-11: "é = f(a, *b, k=f\\"{c}\\")\\n"',
  ],
  [
    source,
    { nodes, scopes: ['module'] },
    'different',
    'scope module a:module b:module c:module f:module é:module is not module',
  ],
  ['f(', { nodes: '0 - Module -' }, 'refused by us alone', '"f("'],
  ['f(', { refused: 'SyntaxError' }, 'refused by both', 'SyntaxError'],
  ['f()', { refused: 'SyntaxError' }, 'refused by CPython alone', 'SyntaxError'],
  ['f()', { otherwise: 'latin-1' }, 'not UTF-8', 'latin-1'],
])('of %j and %j the verdict is %s', (text, judged, kind, told) => {
  expect(verdictOn(text, judged, exact, parser)).toEqual({ kind, told })
})

test('most random programs are read without an error, and a seed gives the same again', () => {
  const programs = randomPrograms(7, 50)
  expect(programs).toEqual(randomPrograms(7, 50))
  expect(programs.filter(text => parser.parse(text).errors.length === 0).length).toBeGreaterThan(40)
})
