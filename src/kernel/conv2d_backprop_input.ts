import { at, size, type Tensor } from './tensor.ts'

/** One axis of the forward convolution whose gradient is taken. */
export interface ForwardAxis {
  /** Length of the forward convolution's input, so of the gradient. */
  readonly length: number
  readonly kernel: number
  readonly stride: number
  readonly dilation: number
  /** How many zeros the forward convolution puts before its input. */
  readonly before: number
}

/** A place of the forward convolution's output that read some input position, and the tap it read it with. */
interface Reader {
  readonly output: number
  readonly tap: number
}

/**
 * MindSpore's Conv2DBackpropInput, on which its transposed convolutions rest: the gradient of a Conv2d for its input.
 * dout (N, C_in, H, W), weight (C_in, C_out / group, *kernel_size) -> (N, C_out, rows.length, columns.length).
 * Each element gathers from the places that read it in the forward direction.
 */
export function conv2dBackpropInput(
  dout: Tensor,
  weight: Tensor,
  group: number,
  rows: ForwardAxis,
  columns: ForwardAxis,
): Tensor {
  const [batch = 0, inChannels = 0, height = 0, width = 0] = dout.shape
  const perGroup = { in: inChannels / group, out: weight.shape[1] ?? 0 }
  const rowReaders = readersOf(rows, height)
  const columnReaders = readersOf(columns, width)
  const shape = [batch, perGroup.out * group, rows.length, columns.length]
  const data = new Float64Array(size(shape))
  let next = 0
  for (let n = 0; n < batch; n++) {
    for (let channel = 0; channel < perGroup.out * group; channel++) {
      const first = Math.floor(channel / perGroup.out) * perGroup.in
      for (const down of rowReaders) {
        for (const across of columnReaders) {
          data[next++] = gather(dout, weight, n, first, perGroup.in, channel % perGroup.out, down, across)
        }
      }
    }
  }
  return { shape, data }
}

function gather(
  dout: Tensor,
  weight: Tensor,
  n: number,
  firstIn: number,
  countIn: number,
  channel: number,
  down: readonly Reader[],
  across: readonly Reader[],
): number {
  let sum = 0
  for (const row of down) {
    for (const column of across) {
      for (let from = firstIn; from < firstIn + countIn; from++) {
        sum += at(dout, n, from, row.output, column.output) * at(weight, from, channel, row.tap, column.tap)
      }
    }
  }
  return sum
}

/** For each position of the forward input, who of `outputs` places read it. */
function readersOf(axis: ForwardAxis, outputs: number): readonly (readonly Reader[])[] {
  return Array.from({ length: axis.length }, (_, position) => readersAt(axis, outputs, position + axis.before))
}

function readersAt({ kernel, stride, dilation }: ForwardAxis, outputs: number, padded: number): readonly Reader[] {
  const readers: Reader[] = []
  const first = Math.max(0, Math.ceil((padded - (kernel - 1) * dilation) / stride))
  const last = Math.min(outputs - 1, Math.floor(padded / stride))
  for (let output = first; output <= last; output++) {
    const tap = (padded - output * stride) / dilation
    if (Number.isInteger(tap)) readers.push({ output, tap })
  }
  return readers
}
