import fc from 'fast-check'
import { type FreeName, rootOf } from './expression.ts'
import type { Spelling } from './imports.ts'

/** Stands for the call until its text is known. */
export const hole = '\0'

export type Enclosure = 'module' | 'main' | 'function' | 'method' | 'loop'
export type StatementKind = keyof typeof statements

interface Context {
  readonly spelling: Spelling
  readonly names: readonly FreeName[]
  readonly unit: string
  readonly method: boolean
}

/** Lines of Python, the call at a hole in one of them; indented by the unit where they are deeper. */
export type Lines = readonly string[]

/** A name of torch.nn; `None` where the file does not have it, as nothing of it is run. */
const member = ({ nn }: Spelling, name: string) => (nn === null ? null : `${nn}${name}`)

const target = ({ method }: Context) => (method ? 'self.up' : 'up')

/** `[call, activation]`, or a Sequential of them. */
function sequence(context: Context, name: string, items: readonly string[], list: boolean): Lines {
  const container = member(context.spelling, name)
  const open = container ? (list ? `${container}([` : `${container}(`) : '['
  const close = container ? (list ? '])' : ')') : ']'
  return [`${target(context)} = ${open}`, ...items.map(item => `${context.unit}${item},`), close]
}

/** The roots that a loop, a lambda or a comprehension can bind. */
function variables(names: readonly FreeName[]): readonly string[] {
  const plain = names.filter(name => !name.list && /^\w+$/.test(name.expression))
  return plain.filter(({ role }) => role !== 'kwargs' && role !== 'padding_function').map(name => name.expression)
}

/** `for i, (u, k) in enumerate(zip(us, ks))` */
export function forHead(names: readonly FreeName[]): string {
  const geometry = names.filter(({ role }) => ['index', 'kernel_size', 'stride'].includes(role))
  const bound = variables(geometry)
  const items = bound.filter(name => name !== 'i')
  const list = items.length > 1 ? `zip(${items.map(name => `${name}_list`).join(', ')})` : `${items[0] ?? 'rate'}_list`
  const item = items.length > 1 ? `(${items.join(', ')})` : items[0]
  if (!bound.includes('i')) return `for ${items.join(', ') || '_'} in ${items.length ? list : 'range(4)'}`
  return item ? `for i, ${item} in enumerate(${list})` : `for i in range(len(${list}))`
}

function lambda({ names }: Context): string {
  const bound = variables(names).filter(name => name !== 'i')
  return `lambda ${bound.join(', ')}`.trimEnd()
}

const statements = {
  assign: context => [`${target(context)} = ${hole}`],
  annotated: context => [`${target(context)}: object = ${hole}`],
  backslash: context => [`${target(context)} = \\`, `${context.unit}${hole}`],
  append: context => [`${context.method ? 'self.ups' : 'ups'}.append(${hole})`],
  normed: context => [`${target(context)} = weight_norm(${hole})`],
  normedBlock: context => [
    `${context.method ? 'self.ups' : 'ups'}.append(`,
    `${context.unit}weight_norm(`,
    `${context.unit}${context.unit}${hole}`,
    `${context.unit})`,
    ')',
  ],
  normedName: context => [`${target(context)} = weight_norm(`, `${context.unit}${hole}, name='weight'`, ')'],
  sequential: context => sequence(context, 'Sequential', ['snake(dim)', hole, 'snake(dim // 2)'], false),
  sequentialLine: context => {
    const container = member(context.spelling, 'Sequential') ?? 'list'
    return [`${target(context)} = ${container}(${hole}, activation())  # up`]
  },
  moduleList: context => sequence(context, 'ModuleList', ['block(1)', hole], true),
  comprehension: context => [
    `${target(context)} = [`,
    `${context.unit}${hole}`,
    `${context.unit}${forHead(context.names)}`,
    ']',
  ],
  comprehensionLine: context => [`ups = list(${hole} ${forHead(context.names)})`],
  lambda: context => [`${target(context)} = ${lambda(context)}: ${hole}`],
  dictionary: context => ['modes = {', `${context.unit}"up": ${hole},  # 上`, `${context.unit}"none": None,`, '}'],
  conditional: context => [`${target(context)} = ${hole} if upsample else identity`],
  branch: context => ['if mode == "up":', `${context.unit}up = ${hole}`, 'else:', `${context.unit}up = None`],
  applied: () => [`y = ${hole}(x)`],
  keyword: context => [`${target(context)} = Block(${hole}, scale=2)`, 'setup = True'],
  semicolon: context => [`setup = True; ${target(context)} = ${hole}`],
} as const satisfies Readonly<Record<string, (context: Context) => Lines>>

