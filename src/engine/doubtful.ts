import type { TorchCall } from '../mapping/api.ts'
import { atomsOf } from '../python/expression.ts'
import type { Node } from '../python/node.ts'
import type { SourceFile } from './source_file.ts'

/** Attributes that hold a tuple on every convolution of torch's. */
const tuples = new Set(['kernel_size', 'stride', 'padding', 'output_padding', 'dilation'])

/** Whether the code itself speaks against what the certificate assumes: a size that is an attribute of a convolution of torch's is a tuple. */
export function isDoubtful(file: SourceFile, original: TorchCall): boolean {
  const values = [...original.arguments.values()].map(({ value }) => original.reader.read(value))
  return values.flatMap(atomsOf).some(({ node }) => isTupleOfConvolution(file, node))
}

function isTupleOfConvolution(file: SourceFile, node: Node): boolean {
  if (node.type === 'identifier') return isNameOfTuple(file, node)
  const object = node.type === 'attribute' ? node.child('object') : null
  const attribute = node.type === 'attribute' ? node.child('attribute') : null
  if (!object || !attribute || !tuples.has(file.resolver.text(attribute))) return false
  return file.resolver.text(object) === 'self' ? inConvolutionClass(file, node) : isConvolution(file, object)
}

/** `p = conv.padding`, one step away. */
function isNameOfTuple(file: SourceFile, name: Node): boolean {
  return [...file.resolver.reaching(name)].some(binding => {
    const value = binding?.bound.kind === 'expression' ? binding.bound.value : null
    return value?.type === 'attribute' && isTupleOfConvolution(file, value)
  })
}

function inConvolutionClass(file: SourceFile, node: Node): boolean {
  const bases = node.within('class_definition')?.child('superclasses')?.parts ?? []
  return bases.some(base => isConvolutionClass(file, base))
}

/** Whether some assignment in the file gives the object a convolution, or a test says that it is one. */
function isConvolution(file: SourceFile, object: Node): boolean {
  const { resolver } = file
  const text = resolver.text(object)
  const { names } = resolver
  const { assigned, bindings } = names
  const targets = [...assigned.map(({ node }) => node), ...bindings.map(binding => binding.node)]
  const made = targets.filter(target => resolver.text(target) === text).map(target => target.parent?.child('right'))
  if (made.some(value => value?.type === 'call' && isConvolutionClass(file, value.child('function')))) return true
  const tests = names.usesOf('isinstance').map(({ node }) => node.parent?.child('arguments')?.parts ?? [])
  return tests.some(
    ([tested, type]) => tested && type && resolver.text(tested) === text && isConvolutionClass(file, type),
  )
}

function isConvolutionClass({ resolver }: SourceFile, node: Node | null | undefined): boolean {
  if (!node) return false
  return resolver.values(node).some(value => value.kind === 'path' && isConvolutionPath(value.path))
}

function isConvolutionPath(path: string): boolean {
  return path.startsWith('torch.nn.') && path.slice(path.lastIndexOf('.')).includes('Conv')
}
