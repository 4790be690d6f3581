import type { Api } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import { attributesNamed } from '../python/nodes_of_type.ts'
import { callsOf } from './calls_of.ts'
import type { LayerUse } from './holders.ts'
import type { Origins } from './origins.ts'
import { isRuledOut } from './ruled_out.ts'
import type { SourceFile } from './source_file.ts'

/**
 * Places that read an attribute of what may be a layer which a call made, though it cannot be said for certain: `block.up`
 * where some class has `self.up`, an item of a list that the layer was put into, what a function is given or returns.
 */
export function looseUses(
  file: SourceFile,
  origins: Origins,
  api: Api,
  exact: readonly LayerUse[],
): readonly LayerUse[] {
  if (origins.isEmpty) return []
  const known = new Set(exact.map(({ layer }) => layer))
  return readers(file, api)
    .filter(layer => !known.has(layer) && !isRuledOut(file.resolver, layer, layer))
    .map(layer => ({ layer, calls: origins.of(layer), certain: false }))
    .filter(({ calls }) => calls.length > 0)
}

/** The objects of which one of the attributes is read, as such or by its name. */
function readers(file: SourceFile, api: Api): readonly Node[] {
  const objects = [...api.attributes.keys()].flatMap(name =>
    attributesNamed(file.tree, name).flatMap(node => node.child('object') ?? []),
  )
  const asking = callsOf(file, 'getattr', 'setattr', 'hasattr')
  return [...objects, ...asking.flatMap(call => call.child('arguments')?.parts[0] ?? [])]
}
