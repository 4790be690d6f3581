import { certifyCall } from '../../rules/conv_transpose1d/certify_call.ts'
import { type MindSporeCall, mindsporeCall } from '../../rules/conv_transpose1d/mindspore_pipeline.ts'
import { torchConvTranspose1d } from '../../rules/conv_transpose1d/signatures.ts'
import { torchLayer } from '../../rules/conv_transpose1d/torch_layer.ts'
import { library } from '../../rules/libraries.ts'
import { callReader, SourceFile } from '../../src/engine/source_file.ts'
import type { Certificate } from '../../src/kernel/certificate.ts'
import { type Comparison, compare } from '../../src/kernel/compare.ts'
import { numericPair } from '../../src/kernel/numeric_pair.ts'
import { sizeAtoms } from '../../src/kernel/valuations.ts'
import type { TorchLayer } from '../../src/kernel/window.ts'
import type { CallReader, TorchCall } from '../../src/mapping/api.ts'
import { bind } from '../../src/mapping/bind.ts'
import type { PythonValue } from '../../src/python/evaluate.ts'
import type { Expression } from '../../src/python/expression.ts'
import { type Node, walk } from '../../src/python/node.ts'
import { createParser } from '../../src/python/parser.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { checker, grammar } from '../checker.ts'

const parser = await createParser({ grammar })

/** The names that the calls in these tests read. */
export const names = ['ci', 'co', 'k', 'u', 'p', 'q', 'd', 'g', 'n', 'm', 'flag', 'mode', 'cfg', 'f', 'self'] as const

const imports =
  'import math\nimport torch\nfrom torch import nn\nimport mindspore as ms\nfrom mindspore import nn as msnn\n'

/** A file of one function for each `return`. */
export function functions(returned: readonly string[]): string {
  return imports + returned.map(text => `\ndef build(${names.join(', ')}):\n    return ${text}\n`).join('')
}

export function open(source: string): SourceFile {
  return new SourceFile(parser.parse(source), library)
}

/** What each `return` gives. */
export function returnedIn(file: SourceFile): readonly Node[] {
  return [...walk(file.tree.root)].filter(node => node.type === 'return_statement').flatMap(node => node.parts)
}

export function torchCall(call: Node, reader: CallReader): TorchCall {
  const bound = bind(call, torchConvTranspose1d, reader.text)
  if (bound.kind !== 'bound') throw new Error(`not bound: ${reader.text(call)}`)
  return { arguments: bound.arguments, reader }
}

/** What these texts compute, read in one function. */
export function expressions(...texts: readonly string[]): readonly Expression[] {
  const file = open(functions([`[${texts.join(', ')}]`]))
  if (file.tree.errors.length > 0) throw new Error(`does not parse: ${texts}`)
  const reader = callReader(file)
  return returnedIn(file).flatMap(node => node.parts.map(part => reader.read(part)))
}

/** The one expression that this text is. */
export function expression(text: string): Expression {
  const [only] = expressions(text)
  if (!only) throw new Error(`nothing in ${text}`)
  return only
}

/** A call of torch's and a port of it, both read in one function; null for a port that is not understood. */
export interface Sides {
  readonly torch: TorchLayer
  readonly mindspore: MindSporeCall | null
}

interface Pair {
  readonly torch: TorchCall
  readonly port: Node
  readonly reader: CallReader
}

/** Each text pair is the arguments of nn.ConvTranspose1d, and a whole expression of MindSpore's. */
function pairs(texts: readonly (readonly [args: string, mindspore: string])[]): readonly Pair[] {
  const file = open(functions(texts.map(([args, mindspore]) => `[nn.ConvTranspose1d(${args}), ${mindspore}]`)))
  if (file.tree.errors.length > 0) throw new Error(`does not parse: ${JSON.stringify(texts)}`)
  const reader = callReader(file)
  return returnedIn(file).map(({ parts: [call, port] }) => {
    if (!call || !port) throw new Error('two calls expected')
    return { torch: torchCall(call, reader), port, reader }
  })
}

export function bothSides(texts: Parameters<typeof pairs>[0]): readonly Sides[] {
  return pairs(texts).map(({ torch, port, reader }) => {
    return { torch: torchLayer(torch.arguments, reader.read), mindspore: mindsporeCall(port, reader) }
  })
}

export function certified(args: string, mindspore: string): Certificate {
  const [only] = pairs([[args, mindspore]])
  if (!only) throw new Error('one port expected')
  return certifyCall(only.torch, only.port, only.reader)
}

/**
 * As `certified`, for a port that stands where the call stood, so that a call `f(…)` among its arguments is the one of the
 * original: the first of the same text, the second, and so on.
 */
export function certifiedInPlace(args: string, mindspore: string): Certificate {
  const [before, after] = [open(functions([`nn.ConvTranspose1d(${args})`])), open(functions([mindspore]))]
  const [call, port] = [...returnedIn(before), ...returnedIn(after)]
  if (!call || !port) throw new Error('two calls expected')
  const onceIn = (text: string) =>
    [...text.matchAll(/\bf\(\d*\)/g)].map(({ index, 0: written }) => ({ index, written }))
  const original = onceIn(before.text)
  const places = new Map<number, number>()
  for (const { index, written } of onceIn(after.text)) {
    const at = original.findIndex(each => each.written === written)
    places.set(index, at < 0 ? -index : (original.splice(at, 1)[0]?.index ?? 0))
  }
  const reader = callReader(after, offset => places.get(offset) ?? offset)
  return certifyCall(torchCall(call, callReader(before)), port, reader)
}

/** The arguments of torch's calls beside what the checker makes of them in their file; null where it makes nothing. */
export function rewritten(calls: readonly string[]): readonly (Sides | null)[] {
  const source = functions(calls.map(args => `nn.ConvTranspose1d(${args})`))
  const edits = checker.check(source).flatMap(({ fix }) => fix?.edits ?? [])
  const [before, after] = [open(source), open(applyEdits(source, edits).text)]
  const written = returnedIn(after)
  const reader = callReader(before)
  return returnedIn(before).map((call, index) => {
    const now = written[index]
    const mindspore = now ? mindsporeCall(now, callReader(after)) : null
    if (!mindspore) return null
    return { torch: torchLayer(torchCall(call, reader).arguments, reader.read), mindspore }
  })
}

export type Values = Readonly<Record<string, PythonValue>>

/** Runs both sides at values of the names; null where an argument has no value or is no size. */
export function runner({ torch, mindspore }: Sides): (values: Values, L: number) => Comparison | null {
  const pipeline = mindspore?.pipeline ?? []
  const atoms = sizeAtoms([torch, ...pipeline])
  return (values, L) => {
    const pair = numericPair(torch, pipeline, new Map(atoms.map(({ key, text }) => [key, values[text] ?? null])))
    return pair && compare([pair.torch], pair.mindspore, L)
  }
}
