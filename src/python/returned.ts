import { type Node, walk } from './node.ts'
import { type FunctionValue, followed, unknown, type Value } from './value.ts'

/** What the function's return statements give; unknown for what is decorated, a generator or a coroutine, or does more. */
export function returnedValues({ definition, home }: FunctionValue): readonly Value[] {
  const body = definition.child('body')
  if (body && definition.type === 'lambda') return followed(body, home)
  if (!body || definition.has('async') || holdsOne(body, 'yield')) return [unknown]
  const values = returnedNodes(definition).flatMap(node => followed(node, home))
  if (definition.parent?.type === 'decorated_definition') return [...values, unknown]
  // A call that does more than return something cannot be left out.
  return body.parts.every(isQuiet) ? values : [...values, unknown]
}

function isQuiet(statement: Node): boolean {
  const mayBeQuiet = /^(return_statement|if_statement|pass_statement|expression_statement)$/.test(statement.type)
  return mayBeQuiet && !holdsOne(statement, 'call')
}

function holdsOne(root: Node, type: string): boolean {
  for (const node of walk(root)) if (node.type === type) return true
  return false
}

/** The expressions that a function returns. */
export function returnedNodes(definition: Node): readonly Node[] {
  const body = definition.child('body')
  if (body && definition.type === 'lambda') return [body]
  const statements = body ? [...walk(body)].filter(node => node.type === 'return_statement') : []
  const own = statements.filter(node => node.within('function_definition', 'lambda') === definition)
  return own.flatMap(statement => statement.parts[0] ?? [])
}
