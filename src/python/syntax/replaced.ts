/** Part of a text that was replaced: where it began, and where it ended before and ends now. */
export interface Replaced {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** What stands between the longest beginning and the longest end that two texts share. */
export function replacedIn(before: string, after: string): Replaced {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  const rest = most - start
  while (end < rest && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++
  return { start, oldEnd: before.length - end, newEnd: after.length - end }
}
