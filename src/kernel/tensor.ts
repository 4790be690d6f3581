/** A dense tensor in row-major order. */
export interface Tensor {
  readonly shape: readonly number[]
  readonly data: Float64Array
}

/** A tensor as Python writes it: lists of lists down to numbers. */
export type Nested = number | readonly Nested[]

/** How many numbers a tensor of the shape holds. */
export function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1)
}

/** A tensor of zeros. */
export function zeros(shape: readonly number[]): Tensor {
  return { shape, data: new Float64Array(size(shape)) }
}

/** The element at an index that lies inside the tensor. */
export function at(tensor: Tensor, ...index: readonly number[]): number {
  let offset = 0
  for (let axis = 0; axis < tensor.shape.length; axis++) {
    offset = offset * (tensor.shape[axis] ?? 0) + (index[axis] ?? 0)
  }
  return tensor.data[offset] ?? 0
}

/** @throws RangeError when the new shape has another number of elements */
export function reshape({ shape, data }: Tensor, to: readonly number[]): Tensor {
  if (size(to) !== data.length) throw new RangeError(`cannot reshape [${shape}] to [${to}]`)
  return { shape: to, data }
}

/** @throws RangeError when lists on one level differ in length */
export function fromNested(nested: Nested): Tensor {
  const shape: number[] = []
  for (let level: Nested | undefined = nested; Array.isArray(level); level = level[0]) shape.push(level.length)
  const data = new Float64Array(size(shape))
  let next = 0
  const fill = (part: Nested, depth: number): void => {
    const length = typeof part === 'number' ? undefined : part.length
    if (length !== shape[depth]) throw new RangeError(`ragged list at level ${depth}`)
    if (typeof part === 'number') data[next++] = part
    else for (const inner of part) fill(inner, depth + 1)
  }
  fill(nested, 0)
  return { shape, data }
}

/** The tensor as arrays in arrays. */
export function toNested({ shape, data }: Tensor): Nested {
  let next = 0
  const list = (depth: number): Nested => {
    const length = shape[depth]
    if (length === undefined) return data[next++] ?? 0
    return Array.from({ length }, () => list(depth + 1))
  }
  return list(0)
}
