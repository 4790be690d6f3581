import type { Atom, Expression } from '../python/expression.ts'
import type { Certificate } from './certificate.ts'
import type { Facts } from './facts.ts'
import { firstSample, outputLength } from './formulas.ts'
import type { KernelMessage } from './message.ts'
import { torchFacts } from './torch_facts.ts'
import { type SymbolicPipeline, type TorchLayer, type Window, WindowReader } from './window.ts'

/** A proof that the pipeline equals torch's layer for all values, inputs and weights; null when these rules find none. */
export function prove(torch: TorchLayer, mindspore: SymbolicPipeline): Certificate | null {
  const facts = torchFacts(torch)
  const reader = new WindowReader(facts)
  const before = reader.torch(torch)
  const after = reader.mindspore(mindspore)
  if (!before || !after || !sameWindow(before, after)) return null
  const conditions = reasonsOf(after, facts)
  if (!conditions) return null
  const statement: KernelMessage = {
    id: 'proof.equal',
    first: firstSample(torch),
    length: outputLength(torch),
    conditions,
  }
  return { status: 'proved', statement, assumes: assumptions(torch) }
}

function sameWindow(a: Window, b: Window): boolean {
  const pairs = [...a.convolution, a.first, a.length].map(
    (each, index) => [each, [...b.convolution, b.first, b.length][index]] as const,
  )
  return a.bias === b.bias && pairs.every(([one, other]) => other !== undefined && one.equals(other))
}

function reasonsOf(window: Window, facts: Facts): readonly string[] | null {
  const reasons = window.requires.map(each => facts.reasons(each))
  return reasons.includes(null) ? null : [...new Set(reasons.flatMap(each => each ?? []))]
}

/** An attribute or item may be of any type; the proof is about ints. */
export function assumptions(torch: TorchLayer): readonly KernelMessage[] {
  const sizes = [torch.kernel_size, torch.stride, torch.padding, torch.output_padding, torch.dilation, torch.groups]
  const names = sizes
    .flatMap(integerAtoms)
    .filter(isDoubtful)
    .map(atom => atom.text.replace(/\s+/g, ' '))
  return [...new Set(names)].map(name => ({ id: 'assume.int', name }))
}

/** The atoms that are taken for ints: those that arithmetic reaches, but not what a function is given. */
function integerAtoms(expression: Expression): readonly Atom[] {
  switch (expression.kind) {
    case 'atom':
      return [expression]
    case 'unary':
      return integerAtoms(expression.operand)
    case 'binary':
      return [expression.left, expression.right].flatMap(integerAtoms)
    case 'conditional':
      return [expression.yes, expression.no].flatMap(integerAtoms)
    default:
      return []
  }
}

function isDoubtful({ node }: Atom): boolean {
  return node.type !== 'identifier'
}
