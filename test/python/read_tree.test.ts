import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodesOfType } from '../../src/python/nodes_of_type.ts'
import { loadGrammar } from '../../src/python/parser.ts'
import { readTree } from '../../src/python/syntax/read_tree.ts'
import { isMisread, treeDifference } from './tree_difference.ts'

const require = createRequire(import.meta.url)
const grammar = await loadGrammar({ grammar: require.resolve('tree-sitter-python/tree-sitter-python.wasm') })

function nodesIn(source: string, type: string) {
  const tree = readTree(source)
  return tree ? nodesOfType(tree, type) : []
}

const sound = [
  '',
  '\n\n',
  '\ufeffx = 1\n',
  '# only a comment',
  'x',
  'x = y = z, = 1, 2',
  'a, *b = c[0], d.e = *f, g',
  '(a) = [b, (c, *d)] = e',
  'x: int\nx.y: List[int] = 3, 4\nz: a.B[c] | List[int] | None = None\nw: Callable[[int], str] | Dict[str, int] | None',
  'x += yield y\nx **= 1,\nx @= y',
  'x = yield\nx = yield from y\n(yield)\nx = await y',
  'f(a, *b, *c or d, **e, k=1, *[2], j=lambda: 0,)\nf(x for x in y)\nf()\nf(a)(b).c[d]',
  'x[1], x[:], x[a:b, ::2, c:], x[:, None], x[...], x[a := 1]',
  'not a == b < c is not d not in e and f or not g',
  '-x ** -y ** 2, ~x + y * z // w % v @ u << 1 >> 2 & 3 | 4 ^ 5',
  'a if b else c if d else e\n(a := 1)\nlambda *a, b=1, /, **c: (d, e)\nlambda: 0',
  '[], [a], [a, b,], [a for b, in c if d if not e for f in g], {}, {a}, {a: b, **c}, {a: b for c in d}, {a for b in c}',
  '(), (a,), (a, b), (a), (a for b in c), [a async for b in c], [*a, b], {*a}, (*a, b)',
  '1, 0x1F, 0b1, 0o7, 1_000, 1., .5, 1.5e-3, 1e5, 2j, 1.5j, ...',
  '"a" \'b\' """c\n"d" \\\n""" r"\\d\\"" b"\\x00\\a" u"é" rb"\\""',
  '"\\n\\q\\u00e9\\N{DASH}\\\n\\777"',
  "f\"a{b}{{c}}{d!r:>{e}.{f}} {g=} {h = !s} {i:%Y-%m} {j['k']} {l if m else n}\" f'''{\n  o\n}'''",
  '"a""b" """"c""" r"""d""""e"',
  'f"{a, b}" rf"\\d{x}" f"{x["y"]}"',
  'import a.b as c, d\nfrom . import x\nfrom ...a.b import (c as d, # why\n  e,)\nfrom x import *\nfrom __future__ import (annotations)',
  'return\nreturn a, *b\nraise\nraise a from b\ndel a, b[0]\nassert a, b\nglobal a, b\nnonlocal c\npass; break; continue;',
  'if a: # one\n    # two\n    x = 1 # three\n    # four\n  # five\n# six\nelif b: y; z; # seven\n# eight\nelse:\n    pass\n# nine\n\n',
  'for a, b in c, d:\n  pass\nelse:\n  pass\nwhile x: pass\nfor (a) in b: pass\nfor a[0], *b in c: pass',
  'async def f(): \n  async for a in b: await c\n  async with d as e: pass\n  return [x async for x in y]',
  'with a: pass\nwith a, b as c: pass\nwith (a): pass\nwith (a, b as c): pass\nwith (a as b): pass\nwith (a as b,): pass\nwith (a).b() as (c, d): pass',
  'try:\n  a\nexcept E as e:\n  b\nexcept (A, B): c\nexcept:\n  d\nelse:\n  e\nfinally:\n  f',
  'def f(a, *, b: int, c: List[int] = 1, d=2, **e) -> Tuple[int, ...]: pass\ndef g(a, /, *b: str, c) -> "x":\n  """doc"""',
  '@a.b(c) # hi\n# ho\n@d\nclass A(B, metaclass=C): # x\n  "doc"\n\n  @property\n  async def f(self): ...\n  # end\n\n# out',
  'x: A # b\ny: B \\\n  [c] = d\ndef f(a: B # c\n, b: C # [d]\n [e]): pass',
  'class A:\n\tx = 1\n\tdef f(self):\n\t\tpass\n\ny = (1, # a\n  2\n  # b\n)',
  'if a:\n  if b:\n    c\n    # as deep\n  # less\nd',
  'if a:\n    if b:\n        c\n  # between\n',
  'x = a + \\\n    b\nif x and \\\n  y: pass',
  'print\nprint(x)\nmatch = type = case = 3\nmatch(x)\ntype.x\nexec("y")\nmatch[x]',
  '变量 = 值.属性\nπ = "😀"  # 采样',
  'x = 1\r\ny = """a\r\nb"""\r\nif x:\r\n    z\r\n',
  'x = 1\rif x:\r  y\rz',
  'x = 1\f\n\fy = 2\n',
  'def f():\n  return\n   # deeper\n\n\n  # same\n',
  'x = [\n  1,\n\n  # two\n  2]\n',
]

