import type { Api } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import { attributesNamed } from '../python/nodes_of_type.ts'
import { isSet } from './attribute_uses.ts'
import { type LayerUse, targetOf } from './holders.ts'
import type { Called } from './references.ts'
import type { SourceFile } from './source_file.ts'

/**
 * Places that read an attribute of what may be a layer which a call made, though it cannot be said for certain: `block.up`
 * where some class has `self.up`, an item of a list that the layer was put into, a loop over that list.
 */
export function looseUses(
  file: SourceFile,
  called: readonly Called[],
  api: Api,
  exact: readonly LayerUse[],
): readonly LayerUse[] {
  return new LooseFinder(file, called).uses(api, new Set(exact.map(({ layer }) => layer)))
}

class LooseFinder {
  private readonly file: SourceFile
  private readonly members = new Map<string, Called[]>()
  private readonly containers = new Map<string, Called[]>()

  constructor(file: SourceFile, called: readonly Called[]) {
    this.file = file
    for (const each of called) {
      const target = targetOf(each.call)
      if (target?.type === 'attribute') this.put(this.members, this.lastName(target), each)
      const container = this.containerOf(each.call)
      if (container) this.put(this.containers, this.lastName(container), each)
    }
  }

  uses(api: Api, known: ReadonlySet<Node>): readonly LayerUse[] {
    if (this.members.size + this.containers.size === 0) return []
    const named = [...api.attributes.keys()].flatMap(name => attributesNamed(this.file.tree, name))
    return named.flatMap(node => {
      const layer = node.child('object')
      const name = node.child('attribute')
      const rule = name && api.attributes.get(this.text(name))
      if (!layer || !rule || known.has(layer) || !(rule.silent !== 'never' || isSet(node))) return []
      const calls = this.mayBe(layer)
      return calls.length > 0 ? [{ layer, calls, certain: false }] : []
    })
  }

  private text(node: Node): string {
    return this.file.resolver.text(node)
  }

  private put(map: Map<string, Called[]>, name: string, called: Called): void {
    map.set(name, [...(map.get(name) ?? []), called])
  }

  private lastName(node: Node): string {
    return this.text(node.child('attribute') ?? node)
  }

  /** `self.ups` of `self.ups.append(layer)`, and of `self.ups = nn.ModuleList([layer, …])`. */
  private containerOf(call: Node): Node | null {
    let value = call
    for (let at = value.parent; at; value = at, at = at.parent) {
      const callee = at.type === 'call' ? at.child('function') : null
      const method = callee?.type === 'attribute' ? callee.child('attribute') : null
      if (callee && method && /^(append|insert|extend|add_module)$/.test(this.text(method)))
        return callee.child('object')
      if (at.type === 'assignment') return value.field === 'right' ? at.child('left') : null
      if (/(_statement|_definition|block|lambda)$/.test(at.type)) return null
    }
    return null
  }

  private mayBe(layer: Node): readonly Called[] {
    switch (layer.type) {
      case 'attribute':
        return this.assignsItself(layer) ? [] : (this.members.get(this.lastName(layer)) ?? [])
      case 'subscript': {
        const base = layer.child('value')
        return base ? (this.containers.get(this.lastName(base)) ?? []) : []
      }
      case 'identifier':
        return [...this.file.resolver.reaching(layer)].flatMap(binding => (binding ? this.looped(binding.node) : []))
      default:
        return []
    }
  }

  /** `self.up` in a class that gives it its value: what that is, is known there. */
  private assignsItself(layer: Node): boolean {
    return layer.within('class_definition') !== null && this.file.resolver.assignedTo(layer).length > 0
  }

  /** The calls whose layers a loop's target may be. */
  private looped(target: Node): readonly Called[] {
    const loop = target.within('for_statement', 'for_in_clause')
    const left = loop?.child('left')
    const right = loop?.child('right')
    if (!left || !right || target.start < left.start || target.end > left.end) return []
    const names = this.text(right).match(/[A-Za-z_]\w*/g) ?? []
    return names.flatMap(name => this.containers.get(name) ?? [])
  }
}
