import { NotRead } from './not_read.ts'

/**
 * How far lines are indented, in tree-sitter-python's measure: a tab is eight columns. A block ends behind its last line, or
 * behind the comments that follow it and are indented as far as it is.
 */
export class Indents {
  /** Of the line that is being read. */
  width = 0
  private readonly open = [0]
  private readonly dedents: number[] = []
  private widths: number[] = []
  private ends: number[] = []
  private lineEnd = 0

  /** The last line ended here; comments may follow. */
  startLines(end: number): void {
    this.lineEnd = end
    if (this.widths.length > 0) {
      this.widths = []
      this.ends = []
    }
  }

  restart(): void {
    this.width = 0
  }

  /** A comment alone on its line, which ends here. */
  comment(end: number): void {
    this.widths.push(this.width)
    this.ends.push(end)
  }

  /** What the indentation of the next line with a token comes to. */
  change(isEnd: boolean): 'indent' | 'dedent' | 'same' {
    const width = isEnd ? 0 : this.width
    const now = this.open[this.open.length - 1] ?? 0
    if (width === now) return 'same'
    if (width > now) {
      this.open.push(width)
      return 'indent'
    }
    this.closeDownTo(width)
    return 'dedent'
  }

  /** Where the next block that ends here ends; null when none is left. */
  nextDedent(): number | null {
    return this.dedents.length > 0 ? (this.dedents.shift() ?? null) : null
  }

  private closeDownTo(width: number): void {
    let comment = 0
    let end = this.lineEnd
    for (let now = this.open.at(-1) ?? 0; width < now; now = this.open.at(-1) ?? 0) {
      for (; (this.widths[comment] ?? -1) >= now; comment++) end = this.ends[comment] ?? end
      this.dedents.push(end)
      this.open.pop()
    }
    if (this.open.at(-1) !== width) throw new NotRead(this.lineEnd)
  }
}
