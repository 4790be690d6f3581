import type { Loader } from '../../engine/loader.ts'
import { ancestors } from '../../engine/module_path.ts'

/** The files of a repository. */
export type Files = Omit<Loader, 'path'>

/** The repository as it is now, open documents before the disk. It remembers what was asked, to know when it is out of date. */
export class Snapshot {
  readonly read: Loader['read']
  private readonly exists: (path: string) => boolean
  private readonly texts = new Set<string>()
  private readonly places = new Set<string>()
  private readonly isFolder: (path: string) => boolean
  private readonly absentFolders = new Set<string>()

  /** `open` gives the text of an open document. */
  constructor(open: (path: string) => string | undefined, disk: Files) {
    this.read = path => {
      this.texts.add(path)
      return open(path) ?? disk.read(path)
    }
    this.exists = path => {
      this.places.add(path)
      return open(path) !== undefined || (disk.exists?.(path) ?? disk.read(path) !== null)
    }
    this.isFolder = path => {
      const isThere = disk.isFolder?.(path) ?? true
      if (!isThere) this.absentFolders.add(path)
      return isThere
    }
  }

  loader(path: string): Loader {
    return { path, read: this.read, exists: this.exists, isFolder: this.isFolder }
  }

  /** Whether something was learned from the file's text. */
  hasRead(path: string): boolean {
    return this.texts.has(path)
  }

  /** Whether something was learned from the file, or from there being none. */
  hasAsked(path: string): boolean {
    return (
      this.texts.has(path) ||
      this.places.has(path) ||
      ancestors(path, Number.POSITIVE_INFINITY).some(each => this.absentFolders.has(each))
    )
  }
}
