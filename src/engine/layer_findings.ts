import type { Node } from '../python/node.ts'
import type { Finding } from './finding.ts'
import { isTorchWrapper, type LayerUse } from './holders.ts'
import { makeFinding } from './make_finding.ts'
import type { Called } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Methods of torch's modules that MindSpore's cells lack, or that do something else there. */
const torchMethods = /^(to|cuda|cpu|half|float|double|bfloat16|type|load_state_dict)$/

/** What is done with a layer and cannot be done with MindSpore's: torch's wrappers (TSP303), output_size (TSP304), torch's methods (TSP309). */
export function layerFindings(file: SourceFile, uses: readonly LayerUse[]): readonly Finding[] {
  return uses.flatMap(({ layer }) => [
    ...wrapper(file, layer),
    ...outputSizes(file, layer).map(name => makeFinding('TSP304', name, { id: 'layer.output-size' })),
    ...torchMethod(file, layer),
  ])
}

/** The calls whose layer is given an output_size somewhere, which only the compat class takes. */
export function callsWithOutputSize(file: SourceFile, uses: readonly LayerUse[]): ReadonlySet<Called> {
  return new Set(uses.filter(({ layer }) => outputSizes(file, layer).length > 0).flatMap(({ calls }) => calls))
}

function wrapper(file: SourceFile, layer: Node): readonly Finding[] {
  const list = layer.parent?.type === 'argument_list' ? layer.parent : null
  const callee = list?.parts[0] === layer ? list.parent?.child('function') : null
  if (!callee || !isTorchWrapper(file, callee)) return []
  const name = callee.child('attribute') ?? callee
  return [makeFinding('TSP303', name, { id: 'layer.wrapped', name: file.resolver.text(name) })]
}

function outputSizes(file: SourceFile, layer: Node): readonly Node[] {
  const call = layer.parent?.type === 'call' && layer.field === 'function' ? layer.parent : null
  const names = (call?.child('arguments')?.parts ?? []).flatMap(part => part.child('name') ?? [])
  return names.filter(name => file.resolver.text(name) === 'output_size')
}

function torchMethod(file: SourceFile, layer: Node): readonly Finding[] {
  const access = layer.parent?.type === 'attribute' && layer.field === 'object' ? layer.parent : null
  const name = access?.parent?.type === 'call' && access.field === 'function' ? access.child('attribute') : null
  if (!name || !torchMethods.test(file.resolver.text(name))) return []
  return [makeFinding('TSP309', name, { id: 'layer.torch-method', name: file.resolver.text(name) })]
}
