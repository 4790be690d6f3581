import type { Input } from './execute.ts'

/** A call as torch has it, and what to run it with; the compat class is called with the same text. */
export interface CompatCall {
  readonly call: string
  readonly inputs: readonly Input[]
}

const batched: Input = { length: 5, batch: 2 }
const unbatched: Input = { length: 4, batch: null }
const both = [batched, unbatched]
const call = (text: string, inputs: readonly Input[] = both): CompatCall => ({ call: text, inputs })
const sized = (length: number, batch: number | null, ...output_size: readonly number[]): Input => ({
  length,
  batch,
  keywords: { output_size },
})

const ways = [
  call('C(4, 6, 5)'),
  call('C(4, 6, (5,), (3,), (1,), (2,), 2, True, (2,))'),
  call('C(4, 6, kernel_size=[5], stride=[3], padding=[2], output_padding=[1], dilation=[1])'),
  call('C(4, 6, 5, stride=numpy.int64(3), padding=numpy.int32(1), output_padding=numpy.int64(2))'),
  call('C(4, 6, range(5, 6), {3}, 1)'),
  call('C(*(4, 6, 5), **{"stride": 2, "padding": 1, "output_padding": 1})'),
  call('C(in_channels=4, out_channels=2, kernel_size=1, stride=3, output_padding=2, groups=2, bias=None)'),
  call('C(4, 6, 5, 3, 2, 2, 1, 0, 1, "zeros", None, None)'),
  call('C(4, 6, 5, 1, 0, 2, dilation=3, device="cpu")'),
  call('functools.partial(C, 4, 6, output_padding=1)(5, stride=2)'),
  call('{"up": C}["up"](4, 4, 3, 2, 1, 1, 4, "yes")'),
  call('type("Causal", (C,), {"causal": True})(4, 6, 5, 3, output_padding=2)'),
  call('type("Deep", (type("Causal", (C,), {}),), {})(4, 6, (5,), 3, output_padding=(1,), bias=False)'),
  call('(Up := C)(4, 6, 7, 4, 3, 3, bias=False)'),
]

const sizes = [17, 18, 19].flatMap(length => [
  call('C(4, 6, 5, 3)', [
    sized(5, 2, length),
    sized(5, null, length),
    sized(5, 2, 2, 6, length),
    sized(5, null, 6, length),
  ]),
])

const sizesAround = [
  call('C(4, 6, 5, 3)', [sized(5, 2, 16), sized(5, 2, 20), sized(5, 2, 1, 17), sized(5, 2), sized(5, null, 1, 1, 17)]),
  call('C(4, 6, 5, 3, output_padding=5)', [batched, sized(5, 2, 18)]),
  call('C(4, 6, 5, 3, 2, 2)', [sized(5, 2, 13), sized(5, 2, 15)]),
]

/** What torch refuses, at construction or in forward. */
const refused = [
  'C(4, 6)',
  'C(4, 6, 5, kernel_size=5)',
  'C(4, 6, 5, has_bias=True)',
  'C(4, 6, 5, 1, 0, 0, 1, True, 1, "zeros", None, None, 1)',
  'C(4, 6, 5, padding_mode="reflect")',
  'C(4, 6, 5, padding_mode=None)',
  'C(4, 6, 5, groups=3)',
  'C(4, 6, 5, groups=4)',
  'C(4, 6, 5, groups=0)',
  'C(4, 6, 5, groups=-1)',
  'C(4, 6, 5, groups=None)',
  'C(4.0, 6, 5)',
  'C(4, 6.0, 5)',
  'C(0, 6, 5)',
  'C(4, 0, 5)',
  'C(4, 6, 0)',
  'C(4, 6, -1)',
  'C(4, 6, 5.0)',
  'C(4, 6, "5")',
  'C(4, 6, None)',
  'C(4, 6, (5, 5))',
  'C(4, 6, ())',
  'C(4, 6, 5, 0)',
  'C(4, 6, 5, -2)',
  'C(4, 6, 5, 2.0)',
  'C(4, 6, 5, True)',
  'C(4, 6, 5, None)',
  'C(4, 6, 5, (2, 2))',
  'C(4, 6, 5, padding=-1)',
  'C(4, 6, 5, padding="same")',
  'C(4, 6, 5, padding=1.0)',
  'C(4, 6, 5, padding=False)',
  'C(4, 6, 5, dilation=0)',
  'C(4, 6, 5, dilation=1.0)',
  'C(4, 6, 5, output_padding=1)',
  'C(4, 6, 5, 2, output_padding=2)',
  'C(4, 6, 5, 2, output_padding=-1)',
  'C(4, 6, 5, 2, output_padding=1.0)',
  'C(4, 6, 2, 1, 4)',
].map(text => call(text))

const channels = [call('C(4, 6, 5)', [{ length: 0, batch: 2 }]), call('C(4, 6, 3, 1, 3)', [{ length: 4, batch: 1 }])]

export const compatCalls: readonly CompatCall[] = [...ways, ...sizes, ...sizesAround, ...refused, ...channels]
