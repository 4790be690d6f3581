import fc from 'fast-check'
import { arbitraries, name } from './random_expressions.ts'
import { either, list, maybe, type Piece, row, type Tokens, textOf, token } from './random_tokens.ts'

/** A line that ends with a colon and what is below it, or a line of simple statements. */
interface Clause {
  readonly head: Tokens
  readonly body: Block | null
}

interface Block {
  readonly indent: string
  readonly isInline: boolean
  readonly noise: string
  readonly statements: readonly (readonly Clause[])[]
}

const { expression, test, target, primary, operand, subscripts, parameters } = arbitraries

const starred = either(expression, row('*', operand))
const values = either(expression, row(starred, ',', list(starred, ',', 0)), row('yield', maybe(expression)))
const targets = either(target, row(target, ',', list(either(target, row('*', target)), ',', 0)))
const dotted = row(name, maybe('.', name))
const alias = row(name, maybe('as', name))
const annotation = either(
  expression,
  row(
    name,
    '[',
    list(either(name, row(name, '|', 'None'), row(name, '[', name, ']')), ',', 1),
    ']',
    maybe('|', name, '|', 'None'),
  ),
)

const simple = either(
  values,
  row(targets, '=', values),
  row(target, '=', targets, '=', values),
  row(either(name, row(primary, '.', name), row(primary, '[', subscripts, ']')), ':', annotation, maybe('=', values)),
  row(either(name, row(primary, '.', name)), token(...'+= -= *= /= //= %= @= &= |= ^= **= >>= <<='.split(' ')), values),
  row('del', list(target, ',', 1)),
  row('return', maybe(either(expression, row(starred, ',', list(starred, ',', 0))))),
  row('raise', maybe(expression, maybe('from', expression))),
  row('assert', expression, maybe(',', expression)),
  row('import', list(row(dotted, maybe('as', name)), ',', 1, false)),
  row(
    'from',
    either(dotted, '.', '...', row('.', dotted), row('. ...', dotted)),
    'import',
    either(list(alias, ',', 1, false), row('(', list(alias, ',', 1), ')')),
  ),
  fc.nat({ max: 999 }).chain(number => row('global', `g${number}`, ';', `g${number}`, '=', `g${number}`)),
  token('pass', 'break', 'continue'),
)

const line = list(simple, ';', 1)

const depth = { maxDepth: 2, depthSize: 'small' as const, depthIdentifier: 'blocks' }
const typed = (each: string) => row(each, maybe(':', annotation))
const declared = either(
  fc.constant([]),
  parameters,
  row(
    typed('p'),
    ',',
    typed('q'),
    '=',
    expression,
    ',',
    '*',
    typed('args'),
    ',',
    typed('k'),
    '=',
    expression,
    ',',
    '**',
    typed('kw'),
    maybe(','),
  ),
  row(typed('p'), ',', '/', ',', '*', ',', typed('k')),
)
const item = row(expression, maybe('as', target))
const decorators = fc.array(row('@', either(expression, row(name, '.', name))), { maxLength: 2 })

/** The grammar, to which it is left, reads fewer of the odd ways to write things: here are only plain ones. */
const matches = fc
  .tuple(
    either(name, row(name, ',', name), row(name, ',')),
    fc.array(fc.constantFrom(...patterns()), { minLength: 1, maxLength: 3 }),
  )
  .map(([subject, cases]): readonly Clause[] => [
    {
      head: plain('match', subject),
      body: blockOf(
        cases.map(each => [
          {
            head: plain(`case ${each}`, []),
            body: blockOf([[{ head: plain('x = nn . A ( y , k = 1 )', []), body: null }]]),
          },
        ]),
      ),
    },
  ])

function plain(text: string, tokens: Tokens): Tokens {
  return [...text.split(' ').map(each => ({ text: each, gap: 20 })), ...tokens.map(each => ({ ...each, gap: 20 }))]
}

