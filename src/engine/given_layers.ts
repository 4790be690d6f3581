import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import { returnedNodes } from '../python/returned.ts'
import type { Home } from '../python/value.ts'
import { isListing } from './listing.ts'
import type { Origins } from './origins.ts'
import { type Position, positionOf } from './parameters.ts'
import type { Called } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Through how many names and containers a layer is looked for: a tensor, which most arguments are, comes through many. */
const mostNames = 6

/** An argument by which a callee is given layers; its place is null where it may be any. */
export interface Given {
  readonly argument: { readonly position: Position | null; readonly isModel: boolean }
  readonly calls: readonly Called[]
}

/** What a callee is given; what is not called here, but handed on or kept, may be given any layer. */
export function givenTo(callee: Node, home: Home, origins: Origins, models: ReadonlySet<string>): readonly Given[] {
  const given = (position: Position | null, node: Node): Given => {
    const isModel = models.has(modelIn(node, home))
    return { argument: { position, isModel }, calls: isModel ? origins.any : mayBe(node, home, origins) }
  }
  const any = (isModel: boolean): Given => ({ argument: { position: null, isModel }, calls: origins.any })
  const all = (): readonly Given[] => {
    const decorated = decoratedBy(callee)
    if (decorated?.type === 'class_definition') return [any(true)]
    const kept = decorated ?? (isVariable(callee) ? callee.parent?.child('right') : null)
    if (kept) return [given(null, kept)]
    if (!isCalled(callee)) return isLookedAt(callee) ? [] : [any(false), any(true)]
    return (callee.parent?.child('arguments')?.parts ?? []).map((part, index) => {
      const inner =
        part.type === 'keyword_argument' ? part.child('value') : /splat$/.test(part.type) ? part.parts[0] : null
      return given(positionOf(part, index, home), inner ?? part)
    })
  }
  return all().filter(({ calls }) => calls.length > 0)
}

/** The class or function that an expression decorates, or a call of it does. */
export function decoratedBy(node: Node): Node | null {
  const whole = isCalled(node) ? node.parent : node
  return whole?.parent?.type === 'decorator' ? (whole.parent.parent?.child('definition') ?? null) : null
}

/** Whether an expression is what a call calls. */
export function isCalled({ field, parent }: Node): boolean {
  return field === 'function' && parent?.type === 'call'
}

/** What is called, or whose attributes these are: `N` of `N()`, and `net` of `vars(net)` and `net.__dict__`. */
function modelIn(node: Node, home: Home): string {
  const text = home.text(node.type === 'call' ? (node.child('function') ?? node) : node)
  const [inside] = (text === 'vars' && node.child('arguments')?.parts) || []
  return inside ? home.text(inside) : text.replace(/\.__dict__$/, '')
}

const naming = /^(identifier|attribute|subscript|tuple|list|dictionary)$/

/** Whether it is what another module has under a name, and is assigned to. */
export function isVariable({ type, field, parent }: Node): boolean {
  return type === 'attribute' && field === 'left' && parent?.type === 'assignment'
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
  if (node.type === 'function_definition') return returnedBy(node, origins)
  const callee = node.type === 'call' ? node.child('function') : null
  const isPlace = naming.test(node.type) || origins.isMade(node) || (callee && making.test(home.text(callee)))
  const functions = node.type === 'identifier' ? definitionsOf(node, home) : []
  if (functions.length > 0) return functions.flatMap(each => returnedBy(each, origins))
  return isPlace || isListing(callee, home) ? origins.of(node, mostNames) : []
}

/** The layers that a function gives back as they are. */
function returnedBy(definition: Node, origins: Origins): readonly Called[] {
  const given = returnedNodes(definition).filter(node => naming.test(node.type) || origins.isMade(node))
  return given.flatMap(node => origins.of(node, mostNames))
}

/** The functions of the file that a name stands for. */
function definitionsOf(name: Node, home: Home): readonly Node[] {
  return home.values(name).flatMap(value => (value.kind === 'function' && value.home === home ? value.definition : []))
}
