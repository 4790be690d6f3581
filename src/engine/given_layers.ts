import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import type { Home } from '../python/value.ts'
import type { Argument } from './layer_readers.ts'
import { isListing } from './listing.ts'
import type { Origins } from './origins.ts'
import { positionOf } from './parameters.ts'
import type { Called } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Through how many names and containers a layer is looked for: a tensor, which most arguments are, comes through many. */
const mostNames = 6

/** An argument by which a callee is given layers. */
export interface Given {
  readonly argument: Argument
  readonly calls: readonly Called[]
}

/** What a callee is given; what is not called here, but handed on or kept, may be given any layer. */
export function givenTo(callee: Node, home: Home, origins: Origins, models: ReadonlySet<string>): readonly Given[] {
  const call = callee.parent?.type === 'call' && callee.field === 'function' ? callee.parent : null
  const assigned = isVariable(callee) ? callee.parent?.child('right') : null
  if (assigned)
    return [{ argument: { position: 0, isModel: false }, calls: mayBe(assigned, home, origins) }].filter(isGiven)
  if (!call) return isLookedAt(callee) ? [] : [{ argument: { position: 0, isModel: false }, calls: origins.any }]
  const given = (call.child('arguments')?.parts ?? []).map((part, index): Given => {
    const inner =
      part.type === 'keyword_argument' ? part.child('value') : /splat$/.test(part.type) ? (part.parts[0] ?? null) : null
    const node = inner ?? part
    const isModel = models.has(home.text(node.type === 'call' ? (node.child('function') ?? node) : node))
    return {
      argument: { position: positionOf(part, index, home), isModel },
      calls: isModel ? origins.any : mayBe(node, home, origins),
    }
  })
  return given.filter(isGiven)
}

const naming = /^(identifier|attribute|subscript|tuple|list|dictionary)$/

/** Whether it is what another module has under a name, and is assigned to. */
export function isVariable({ type, field, parent }: Node): boolean {
  return type === 'attribute' && field === 'left' && parent?.type === 'assignment'
}

function isGiven({ calls }: Given): boolean {
  return calls.length > 0
}

/** What makes an object that holds what it is given. */
const making = /^(dict|list|tuple|set|enumerate|zip|iter|reversed|sorted)$|(^|\.)_*[A-Z]\w*$/

/** Whether a name stands where nothing is done with it that calls it: an annotation, a base, a comparison. */
export function isLookedAt(node: Node): boolean {
  const { parent } = node
  if (node.type === 'identifier' && node.field === 'left') return true
  return parent?.field === 'superclasses' || parent?.type === 'comparison_operator' || node.within('type') !== null
}

/** What makes objects of the file's classes, and what these are assigned to: any layer may be in them. */
export function modelsOf({ resolver, tree }: SourceFile): ReadonlySet<string> {
  const classes = nodesOfType(tree, 'class_definition').flatMap(each => each.child('name') ?? [])
  const models = new Set(['self', ...classes.map(name => resolver.text(name))])
  for (const assignment of nodesOfType(tree, 'assignment')) {
    const right = assignment.child('right')
    const left = assignment.child('left')
    const callee = right?.type === 'call' ? right.child('function') : null
    if (left && callee && models.has(resolver.text(callee))) models.add(resolver.text(left))
  }
  return models
}

/** The layers in an argument that names something, holds it, or makes one: what comes of other calls are mostly tensors. */
function mayBe(node: Node, home: Home, origins: Origins): readonly Called[] {
  const body = node.type === 'lambda' ? node.child('body') : null
  if (body) return mayBe(body, home, origins)
  const callee = node.type === 'call' ? node.child('function') : null
  const isPlace = naming.test(node.type) || origins.isMade(node) || (callee && making.test(home.text(callee)))
  return isPlace || isListing(callee, home) ? origins.of(node, mostNames) : []
}