test.each(sound)('sound Python is read into the tree of the grammar: %j', source => {
  const own = readTree(source)
  expect(own).not.toBeNull()
  expect(own && treeDifference(own, grammar.parse(source))).toBeNull()
})

test.each([
  ['[*f(x)]', 'list_splat', 'call'],
  ['{*a.b}', 'list_splat', 'attribute'],
  ['x = *a.shape, b', 'list_splat', 'attribute'],
  ['return *f(x), y', 'list_splat', 'call'],
  ['x[..., *[a for b in c]]', 'list_splat', 'list_comprehension'],
  ['x = *a | b,', 'list_splat', 'binary_operator'],
  ['*a.b, c = d', 'list_splat_pattern', 'attribute'],
  ['*a[b].c, d = e', 'list_splat_pattern', 'attribute'],
  ['*(a, b), c = d', 'list_splat_pattern', 'tuple_pattern'],
])('a star takes all that is behind it: %s', (source, type, inner) => {
  const [star] = nodesIn(source, type)
  expect(star?.parts.map(part => part.type)).toEqual([inner])
})

test.each([
  ['with a if b else c as d: pass', 'conditional_expression'],
  ['with a, lambda: b as c: pass', 'lambda'],
  ['with (a if b else c as d, e): pass', 'conditional_expression'],
])('`as` names all that is before it: %s', (source, type) => {
  const [pattern] = nodesIn(source, 'as_pattern')
  expect(pattern?.parts.map(part => part.type)).toEqual([type, 'as_pattern_target'])
})

test('`await` binds more strongly than `**`', () => {
  expect(nodesIn('await a ** b', 'await')[0]?.parts.map(part => part.type)).toEqual(['identifier'])
})

test('`&` binds more strongly than `^`', () => {
  const [outer, inner] = nodesIn('a ^ b & c', 'binary_operator')
  expect([outer?.child('operator')?.type, inner?.child('operator')?.type]).toEqual(['^', '&'])
  expect(nodesIn('a & b ^ c', 'binary_operator')[0]?.child('operator')?.type).toBe('^')
})

const unsound = [
  'x = = 1',
  'f(',
  'x = )',
  'def f(:\n  pass',
  'if a:\npass',
  '  x = 1',
  'if a:\n    b\n  c',
  'x = 1 y',
  'else:\n  pass',
  'try:\n  a\n',
  '"abc',
  '"""abc',
  'f"{a"',
  'f"}"',
  'f"{}"',
  'class A\n  pass',
  'x = 1if',
  'f(a b)',
  'x = \\ 1',
  'a.1',
  'x = 08x',
  'for x in: pass',
  'x = \0',
  'return return',
  '@a\nx = 1',
  'f() = 1',
  'from x import',
  'lambda x',
  'x[]',
  '{a: b, c}',
]

test.each(unsound)('what is no Python is left to the grammar: %j', source => {
  expect(readTree(source)).toBeNull()
})

test('what is too deep for the call stack is left to the grammar', () => {
  expect(readTree(`${'('.repeat(100_000)}x${')'.repeat(100_000)}`)).toBeNull()
  expect(readTree(`x = ${'- '.repeat(100_000)}y`)).toBeNull()
})

const lines = sound.flatMap(text => text.split(/(?<=\n)/))
const pieces = [
  'x',
  '(',
  ')',
  '[',
  '\n',
  '    ',
  '\t',
  '\r\n',
  '"',
  "'''",
  '#',
  ':',
  '*',
  '=',
  ' as ',
  ' in ',
  'f"{x}"',
  '\\\n',
  '{',
  ',',
]
const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), add: fc.constantFrom('', ...pieces, ...lines) })
const source = fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map(each => each.join(''))

function edited(text: string, { at, remove, add }: { at: number; remove: number; add: string }): string {
  const start = at % (text.length + 1)
  return text.slice(0, start) + add + text.slice(start + remove)
}

test('what is read has the tree that the grammar gives it', () => {
  fc.assert(
    fc.property(source, fc.array(edit, { maxLength: 3 }), (start, edits) => {
      const text = edits.reduce(edited, start)
      const own = readTree(text)
      const reference = own && grammar.parse(text)
      if (!own || !reference || reference.errors.length > 0 || isMisread(reference)) return
      expect(treeDifference(own, reference), text).toBeNull()
    }),
    { numRuns: 3000 },
  )
})

test('an index on a line of its own is a list, though the grammar joins it to a call behind a star', () => {
  const statements = readTree('d = *f, g(x)\n[0]\n')?.root.parts.map(({ start, end }) => [start, end])
  expect(statements).toEqual([
    [0, 12],
    [13, 16],
  ])
})

const starOfOne = /(^|[=,;:[]|\b(return|yield|in|del))\s*\*(?!\*)/

test('what the grammar finds an error in, on one line, is not read', () => {
  const line = fc.constantFrom(...lines.map(each => each.trim())).filter(each => !/[\r\n]/.test(each))
  fc.assert(
    fc.property(line, fc.array(edit, { minLength: 1, maxLength: 3 }), (start, edits) => {
      const text = edits.reduce(edited, start).replace(/[\r\n]/g, ' ')
      const reference = grammar.parse(text)
      // The grammar does not take all that Python takes behind such a star.
      if (reference.errors.length === 0 || isMisread(reference) || starOfOne.test(text)) return
      expect(readTree(text), text).toBeNull()
    }),
    { numRuns: 3000 },
  )
})
