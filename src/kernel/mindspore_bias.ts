import { at, type Tensor } from './tensor.ts'

/** MindSpore's BiasAdd: tensor (N, C, ...) plus bias (C). */
export function addBias({ shape, data }: Tensor, bias: Tensor): Tensor {
  const [batch = 0, channels = 0] = shape
  const perChannel = data.length / (batch * channels)
  return { shape, data: data.map((value, index) => value + at(bias, Math.floor(index / perChannel) % channels)) }
}