export interface Place {
  readonly enclosure: Enclosure
  readonly statement: StatementKind
}

const wrapped = fc.constantFrom<StatementKind>('normed', 'normedBlock', 'normedBlock', 'normedName')
const simple = fc.constantFrom<StatementKind>('assign', 'assign', 'append', 'sequential', 'sequentialLine')
// Object.keys gives string[]; these are the keys of a constant.
const any = fc.constantFrom(...(Object.keys(statements) as StatementKind[]))

export const arbitraryPlace: fc.Arbitrary<Place> = fc.record({
  enclosure: fc.constantFrom<Enclosure>(
    'method',
    'method',
    'method',
    'loop',
    'loop',
    'loop',
    'function',
    'module',
    'main',
  ),
  statement: fc.oneof(
    { weight: 4, arbitrary: wrapped },
    { weight: 4, arbitrary: simple },
    { weight: 3, arbitrary: any },
  ),
})

/** Parameters that bind what the call reads, flags with a default at the end. */
function signature(names: readonly FreeName[], first: readonly string[]): string {
  const bound = names.filter(({ role }) => role !== 'padding_function' && role !== 'kwargs')
  const plain = bound.filter(({ role }) => role !== 'flag').map(rootOf)
  const flags = bound.filter(({ role }) => role === 'flag').map(name => `${rootOf(name)}=True`)
  const rest = names.some(({ role }) => role === 'kwargs') ? ['**kwargs'] : []
  return [...new Set([...first, ...plain.filter(name => name !== 'self'), ...flags, ...rest])].join(', ')
}

const indent = (lines: Lines, unit: string): Lines => lines.map(line => `${unit}${line}`)

function method({ spelling, unit, names }: Context, body: Lines): Lines {
  const base = member(spelling, 'Module')
  return [
    '',
    `class Generator${base ? `(${base})` : ''}:`,
    `${unit}def __init__(${signature(names, ['self'])}):`,
    ...indent(indent(['super().__init__()', ...body], unit), unit),
    '',
    `${unit}def forward(self, x):`,
    `${unit}${unit}return self.up(x)  # nn.ConvTranspose1d`,
  ]
}

const enclosures: Readonly<Record<Enclosure, (context: Context, body: Lines) => Lines>> = {
  module: ({ names }, body) => {
    const roots = [...new Set(names.filter(({ role }) => role !== 'padding_function').map(rootOf))]
    return roots.length ? [`from hparams import ${roots.join(', ')}`, '', ...body] : ['', ...body]
  },
  main: ({ unit }, body) => ['', 'if __name__ == "__main__":', ...indent(body, unit)],
  function: ({ names, unit }, body) => [
    '',
    `def build(${signature(names, [])}):`,
    ...indent([...body, 'return locals()'], unit),
  ],
  method,
  loop: (context, body) => method(context, [`${forHead(context.names)}:`, ...indent(body, context.unit)]),
}

/** Where the call really stands: what reads `self` is in a method. */
export function enclosureOf(place: Place, names: readonly FreeName[]): Enclosure {
  const needsMethod = names.some(name => rootOf(name) === 'self')
  return needsMethod && place.enclosure !== 'loop' ? 'method' : place.enclosure
}

export function linesOf(place: Place, spelling: Spelling, names: readonly FreeName[], unit: string): Lines {
  const enclosure = enclosureOf(place, names)
  const context = { spelling, names, unit, method: enclosure === 'method' || enclosure === 'loop' }
  return enclosures[enclosure](context, statements[place.statement](context))
}
