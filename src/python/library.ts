/** What is known of modules that are not in view: the names that a star import of one binds, null if that is not known. */
export interface Library {
  /** `level` counts the leading dots of the import. */
  exports(module: string, level: number): ReadonlySet<string> | null
}
