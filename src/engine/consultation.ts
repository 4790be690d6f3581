/** What an answer rests on: files that were read or looked for, whether they are there or not, and other grounds. */
export interface Grounds {
  readonly paths: readonly string[]
  readonly on: Iterable<Grounds>
}

/** What one file, checked or opened, asked about the other files of its repository: its answers hold as long as those do. */
export class Consultation implements Grounds {
  /** The folder of the file that asks, where its relative imports begin. */
  readonly folder: string
  readonly paths = []
  readonly on = new Set<Grounds>()

  constructor(folder: string) {
    this.folder = folder
  }

  /** All files on which the answers rest. */
  consulted(): readonly string[] {
    const seen = new Set<Grounds>([this])
    const paths = new Set<string>()
    // The set grows while it is gone through.
    for (const each of seen) {
      for (const path of each.paths) paths.add(path)
      for (const other of each.on) seen.add(other)
    }
    return [...paths]
  }
}
