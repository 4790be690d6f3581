import fc from 'fast-check'
import { type Arguments, arbitraryArguments, argumentText, type Parameter } from './arguments.ts'
import { type FreeName, unique } from './expression.ts'
import { arbitraryPrelude, arbitrarySpelling, type Prelude, type Spelling } from './imports.ts'
import { arbitraryLayout, type Layout, layOut, tighten } from './layout.ts'
import { arbitraryPlace, type Enclosure, enclosureOf, hole, linesOf, type Place, type StatementKind } from './places.ts'

/** A Python file with one call of torch.nn.ConvTranspose1d. `arbitraryValuation` gives its names values. */
export interface GeneratedFile {
  readonly source: string
  /** The call's own text, and where it begins in the source. */
  readonly call: string
  readonly start: number
  /** What is called, such as `nn.ConvTranspose1d`. */
  readonly callee: string
  /** What the call reads, torch apart. */
  readonly names: readonly FreeName[]
  /** Import statements by which the call alone can be run, given its names. */
  readonly imports: readonly string[]
  /** The integers that the call writes or leaves at their default. */
  readonly literals: Readonly<Partial<Record<Parameter, number>>>
  readonly style: Style
}

export interface Style {
  readonly enclosure: Enclosure
  readonly statement: StatementKind
  readonly layout: Layout
  readonly lineEnd: string
  readonly unit: string
  readonly bom: boolean
  readonly positionals: number
  readonly keywords: readonly Parameter[]
  readonly starred: boolean
}

interface Text {
  readonly lineEnd: string
  readonly unit: string
  readonly bom: boolean
  readonly finalLineEnd: boolean
}

const mostly = <T>(weight: number, usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const arbitraryText: fc.Arbitrary<Text> = fc.record({
  lineEnd: mostly(9, '\n', '\r\n'),
  unit: mostly(4, '    ', '\t', '  '),
  bom: mostly(25, false, true),
  finalLineEnd: mostly(9, true, false),
})

const arbitraryParts = fc.record({
  spelling: arbitrarySpelling,
  prelude: arbitraryPrelude,
  place: arbitraryPlace,
  argumentsFor: arbitraryArguments,
  layout: arbitraryLayout,
  text: arbitraryText,
})

type Parts = typeof arbitraryParts extends fc.Arbitrary<infer T> ? T : never

export const arbitraryFile: fc.Arbitrary<GeneratedFile> = arbitraryParts.map(file)

function file({ spelling, prelude, place, argumentsFor, layout, text }: Parts): GeneratedFile {
  const bound = argumentsFor(spelling.torch ?? 'torch')
  const names = unique(bound.arguments.flatMap(argument => argument.value.names))
  const lines = linesOf(place, spelling, names, text.unit)
  const call = layOut(spelling.callee, textsOf(bound, layout), layout, indentAt(lines), text.unit)
  const imports = importsOf(bound, spelling)
  const whole = [...prelude.top, ...prelude.before, ...imports, ...around(prelude, place), ...lines].join('\n')
  return {
    ...assemble(whole, call, text),
    callee: spelling.callee,
    names,
    imports: imports.filter(line => !line.startsWith('from .')),
    literals: bound.literals,
    style: { ...styleOf(bound), ...text, layout, statement: place.statement, enclosure: enclosureOf(place, names) },
  }
}

function textsOf({ arguments: args }: Arguments, layout: Layout): readonly string[] {
  const texts = args.map(argument => argumentText(argument, layout.equals))
  return layout.tight ? texts.map(tighten) : texts
}

function importsOf({ arguments: args }: Arguments, spelling: Spelling): readonly string[] {
  const needsTorch = !spelling.torch && args.some(({ value }) => value.text.startsWith('torch.'))
  const needed = args.flatMap(({ value }) => value.imports)
  return [...new Set(needed), ...(needsTorch ? ['import torch'] : []), ...spelling.lines]
}

function around(prelude: Prelude, place: Place): readonly string[] {
  const wrapper = place.statement.startsWith('normed') ? ['from torch.nn.utils import weight_norm'] : []
  return [...wrapper, ...prelude.after]
}

/** The indentation of the line that holds the call. */
function indentAt(lines: readonly string[]): string {
  return /^[ \t]*/.exec(lines.find(line => line.includes(hole)) ?? '')?.[0] ?? ''
}

function assemble(whole: string, call: string, text: Text) {
  const ended = (part: string) => part.replaceAll('\n', text.lineEnd)
  const [before = '', after = ''] = whole.split(hole)
  const head = `${text.bom ? '\uFEFF' : ''}${ended(before)}`
  const source = `${head}${ended(call)}${ended(after)}${text.finalLineEnd ? text.lineEnd : ''}`
  return { source, call: ended(call), start: head.length }
}

function styleOf({ arguments: args }: Arguments) {
  return {
    positionals: args.filter(({ parameter, keyword }) => parameter && !keyword).length,
    keywords: args.flatMap(({ parameter, keyword }) => (parameter && keyword ? [parameter] : [])),
    starred: args.some(({ parameter }) => !parameter),
  }
}
