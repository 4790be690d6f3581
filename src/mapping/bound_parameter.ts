import type { Expression } from '../python/expression.ts'
import type { Node } from '../python/node.ts'
import { printFormula } from '../python/print_expression.ts'
import type { BoundCall } from './bind.ts'
import type { Parameter, Signature } from './signature.ts'

/** A parameter and what it gets: text of the call, its default, or what only the running program knows. */
export type BoundParameter =
  | { readonly name: string; readonly standing: 'given' | 'default'; readonly text: string }
  | { readonly name: string; readonly standing: 'unknown' }

/** What each parameter of a signature gets, in the signature's order. */
export function boundParameters(
  { parameters }: Signature,
  call: Exclude<BoundCall, { kind: 'invalid' }>,
  text: (node: Node) => string,
): readonly BoundParameter[] {
  return parameters.map((parameter): BoundParameter => {
    const { name } = parameter
    const argument = call.arguments.get(name)
    if (argument) return { name, standing: 'given', text: text(argument.value) }
    if (call.kind === 'starred') return { name, standing: 'unknown' }
    return { name, standing: 'default', text: defaultText(parameter) }
  })
}

function defaultText({ default: value, defaultText }: Parameter): string {
  return defaultText ?? (value ? literal(value) : '')
}

function literal(value: Expression): string {
  return value.kind === 'string' ? `'${value.value}'` : printFormula(value)
}
