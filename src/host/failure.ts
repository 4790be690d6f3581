/** What a person can be told of an error of the file system: its code and its words, without the call and the path. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/, \w+( '.*)?$/s, '')
}
