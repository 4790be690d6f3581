/** What a free name of a call stands for, and so which values make sense for it. */
export type Role =
  | 'in_channels'
  | 'out_channels'
  | 'channels'
  | 'kernel_size'
  | 'stride'
  | 'padding'
  | 'output_padding'
  | 'groups'
  | 'dilation'
  | 'flag'
  | 'norm'
  | 'padding_mode'
  | 'device'
  | 'dtype'
  | 'index'
  | 'padding_function'
  | 'kwargs'

/** Something that a call reads: `k`, `self.stride`, `cfg["k"]`; with `list`, `h.upsample_rates` of `h.upsample_rates[i]`. */
export interface FreeName {
  readonly expression: string
  readonly role: Role
  readonly list: boolean
}

/** Python that has a value. */
export interface Expression {
  readonly text: string
  readonly names: readonly FreeName[]
  /** Import statements that it needs. */
  readonly imports: readonly string[]
  /** The value of an integer literal. */
  readonly value: number | null
}

export function verbatim(text: string): Expression {
  return { text, names: [], imports: [], value: null }
}

export function integer(value: number): Expression {
  return { ...verbatim(String(value)), value }
}

export function free(expression: string, role: Role): Expression {
  return { ...verbatim(expression), names: [{ expression, role, list: false }] }
}

/** Python text with expressions in it. */
export function py(strings: TemplateStringsArray, ...parts: readonly Expression[]): Expression {
  return {
    text: strings.map((string, index) => string + (parts[index]?.text ?? '')).join(''),
    names: unique(parts.flatMap(part => part.names)),
    imports: [...new Set(parts.flatMap(part => part.imports))],
    value: null,
  }
}

export function importing(statement: string, expression: Expression): Expression {
  return { ...expression, imports: [...expression.imports, statement] }
}

export function unique(names: readonly FreeName[]): readonly FreeName[] {
  return [...new Map(names.map(name => [name.expression, name])).values()]
}

/** `h` of `h.rates`, `cfg` of `cfg["k"]`: what has to be bound for the name to have a value. */
export function rootOf(name: FreeName): string {
  return name.expression.split(/[.[]/)[0] ?? name.expression
}
