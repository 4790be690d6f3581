/** The other modules of the repository of the file that is checked. Given by the host; without one, a file is judged alone. */
export interface Loader {
  /** Absolute path of the file that is checked. */
  readonly path: string
  /**
   * The source of a file of the repository, or null where there is none at the path. As long as it is the same function,
   * it gives the same answers: one function is one snapshot, and what was learned of it is kept.
   */
  readonly read: (path: string) => string | null
  /** Whether there is a file at the path, for hosts that can tell without reading it. */
  readonly exists?: (path: string) => boolean
  /** Whether there is a folder at the path; hosts that cannot tell are asked for what may be in it. */
  readonly isFolder?: (path: string) => boolean
}
