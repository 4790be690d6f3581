import type { Node } from './node.ts'
import type { Home } from './value.ts'

/** Longer than any program computes a name. */
const mostSteps = 8
const anything = '\\w*'

/** A regular expression, without its ends, for the names that an expression can give; without special signs where it is one name. */
export function namePattern(node: Node | null | undefined, home: Home, steps = mostSteps): string {
  if (!node || steps === 0) return anything
  const of = (part: Node | null | undefined) => namePattern(part, home, steps - 1)
  switch (node.type) {
    case 'string':
      return stringPattern(node, home)
    case 'concatenated_string':
      return node.parts.map(of).join('')
    case 'parenthesized_expression':
      return of(node.parts[0])
    case 'conditional_expression':
      return either([of(node.parts[0]), of(node.parts[2])])
    case 'identifier':
      return either((home.given(node) ?? []).map(of))
    case 'binary_operator':
      return binaryPattern(node, of)
    case 'call':
      return formatPattern(node, home, of)
    default:
      return anything
  }
}

function stringPattern(node: Node, home: Home): string {
  const fixed = node.children.map(part => {
    if (part.type === 'interpolation') return anything
    return part.type === 'string_content' ? home.text(part).replace(/[^\w]/g, '\\$&') : ''
  })
  return fixed.join('')
}

function binaryPattern(node: Node, of: (part: Node | null) => string): string {
  if (node.has('+')) return of(node.child('left')) + of(node.child('right'))
  return node.has('%') ? of(node.child('left')).replace(/\\%\d*[a-z]/g, anything) : anything
}

function formatPattern(call: Node, home: Home, of: (part: Node | null) => string): string {
  const callee = call.child('function')
  const method = callee?.type === 'attribute' ? callee.child('attribute') : null
  if (!callee || !method || home.text(method) !== 'format') return anything
  return of(callee.child('object')).replace(/\\\{.*?\\\}/g, anything)
}

function either(patterns: readonly string[]): string {
  const [first = anything, ...others] = new Set(patterns)
  return others.length > 0 ? `(?:${[first, ...others].join('|')})` : first
}
