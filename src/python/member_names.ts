import type { Node } from './node.ts'
import { followed, type Home } from './value.ts'

/** Longer than any program computes a name. */
const mostSteps = 8
const anything = '\\w*'
/** A pattern of more signs, or of more choices, is of no name; trying all ways to match it could take forever. */
const [mostSigns, mostChoices] = [500, 4]

/** A regular expression, without its ends, for the names that an expression can give; without special signs where it is one name. */
export function namePattern(node: Node | null | undefined, home: Home, steps = mostSteps): string {
  if (!node || steps === 0) return anything
  const pattern = patternOf(node, home, (part, from = home) => namePattern(part, from, steps - 1))
  const choices = pattern.match(/\(\?:/g)?.length ?? 0
  return pattern.length > mostSigns || choices > mostChoices ? anything : pattern
}

type PatternOf = (part: Node | null | undefined, from?: Home) => string

function patternOf(node: Node, home: Home, of: PatternOf): string {
  switch (node.type) {
    case 'string':
      return stringPattern(node, home, of)
    case 'integer':
      return home.text(node)
    case 'concatenated_string':
      return joined(node.parts.map(part => of(part)))
    case 'parenthesized_expression':
      return of(node.parts[0])
    case 'conditional_expression':
      return either([of(node.parts[0]), of(node.parts[2])])
    case 'identifier':
      return givenPattern(node, home, of)
    case 'binary_operator':
      return binaryPattern(node, of)
    case 'call':
      return formatPattern(node, home, of)
    default:
      return textPattern(node, home, of)
  }
}

function givenPattern(name: Node, home: Home, of: PatternOf): string {
  const given = home.given(name)
  return given ? either(given.map(each => of(each))) : textPattern(name, home, of)
}

/** Of what are texts that stand in the program, as far as can be seen: in a group, so that it is never one certain name. */
function textPattern(node: Node, home: Home, of: PatternOf): string {
  const texts = followed(node, home).map(value => (value.kind === 'string' ? of(value.node, value.home) : anything))
  const pattern = either(texts)
  return pattern === anything || pattern.startsWith('(') ? pattern : `(?:${pattern})`
}

function stringPattern(node: Node, home: Home, of: PatternOf): string {
  const fixed = node.children.map(part => {
    if (part.type === 'interpolation') return part.parts.length === 1 ? of(part.parts[0]) : anything
    return part.type === 'string_content' ? home.text(part).replace(/[^\w]/g, '\\$&') : ''
  })
  return joined(fixed)
}

function binaryPattern(node: Node, of: PatternOf): string {
  if (node.has('+')) return joined([of(node.child('left')), of(node.child('right'))])
  return node.has('%') ? joined([of(node.child('left')).replace(/\\%\d*[a-z]/g, anything)]) : anything
}

function formatPattern(call: Node, home: Home, of: PatternOf): string {
  const callee = call.child('function')
  const [only, ...others] = call.child('arguments')?.parts ?? []
  if (only && others.length === 0 && callee && home.isCertainly(callee, 'str')) return of(only)
  const method = callee?.type === 'attribute' ? callee.child('attribute') : null
  if (!callee || !method || home.text(method) !== 'format') return textPattern(call, home, of)
  return joined([of(callee.child('object')).replace(/\\\{.*?\\\}/g, anything)])
}

/**
 * One after the other; what is unknown twice is unknown once, where each would be tried with the other's letters. One part
 * before a last `d` is a number of dimensions.
 */
function joined(patterns: readonly string[]): string {
  return patterns
    .join('')
    .replace(/(?<!\\w\*)\\w\*d$/, '\\d*d')
    .replace(/(?:\\w\*){2,}/g, anything)
}

function either(patterns: readonly string[]): string {
  const [first = anything, ...others] = new Set(patterns)
  if (patterns.includes(anything)) return anything
  return others.length > 0 ? `(?:${[first, ...others].join('|')})` : first
}