function blockOf(statements: Block['statements']): Block {
  return { indent: '    ', isInline: false, noise: '', statements }
}

function patterns(): readonly string[] {
  return [
    'x',
    'nn.A',
    'nn.A | nn.B',
    '[nn.A, *b]',
    'A(b, c=nn.D)',
    '{"k": v, nn.K: w, **rest}',
    '(1 | 2) as y',
    'x if y > 1',
    '-1',
    'None',
    '"a" "b"',
    '_',
    'nn.A(), {"a": 1 | nn.C}',
  ]
}

const { statement } = fc.letrec<{ statement: readonly Clause[]; block: Block }>(tie => {
  const clause = (...parts: readonly Piece[]) =>
    fc.record({ head: row(...parts), body: tie('block') }).map((each): readonly Clause[] => [each])
  const several = (...all: readonly fc.Arbitrary<readonly Clause[]>[]) => fc.tuple(...all).map(each => each.flat())
  const some = (each: fc.Arbitrary<readonly Clause[]>, max = 1) =>
    fc.array(each, { maxLength: max }).map(all => all.flat())
  const decorated = (definition: fc.Arbitrary<readonly Clause[]>) =>
    fc
      .tuple(decorators, definition)
      .map(([above, below]) => [...above.map((head): Clause => ({ head, body: null })), ...below])
  const simpleLine = line.map((head): readonly Clause[] => [{ head, body: null }])
  return {
    statement: fc.oneof(
      depth,
      simpleLine,
      simpleLine,
      several(clause('if', expression), some(clause('elif', test), 2), some(clause('else'))),
      several(clause('while', expression), some(clause('else'))),
      several(
        clause(maybe('async'), 'for', targets, 'in', either(expression, row(starred, ',', expression))),
        some(clause('else')),
      ),
      clause(maybe('async'), 'with', list(item, ',', 1, false)),
      clause('with', '(', list(item, ',', 1), ')'),
      several(
        clause('try'),
        clause('except', expression, maybe('as', name)),
        some(clause('except')),
        some(clause('else')),
        some(clause('finally')),
      ),
      several(clause('try'), clause('finally')),
      decorated(clause(maybe('async'), 'def', name, '(', declared, ')', maybe('->', annotation))),
      decorated(clause('class', name, maybe('(', list(either(starred, row('k', '=', expression)), ',', 0), ')'))),
    ),
    block: fc.record({
      indent: fc.constantFrom(' ', '  ', '    ', '\t', '        '),
      isInline: fc.boolean(),
      noise: fc.constantFrom('', '', '', '\n', '# comment\n', '      # type: int\n', '\f\n', '  \n\t\n'),
      statements: fc.array(tie('statement'), { minLength: 1, maxLength: 3 }),
    }),
  }
})

function written(clauses: readonly Clause[], indent: string): string {
  return clauses
    .map(({ head, body }) => {
      const text = indent + textOf(head)
      return body ? `${text}:${below(body, indent)}` : `${text}\n`
    })
    .join('')
}

function below({ indent, isInline, noise, statements }: Block, around: string): string {
  const [only] = statements
  const [clause] = only ?? []
  if (isInline && clause && only?.length === 1 && !clause.body && clause.head[0]?.text !== '@')
    return ` ${textOf(clause.head)}\n`
  return ` # type: ignore\n${noise}${statements.map(each => written(each, around + indent) + noise).join('')}`
}

const program = fc
  .tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.array(statement, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: matches.map(each => [each]) },
    ),
    fc.constantFrom('', '\ufeff', '\n\f', '#!/bin/x\n'),
    fc.boolean(),
  )
  .map(([statements, start, hasReturns]) => {
    const text = start + statements.map(each => written(each, '')).join('')
    return hasReturns ? text : text.replace(/\n$/, '')
  })

/** Programs as nobody writes them, most of them sound. */
export function randomPrograms(seed: number, numRuns: number): readonly string[] {
  return fc.sample(program, { seed, numRuns })
}
