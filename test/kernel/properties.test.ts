import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../src/kernel/compare.ts'
import { run } from '../../src/kernel/run.ts'
import { size, type Tensor } from '../../src/kernel/tensor.ts'
import { type Config, conv1d, type Layers, leastFrames, torchLayer, withFrames, zeroPad } from './layers.ts'

const small = (min: number, max: number) => fc.integer({ min, max })

/** Any layer that torch builds, with every output_padding it accepts. */
const layer: fc.Arbitrary<Config> = fc
  .record({
    groups: small(1, 3),
    inPerGroup: small(1, 2),
    outPerGroup: small(1, 2),
    kernel_size: small(1, 7),
    stride: small(1, 5),
    padding: small(0, 6),
    dilation: small(1, 4),
    output_padding: small(0, 4),
    bias: fc.boolean(),
  })
  .map(({ inPerGroup, outPerGroup, ...rest }) => ({
    ...rest,
    in_channels: rest.groups * inPerGroup,
    out_channels: rest.groups * outPerGroup,
    output_padding: rest.output_padding % Math.max(rest.stride, rest.dilation),
  }))

const lengths = small(1, 7)

function tensor(shape: readonly number[]): fc.Arbitrary<Tensor> {
  const length = size(shape)
  return fc
    .array(small(-9, 9), { minLength: length, maxLength: length })
    .map(values => ({ shape, data: Float64Array.from(values) }))
}

function add(a: Tensor, b: Tensor): Tensor {
  return { shape: a.shape, data: a.data.map((value, i) => value + (b.data[i] ?? 0)) }
}

function outputs(layers: Layers, inputs: readonly Tensor[], weights: readonly Tensor[]): readonly Tensor[] {
  const outcomes = inputs.flatMap(x => weights.map(weight => run(layers, x, weight, null)))
  return outcomes.flatMap(outcome => ('output' in outcome ? [outcome.output] : []))
}

const linearity = fc.tuple(layer, lengths).chain(([of, L]) => {
  const x = tensor([1, of.in_channels, L])
  const weight = tensor([of.in_channels, of.out_channels / of.groups, of.kernel_size])
  return fc.record({ of: fc.constant({ ...of, bias: false }), a: x, b: x, weight, other: weight })
})

test('each layer is linear in its input and in its weight', () => {
  fc.assert(
    fc.property(linearity, ({ of, a, b, weight, other }) => {
      for (const layers of [[torchLayer(of)], [conv1d(of, 'same')], withFrames(of, leastFrames(of))]) {
        const [fromA, fromB, fromSum] = outputs(layers, [a, b, add(a, b)], [weight])
        if (fromA && fromB) expect(fromSum).toEqual(add(fromA, fromB))
        const [once, again, together] = outputs(layers, [a], [weight, other, add(weight, other)])
        if (once && again) expect(together).toEqual(add(once, again))
      }
    }),
  )
})

/** Whether a form of MindSpore's is torch, wherever torch does not raise. */
function beside(layers: fc.Arbitrary<Config>, form: (of: Config) => Layers): fc.IPropertyWithHooks<[Config, number]> {
  return fc.property(layers, lengths, (of, L) => {
    const { result } = compare([torchLayer(of)], form(of), L)
    fc.pre(result !== 'torch raises')
    expect(result).toBe('equal')
  })
}

test("'pad' is torch where op = 0", () => {
  const plain = layer.map(of => ({ ...of, output_padding: 0 }))
  fc.assert(beside(plain, of => [conv1d(of, 'pad', of.padding)]))
})

test('the recipe with the least frames is torch for every output_padding', () => {
  fc.assert(beside(layer, of => withFrames(of, leastFrames(of))))
})

test('one frame is enough where op < s', () => {
  const below = layer.map(of => ({ ...of, output_padding: of.output_padding % of.stride }))
  fc.assert(beside(below, of => withFrames(of, 1)))
})

test('zeros appended to the output are never torch where there is a bias', () => {
  const biased = layer.filter(of => of.output_padding > 0).map(of => ({ ...of, bias: true }))
  fc.assert(
    fc.property(biased, lengths, (of, L) => {
      const { result } = compare([torchLayer(of)], [conv1d(of, 'pad', of.padding), zeroPad(0, of.output_padding)], L)
      fc.pre(result !== 'torch raises')
      expect(result).not.toBe('equal')
    }),
  )
})
