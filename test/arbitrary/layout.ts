import fc from 'fast-check'

/** How a call is spread over lines. */
export interface Layout {
  readonly breaks: 'none' | 'each' | 'pairs' | 'inner'
  /** Where the first argument stands, and the closing parenthesis. */
  readonly open: 'same' | 'next'
  readonly close: 'same' | 'own'
  readonly trailingComma: boolean
  readonly comma: string
  readonly equals: string
  readonly tight: boolean
  readonly beforeParenthesis: string
  /** What follows, and what stands above, the line at an index; undefined and null are nothing, '' above is a blank line. */
  readonly after: readonly (string | null)[]
  readonly above: readonly (string | null)[]
}

const comments = [
  '# upsample',
  '# 上采样 ×2',
  '# 😀 twice as long',
  '# noqa: E501',
  '# type: ignore',
  "# don't crop (k - u) // 2, )",
  '# nn.ConvTranspose1d(1, 1, 3)',
  '# padding="same"?',
  '#',
]

const seldom = <T>(value: fc.Arbitrary<T>, usual: T, weight = 12) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: value })

const remarks = (extra: readonly string[]) =>
  seldom(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant<string | null>(null) },
        { weight: 1, arbitrary: fc.constantFrom<string | null>(...comments, ...extra) },
      ),
      { minLength: 1, maxLength: 12 },
    ),
    [],
    3,
  )

export const arbitraryLayout: fc.Arbitrary<Layout> = fc.record({
  breaks: fc.oneof(
    { weight: 55, arbitrary: fc.constant<Layout['breaks']>('none') },
    { weight: 30, arbitrary: fc.constant<Layout['breaks']>('each') },
    { weight: 15, arbitrary: fc.constantFrom<Layout['breaks']>('pairs', 'inner') },
  ),
  open: fc.constantFrom('same', 'next', 'next'),
  close: fc.constantFrom('same', 'own', 'own'),
  trailingComma: fc.boolean(),
  comma: seldom(fc.constantFrom(',', ' , '), ', '),
  equals: seldom(fc.constant(' = '), '='),
  tight: fc.boolean(),
  beforeParenthesis: seldom(fc.constant(' '), '', 40),
  after: remarks([]),
  above: remarks(['']),
})

/** `2*u` for `2 * u`; strings of real calls hold no operators. */
export function tighten(expression: string): string {
  return expression.replace(/ (\/\/|\*\*|[-+*%/]) /g, '$1')
}

function groupSize(layout: Layout, count: number): number {
  if (layout.breaks === 'each') return 1
  return layout.breaks === 'pairs' ? 2 : Math.max(count, 1)
}

function grouped<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []))
}

/** The call's text; `indent` is that of its line, `unit` one step more. */
export function layOut(callee: string, args: readonly string[], layout: Layout, indent: string, unit: string): string {
  const head = `${callee}${layout.beforeParenthesis}(`
  if (layout.breaks === 'none') return `${head}${args.join(layout.comma)}${layout.trailingComma ? ',' : ''})`
  const groups = grouped(args, groupSize(layout, args.length)).map(group => group.join(layout.comma))
  const inner = layout.open === 'same' ? `${indent}${unit}${unit}` : `${indent}${unit}`
  const lines = groups.map((group, index) => line(group, index, groups.length, layout, inner))
  const close = layout.close === 'own' || layout.after[groups.length - 1] ? `\n${indent})` : ')'
  return layout.open === 'same' ? `${head}${lines.join('').trimStart()}${close}` : `${head}${lines.join('')}${close}`
}

function line(group: string, index: number, count: number, layout: Layout, indent: string): string {
  const comma = index < count - 1 || layout.trailingComma ? ',' : ''
  const remark = layout.after[index]
  return `${above(index, layout, indent)}\n${indent}${group}${comma}${remark ? `  ${remark}` : ''}`
}

function above(index: number, layout: Layout, indent: string): string {
  const remark = layout.above[index]
  if (remark === undefined || remark === null || (index === 0 && layout.open === 'same')) return ''
  return remark === '' ? '\n' : `\n${indent}${remark}`
}
