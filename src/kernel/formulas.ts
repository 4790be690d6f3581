import { atomsOf, type Expression } from '../python/expression.ts'
import { strength } from '../python/precedence.ts'
import { printFormula } from '../python/print_expression.ts'
import type { TorchLayer } from './window.ts'

/** The first sample that the layer keeps of the full transposed convolution, as a formula in the program's own names. */
export function firstSample(layer: TorchLayer): string {
  return printFormula(layer.padding)
}

/** The layer's output length for an input of L frames: `(L - 1)·stride - 2·padding + dilation·(kernel_size - 1) + 1 + output_padding`. */
export function outputLength(layer: TorchLayer): string {
  const L = lengthName(layer)
  const terms = [
    isInt(layer.stride, 1n) ? `${L} - 1` : `(${L} - 1)·${factor(layer.stride)}`,
    isInt(layer.padding, 0n) ? '' : `- 2·${factor(layer.padding)}`,
    isInt(layer.dilation, 1n)
      ? `+ ${term(layer.kernel_size)}`
      : `+ ${factor(layer.dilation)}·(${term(layer.kernel_size)} - 1) + 1`,
    isInt(layer.output_padding, 0n) ? '' : `+ ${term(layer.output_padding)}`,
  ]
  return terms.filter(Boolean).join(' ')
}

/** `L`, unless the program has a name of its own like that. */
function lengthName({ kernel_size, stride, padding, output_padding, dilation }: TorchLayer): string {
  const atoms = [kernel_size, stride, padding, output_padding, dilation].flatMap(atomsOf)
  return atoms.some(atom => /\bL\b/.test(atom.text)) ? 'L_in' : 'L'
}

function factor(expression: Expression): string {
  return printFormula(expression, strength.factor)
}

function term(expression: Expression): string {
  return printFormula(expression, strength.sum)
}

function isInt(expression: Expression, value: bigint): boolean {
  return expression.kind === 'int' && expression.value === value
}
