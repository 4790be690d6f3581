/** The other modules of the repository of the file that is checked. Given by the host; without one, a file is judged alone. */
export interface Loader {
  /** Absolute path of the file that is checked. */
  readonly path: string
  /** The source of a file of the repository, or null where there is none at the path. */
  read(path: string): string | null
}
