import fc from 'fast-check'
import { characters, nests, statements } from './pieces.ts'

/** Changes a text in one way. */
type Mutation = (text: string) => string

/** The tokens of a text, roughly: enough to cut programs, TOML and JSON where it hurts. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|\r\n|[^\S\r\n]+|[\s\S]/gu) ?? []
}

/** A place in a list, as a share of it. */
const place = fc.nat(9999)
const at = (share: number, length: number) => Math.floor((share * (length + 1)) / 10_000)
const count = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 60 }) },
)

const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, make: (drawn: T) => Mutation) =>
  fc.record(model).map(drawn => make(drawn as T))

/** Puts tokens in the place of some. */
function replaced(text: string, share: number, length: number, by: (taken: readonly string[]) => readonly string[]) {
  const tokens = tokensOf(text)
  const start = at(share, tokens.length)
  const taken = tokens.slice(start, start + length)
  return [...tokens.slice(0, start), ...by(taken), ...tokens.slice(start + length)].join('')
}

const deletes = record<{ a: number; n: number }>(
  { a: place, n: count },
  ({ a, n }) =>
    text =>
      replaced(text, a, n, () => []),
)

const doubles = record<{ a: number; n: number }>(
  { a: place, n: count },
  ({ a, n }) =>
    text =>
      replaced(text, a, n, taken => [...taken, ...taken]),
)

/** Moves tokens of one place to another. */
const splices = record<{ a: number; b: number; n: number }>({ a: place, b: place, n: count }, ({ a, b, n }) => text => {
  const tokens = tokensOf(text)
  const start = at(b, tokens.length)
  return replaced(text, a, 0, () => tokens.slice(start, start + n))
})

const truncates = record<{ a: number; fromEnd: boolean }>(
  { a: place, fromEnd: fc.boolean() },
  ({ a, fromEnd }) =>
    text => {
      const cut = at(a, text.length)
      return fromEnd ? text.slice(0, cut) : text.slice(cut)
    },
)

const inserts = (pieces: readonly string[]) =>
  record<{ a: number; piece: string }>(
    { a: place, piece: fc.constantFrom(...pieces) },
    ({ a, piece }) =>
      text =>
        replaced(text, a, 0, () => [piece]),
  )

const replaces = (pieces: readonly string[]) =>
  record<{ a: number; piece: string }>(
    { a: place, piece: fc.constantFrom(...pieces) },
    ({ a, piece }) =>
      text =>
        replaced(text, a, 1, () => [piece]),
  )

/** Puts a statement before a line, indented as the line is. */
const states = record<{ a: number; statement: string }>(
  { a: place, statement: fc.constantFrom(...statements) },
  ({ a, statement }) =>
    text => {
      const lines = text.split('\n')
      const row = at(a, lines.length)
      const indent = /^[ \t]*/.exec(lines[row] ?? '')?.[0] ?? ''
      return lines.toSpliced(row, 0, indent + statement.replaceAll('\n', `\n${indent}`)).join('\n')
    },
)

const lineEnds = record<{ a: number; n: number; end: string }>(
  {
    a: place,
    n: fc.integer({ min: 1, max: 400 }),
    end: fc.constantFrom('\r\n', '\r', '\n\n', '\f\n', ' \n', '\n\t', '\\\n'),
  },
  ({ a, n, end }) =>
    text =>
      replaced(text, a, n, taken => taken.map(each => (each === '\n' ? end : each))),
)

const indents = record<{ a: number; n: number; by: string }>(
  { a: place, n: fc.integer({ min: 1, max: 400 }), by: fc.constantFrom('\t', '  ', ' ', '\f    ', '\u00a0   ') },
  ({ a, n, by }) =>
    text =>
      replaced(text, a, n, taken => taken.map(each => (/^ {2,}$/.test(each) ? by : each))),
)

const marks = fc.constantFrom<Mutation>(
  text => `\uFEFF${text}`,
  text => `#!/usr/bin/env python\n# vim: set fileencoding=latin-1 :\n${text}`,
  text => text.replaceAll('    ', '\t'),
  text => text.replaceAll('\n', '\r'),
  text => text.replaceAll('\n', '\r\n'),
  text => text.replaceAll('\n', ' \\\n'),
  text => text.trimEnd(),
)

/** One line as long as a file. */
const lengthens = record<{ a: number; piece: string; n: number }>(
  { a: place, piece: fc.constantFrom('x', ' ', '😀', '\u0301', '"', '# '), n: fc.constantFrom(1000, 20_000, 200_000) },
  ({ a, piece, n }) =>
    text =>
      replaced(text, a, 0, () => [piece.repeat(n)]),
)

const deepens = record<{ a: number; n: number; nest: readonly [string, string]; depth: number }>(
  { a: place, n: fc.nat(3), nest: fc.constantFrom(...nests), depth: fc.constantFrom(30, 300, 1400, 1600, 10_000) },
  ({ a, n, nest: [open, end], depth }) =>
    text =>
      replaced(text, a, n, taken => [open.repeat(depth), ...taken, end.repeat(depth)]),
)

const rest: readonly { weight: number; arbitrary: fc.Arbitrary<Mutation> }[] = [
  { weight: 30, arbitrary: deletes },
  { weight: 15, arbitrary: doubles },
  { weight: 25, arbitrary: splices },
  { weight: 5, arbitrary: truncates },
]

/** Some changes of a program, one after the other; those that make it large are few. */
export const programMutations: fc.Arbitrary<Mutation> = fc
  .array(
    fc.oneof(
      ...rest,
      { weight: 25, arbitrary: inserts(characters) },
      { weight: 15, arbitrary: replaces(characters) },
      { weight: 60, arbitrary: states },
      { weight: 6, arbitrary: lineEnds },
      { weight: 6, arbitrary: indents },
      { weight: 4, arbitrary: marks },
      { weight: 1, arbitrary: fc.oneof({ weight: 1, arbitrary: lengthens }, { weight: 2, arbitrary: deepens }) },
    ),
    { maxLength: 6 },
  )
  .map(chain)

/** Some changes of another text, of whose language these are pieces. */
export function mutations(pieces: readonly string[]): fc.Arbitrary<Mutation> {
  const kinds = [...rest, { weight: 30, arbitrary: inserts(pieces) }, { weight: 15, arbitrary: replaces(pieces) }]
  return fc.array(fc.oneof(...kinds), { maxLength: 6 }).map(chain)
}

function chain(all: readonly Mutation[]): Mutation {
  return text => all.reduce((changed, mutate) => mutate(changed), text)
}
