import { describe, expect, test } from 'vitest'
import { compatModule } from '../../rules/conv_transpose1d/compat/module.ts'
import { checker } from '../checker.ts'

/**
 * The class appends ceil(output_padding / stride) frames of zeros, convolves with torch's padding on both sides, and cuts
 * what is behind torch's length. Cut off, that is the same as a smaller crop on the right: a pipeline that the kernel reads.
 */
const torchs = 'nn.ConvTranspose1d(a, b, k, s, p, op, g, bias, d)'
const classs = `ms.nn.SequentialCell(
  ms.nn.ConstantPad1d((0, max(0, -(-op // s))), 0.0),
  ms.nn.Unflatten(2, (1, -1)),
  ms.nn.Conv2dTranspose(a, b, (1, k), (1, s), pad_mode='pad', padding=(0, 0, p, p - op + max(0, -(-op // s)) * s),
                        dilation=(1, d), group=g, has_bias=bool(bias)),
  ms.nn.Flatten(2, 3))`

describe('the compat class', () => {
  test('is equal to torch for all arguments', () => {
    expect(checker.verify(torchs, classs)).toMatchObject({ certificate: { status: 'proved' } })
  })

  test('would not be with one frame less', () => {
    const fewer = classs.replaceAll('max(0, -(-op // s))', '(op // s)')
    expect(checker.verify(torchs, fewer)).not.toMatchObject({ certificate: { status: 'proved' } })
  })

  test('has fewer than 80 lines', () => {
    expect(compatModule.split('\n').length).toBeLessThan(80)
  })

  test('gives no findings, but for what the announced signature may change', () => {
    expect(checker.check(compatModule, { ignore: ['TSP404'] })).toEqual([])
  })
})
