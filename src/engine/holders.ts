import type { Node } from '../python/node.ts'
import { attributesNamed } from '../python/nodes_of_type.ts'
import type { Binding } from '../python/scope.ts'
import type { Called } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** A place in the program that reads a layer which a call made. */
export interface LayerUse {
  /** The expression that is the layer, such as `self.conv`. */
  readonly layer: Node
  /** The calls that may have made it. */
  readonly calls: readonly Called[]
  /** Whether it can be nothing else than what those calls made. */
  readonly certain: boolean
}

/** Methods that give the layer itself back. */
export const chained = /^(to|cuda|cpu|half|float|double|bfloat16|eval|train|requires_grad_|apply)$/

/** Every place that reads a layer through the name or the `self.name` that a call of torch's is assigned to. */
export function layerUses(file: SourceFile, called: readonly Called[]): readonly LayerUse[] {
  return new HolderFinder(file, called).uses()
}

class HolderFinder {
  private readonly file: SourceFile
  private readonly callOf: ReadonlyMap<Node, Called>

  constructor(file: SourceFile, called: readonly Called[]) {
    this.file = file
    this.callOf = new Map(called.map(each => [each.call, each]))
  }

  uses(): readonly LayerUse[] {
    const targets = [...this.callOf.keys()].flatMap(call => targetOf(call) ?? [])
    const names = new Set(targets.filter(target => target.type === 'identifier').map(target => this.text(target)))
    const owns = targets.filter(target => target.type === 'attribute')
    const direct = [...this.callOf].map(([layer, called]) => ({ layer, calls: [called], certain: true }))
    return [...direct, ...this.nameUses(names), ...this.ownUses(owns)]
  }

  private text(node: Node): string {
    return this.file.resolver.text(node)
  }

  private nameUses(names: ReadonlySet<string>): readonly LayerUse[] {
    const { resolver } = this.file
    return [...names].flatMap(name =>
      resolver.names.usesOf(name).flatMap(({ node }) => {
        const bound = [...resolver.reaching(node)].filter(binding => binding !== null)
        return this.use(node, bound.flatMap(boundValues))
      }),
    )
  }

  /** `self.conv` anywhere in the class that assigns it. */
  private ownUses(owns: readonly Node[]): readonly LayerUse[] {
    const keys = new Set(owns.map(target => this.ownKey(target)))
    const names = new Set(owns.map(target => this.text(target.child('attribute') ?? target)))
    const nodes = [...names].flatMap(name => attributesNamed(this.file.tree, name)).filter(node => !isTarget(node))
    return nodes.filter(node => keys.has(this.ownKey(node))).flatMap(node => this.use(node, this.ownValues(node)))
  }

  private ownKey(node: Node): string {
    return `${node.within('class_definition')?.start} ${this.text(node)}`
  }

  private ownValues(node: Node): readonly (Node | null)[] {
    return this.file.resolver.assignedTo(node)
  }

  private use(layer: Node, values: readonly (Node | null)[]): readonly LayerUse[] {
    const made = values.map(value => (value ? this.origin(value, this.text(layer)) : nothing))
    const calls = [...new Set(made.flatMap(each => each.calls))]
    return calls.length > 0 ? [{ layer, calls, certain: made.every(each => each.certain) }] : []
  }

  /** The calls that made a value. `self.conv = weight_norm(self.conv)` makes nothing new. */
  private origin(value: Node, own: string): Origin {
    const called = this.callOf.get(value)
    if (called) return { calls: [called], certain: true }
    if (this.text(value) === own) return { calls: [], certain: true }
    if (value.type === 'parenthesized_expression') return value.parts[0] ? this.origin(value.parts[0], own) : nothing
    if (value.type === 'conditional_expression') return this.either(value, own)
    return value.type === 'call' ? this.passedThrough(value, own) : nothing
  }

  private either(node: Node, own: string): Origin {
    const branches = [node.parts[0], node.parts[2]].map(part => (part ? this.origin(part, own) : nothing))
    return { calls: branches.flatMap(each => each.calls), certain: branches.every(each => each.certain) }
  }

  /** `layer.to(…)` and torch's wrappers give the layer back; another function that is given it may. */
  private passedThrough(call: Node, own: string): Origin {
    const callee = call.child('function')
    const object = callee?.type === 'attribute' ? callee.child('object') : null
    const method = callee?.child('attribute')
    if (object && method && chained.test(this.text(method))) return this.origin(object, own)
    const first = call.child('arguments')?.parts[0]
    if (!callee || !first || /splat|keyword/.test(first.type)) return nothing
    const { calls, certain } = this.origin(first, own)
    return { calls, certain: certain && isTorchWrapper(this.file, callee) }
  }
}

/** What a binding gives a name, null for what does not stand there. Of a default, the caller may give something else. */
function boundValues({ bound }: Binding): readonly (Node | null)[] {
  if (bound.kind === 'expression') return [bound.value]
  if (bound.kind === 'parameter') return [bound.default, null]
  const isLoop = bound.kind === 'part' && bound.path.length === 1 && bound.path[0] === 'each'
  return isLoop && bound.source && /^(list|tuple)$/.test(bound.source.type) ? bound.source.parts : [null]
}

/** Where a value comes from. */
interface Origin {
  readonly calls: readonly Called[]
  /** Whether it can come from nowhere else. */
  readonly certain: boolean
}

const nothing: Origin = { calls: [], certain: false }

/** weight_norm and its like, which change a layer and give it back. */
export function isTorchWrapper({ resolver }: SourceFile, callee: Node): boolean {
  const values = resolver.values(callee)
  return values.every(value => value.kind === 'path' && value.path.startsWith('torch.nn.utils.'))
}

/** The name or attribute that a call's value is assigned to, by itself or through wrappers. */
export function targetOf(call: Node): Node | null {
  let value = call
  for (let at = value.parent; at; value = at, at = at.parent) {
    if (at.type === 'assignment' && value.field === 'right') return at.child('left')
    if (/^(typed_)?default_parameter$/.test(at.type)) return at.child('name')
    if (at.type === 'for_statement' && value.field === 'right') return at.child('left')
    if (
      !/^(argument_list|call|attribute|parenthesized_expression|conditional_expression|keyword_argument|list|tuple)$/.test(
        at.type,
      )
    )
      return null
  }
  return null
}

function isTarget(node: Node): boolean {
  return node.parent?.type === 'assignment' && node.field === 'left'
}
