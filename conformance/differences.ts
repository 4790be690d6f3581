import type { Attempt, Run } from './execute.ts'

/** Where torch raises and the rewrite does not, or at another moment. Each has its heading in docs/differences.md. */
export interface Difference {
  readonly heading: string
  readonly holds: (run: Run) => boolean
}

const onlyTorch = ({ verdict, torch }: Run, words: RegExp) =>
  verdict === 'only torch raises' && torch?.stage === 'forward' && words.test(torch.text)

const shapeOf = ({ mindspore }: Run): readonly number[] => (mindspore && 'shape' in mindspore ? mindspore.shape : [])

export const differences: readonly Difference[] = [
  {
    heading: 'An output of length 0',
    holds: run => onlyTorch(run, /output size is too small|descriptor/i) && shapeOf(run).at(-1) === 0,
  },
  {
    heading: 'An output_padding that torch refuses',
    holds: run =>
      onlyTorch(run, /^output padding must be smaller than either stride or dilation|^negative output_padding/),
  },
  {
    heading: 'bfloat16 on CPU',
    holds: ({ verdict, mindspore }) =>
      verdict === 'only mindspore raises' &&
      mindspore !== undefined &&
      'dtype' in mindspore &&
      mindspore.dtype === 'bfloat16' &&
      /Unsupported data type/.test(mindspore.text),
  },
]

export const madeEarlier = 'MindSpore refuses sooner'

/** What torch only refuses in forward, MindSpore refuses when the layer is made. */
export function isRefusedSooner({ error, torch_error, torch_forward_errors }: Attempt): boolean {
  return error !== null && torch_error === null && torch_forward_errors.every(each => each !== null)
}
