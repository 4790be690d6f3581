import fc from 'fast-check'
import { either, list, maybe, row, type Tokens, textOf, token } from './random_tokens.ts'

/** None that classes give another name (`__a`): we do not. */
const names = token(...'x y torch nn self a_1 _ match case type π 变量 ConvTranspose1d f async_ b rb'.split(' '))

export const name = names

const numbers = token(...'1 0 42 0x1F 0b1_0 0o17 1_000 1. .5 1.5e-3 1e5 2j 1.5J 00 1E+5 0XfF'.split(' '))
const strings = token(
  '"a"',
  "'b'",
  '""',
  "''",
  '"""c\n"d" \\\n"""',
  "'''e'''",
  'r"\\d\\""',
  'b"\\x00"',
  'u"é"',
  '"\\N{EM DASH}\\n\\\'"',
  "Rb'\\''",
  '"\\\n"',
  '"#"',
  '"{x}"',
)

/** The parts of an f-string, whose quotes are not among them. */
function formatted(inner: fc.Arbitrary<Tokens>): fc.Arbitrary<Tokens> {
  const conversion = fc.constantFrom('', '!r', '!s', '=', ' = ', '=!a')
  const specifier = fc.constantFrom('', ':', ':>10', ':{y}.{x!r:>{w}}', ':%Y-%m #')
  const field = fc
    .tuple(inner, conversion, specifier)
    .map(([tokens, kind, format]) => `{ ${textOf(tokens, true)}${kind}${format}}`)
  const text = fc.constantFrom('', 'a', '{{', '}}', ' # ', '采样', '\\n', '😀')
  const content = fc.array(fc.oneof(field, text), { maxLength: 4 }).map(each => each.join(''))
  return fc
    .tuple(fc.constantFrom('f', 'F'), content, fc.constantFrom('"', "'", '"""'), fc.nat({ max: 39 }))
    .map(([prefix, body, quote, gap]) => [{ text: prefix + quote + body + quote, gap }])
}

const comparators = either('==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not')
const operators = token(...'+ - * / // % @ ** << >> & | ^'.split(' '))

interface Arbitraries {
  readonly [kind: string]: Tokens
  readonly atom: Tokens
  readonly primary: Tokens
  readonly operand: Tokens
  readonly test: Tokens
  readonly expression: Tokens
  readonly arguments: Tokens
  readonly subscripts: Tokens
  readonly parameters: Tokens
  readonly clauses: Tokens
  readonly target: Tokens
}

const depth = { maxDepth: 3, depthSize: 'small' as const, depthIdentifier: 'python' }
const oneof = (...all: readonly fc.Arbitrary<Tokens>[]) => fc.oneof(depth, ...all)

export const arbitraries = fc.letrec<Arbitraries>(tie => {
  const [expression, test, primary, clauses] = [tie('expression'), tie('test'), tie('primary'), tie('clauses')]
  const starred = oneof(expression, row('*', tie('operand')))
  const simple = oneof(names, row(names, '.', names), row(names, '(', names, ')'), row(names, '[', numbers, ']'))
  return {
    atom: oneof(
      names,
      numbers,
      strings,
      token('True', 'None', '...'),
      fc.array(fc.oneof(strings, formatted(simple)), { minLength: 1, maxLength: 3 }).map(each => each.flat()),
      row('(', expression, ')'),
      row('(', ')'),
      row('(', starred, ',', list(starred, ',', 0), ')'),
      row('[', list(starred, ',', 0), ']'),
      row('{', list(starred, ',', 1), '}'),
      row('{', list(oneof(row(expression, ':', expression), row('**', tie('operand'))), ',', 0), '}'),
      row('[', expression, clauses, ']'),
      row('{', expression, clauses, '}'),
      row('(', expression, clauses, ')'),
      row('{', expression, ':', expression, clauses, '}'),
      row('(', 'yield', maybe(expression), ')'),
      row('(', names, ':=', expression, ')'),
      formatted(
        oneof(
          simple,
          row(simple, operators, simple),
          row(simple, comparators, simple),
          row('(', expressionOf(simple), ')'),
        ),
      ),
    ),
    primary: oneof(
      tie('atom'),
      row(names, '.', names, '(', tie('arguments'), ')'),
      row(primary, '.', names),
      row(primary, '(', tie('arguments'), ')'),
      row(primary, '[', tie('subscripts'), ']'),
    ),
    operand: oneof(
      primary,
      row('await', primary),
      row(token('-', '+', '~'), tie('operand')),
      row(tie('operand'), operators, tie('operand')),
    ),
    test: oneof(
      tie('operand'),
      row('not', test),
      row(tie('operand'), comparators, tie('operand')),
      row(tie('operand'), comparators, tie('operand'), comparators, tie('operand')),
      row(test, token('and', 'or'), test),
    ),
    expression: oneof(
      test,
      row(test, 'if', test, 'else', expression),
      row('lambda', tie('parameters'), ':', expression),
    ),
    arguments: oneof(
      fc.constant([]),
      list(oneof(expression, row('*', expression)), ',', 1),
      row(expression, clauses),
      row(
        list(oneof(expression, row('*', expression), row(names, ':=', expression)), ',', 1, false),
        ',',
        list(oneof(row(token('k', 'stride', 'match', 'π'), '=', expression), row('**', expression)), ',', 1),
      ),
    ),
    subscripts: list(
      oneof(
        expression,
        row(maybe(expression), ':', maybe(expression), maybe(':', maybe(expression))),
        row('*', tie('operand')),
      ),
      ',',
      1,
    ),
    parameters: oneof(
      fc.constant([]),
      row('p'),
      row('p', ',', 'q', '=', expression),
      row('*', 'p', ',', '**', 'q'),
      row('p', ',', '/', ',', 'q', ',', '*', ',', 'r', ',', 's', '=', expression, maybe(',')),
    ),
    clauses: row(
      maybe('async'),
      'for',
      tie('target'),
      'in',
      tie('test'),
      oneof(fc.constant([]), row('if', tie('test')), clauses),
    ),
    target: oneof(
      names,
      row(primary, '.', names),
      row(primary, '[', tie('subscripts'), ']'),
      row('(', tie('target'), ')'),
      row('(', tie('target'), ',', list(tie('target'), ',', 0), ')'),
      row('[', list(tie('target'), ',', 0), ']'),
    ),
  }
})

function expressionOf(simple: fc.Arbitrary<Tokens>): fc.Arbitrary<Tokens> {
  return either(
    simple,
    row(simple, 'if', simple, 'else', simple),
    row('lambda', 'z', ':', simple),
    row(names, ':=', simple),
  )
}
