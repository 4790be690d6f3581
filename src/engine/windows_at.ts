import { type Picture, pictureOfSizes, type Sizes, torchOf } from '../kernel/picture.ts'
import { zeros } from '../kernel/tensor.ts'
import { torchRaises } from '../kernel/torch_raises.ts'

export type { Sizes } from '../kernel/picture.ts'

/** The windows of a layer that runs, or what torch raises instead. */
export type WindowsAt =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'raises'; readonly problem: string }

/** What torch's layer of these sizes and MindSpore's three modes keep of an input of L frames, or torch's exception. */
export function windowsAt(sizes: Sizes, L: number): WindowsAt {
  const problem = torchRaises(torchOf(sizes), zeros([1, 1, L]))
  return problem === null ? { kind: 'picture', picture: pictureOfSizes(sizes, L) } : { kind: 'raises', problem }
}
