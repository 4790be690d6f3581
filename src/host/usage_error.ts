/** What was asked for cannot be done: a wrong option or setting. The message is one line for a person. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
