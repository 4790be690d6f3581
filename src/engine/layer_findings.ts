import type { Node } from '../python/node.ts'
import type { Finding } from './finding.ts'
import { isTorchWrapper, type LayerUse } from './holders.ts'
import { makeFinding } from './make_finding.ts'
import type { SourceFile } from './source_file.ts'

/** Methods of torch's modules that MindSpore's cells lack, or that do something else there. */
const torchMethods = /^(to|cuda|cpu|half|float|double|bfloat16|type|load_state_dict)$/

/** What is done with a layer and cannot be done with MindSpore's: torch's wrappers (TSP303), output_size (TSP304), torch's methods (TSP309). */
export function layerFindings(file: SourceFile, uses: readonly LayerUse[]): readonly Finding[] {
  return uses.flatMap(({ layer }) => [...wrapper(file, layer), ...outputSize(file, layer), ...torchMethod(file, layer)])
}

function wrapper(file: SourceFile, layer: Node): readonly Finding[] {
  const list = layer.parent?.type === 'argument_list' ? layer.parent : null
  const callee = list?.parts[0] === layer ? list.parent?.child('function') : null
  if (!callee || !isTorchWrapper(file, callee)) return []
  const name = callee.child('attribute') ?? callee
  return [makeFinding('TSP303', name, { id: 'layer.wrapped', name: file.resolver.text(name) })]
}

function outputSize(file: SourceFile, layer: Node): readonly Finding[] {
  const call = layer.parent?.type === 'call' && layer.field === 'function' ? layer.parent : null
  const names = (call?.child('arguments')?.parts ?? []).flatMap(part => part.child('name') ?? [])
  return names
    .filter(name => file.resolver.text(name) === 'output_size')
    .map(name => makeFinding('TSP304', name, { id: 'layer.output-size' }))
}

function torchMethod(file: SourceFile, layer: Node): readonly Finding[] {
  const access = layer.parent?.type === 'attribute' && layer.field === 'object' ? layer.parent : null
  const name = access?.parent?.type === 'call' && access.field === 'function' ? access.child('attribute') : null
  if (!name || !torchMethods.test(file.resolver.text(name))) return []
  return [makeFinding('TSP309', name, { id: 'layer.torch-method', name: file.resolver.text(name) })]
}
