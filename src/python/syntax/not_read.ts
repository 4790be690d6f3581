/** Thrown where a text is not what the reader reads; no stack is kept, since it says nothing of the text. */
export class NotRead {
  /** The offset, in UTF-16 code units. */
  readonly at: number

  constructor(at: number) {
    this.at = at
  }
}
