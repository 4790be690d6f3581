const newline = 0x0a

/** A line without its line end; null for one that is longer than what is kept. */
export type Line = Uint8Array | null

/** The lines of a stream as they come, those of one chunk together; what stands behind the last line end is one too. */
export async function* linesIn(
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<readonly Line[], void, undefined> {
  const begun = new Begun(mostBytes)
  for await (const chunk of chunks) {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      begun.add(chunk.subarray(start, end))
      lines.push(begun.take())
      start = end + 1
    }
    begun.add(chunk.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (begun.length > 0) yield [begun.take()]
}

/** A line of which more may come. */
class Begun {
  length = 0
  private readonly mostBytes: number
  private pieces: Uint8Array[] = []

  constructor(mostBytes: number) {
    this.mostBytes = mostBytes
  }

  add(piece: Uint8Array): void {
    this.length += piece.length
    if (this.length > this.mostBytes) this.pieces = []
    else if (piece.length > 0) this.pieces.push(piece)
  }

  take(): Line {
    const [first, ...others] = this.pieces
    const whole = first && others.length === 0 ? first : Buffer.concat(this.pieces)
    const line = this.length > this.mostBytes ? null : whole
    this.length = 0
    this.pieces = []
    return line
  }
}
