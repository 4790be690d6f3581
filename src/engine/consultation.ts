/**
 * What one file, checked or opened, asked about the other files of its repository: its answers hold as long as those do.
 * Answers are remembered for each asker, so that what they rest on is known of each.
 */
export class Consultation {
  /** The file that asks. */
  readonly path: string
  /** Files that were read or looked for, whether they are there or not. */
  readonly asked = new Set<string>()
  /** What the modules that were opened asked in turn. */
  readonly opened = new Set<Consultation>()
  /** What is known of modules and names. */
  readonly known = new Map<string, boolean>()

  constructor(path: string) {
    this.path = path
  }

  add(paths: readonly string[]): void {
    for (const path of paths) this.asked.add(path)
  }

  /** All files on which the answers rest. */
  consulted(): readonly string[] {
    const seen = new Set<Consultation>([this])
    const paths = new Set<string>()
    // The set grows while it is gone through.
    for (const each of seen) {
      for (const path of each.asked) paths.add(path)
      for (const other of each.opened) seen.add(other)
    }
    return [...paths]
  }
}
