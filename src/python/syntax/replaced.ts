/** Part of a text that was replaced: where it began, and where it ended before and ends now. */
export interface Replaced {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** What stands between the longest beginning and the longest end that two texts share. */
export function replacedIn(before: string, after: string): Replaced {
  const most = Math.min(before.length, after.length)
  const start = sharedLength(most, (from, to) => before.slice(from, to) === after.slice(from, to))
  const atEnd = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from)
  const end = sharedLength(most - start, (from, to) => atEnd(before, from, to) === atEnd(after, from, to))
  return { start, oldEnd: before.length - end, newEnd: after.length - end }
}

/** How far two texts are the same; longer pieces of them are quickly compared. */
function sharedLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0
  for (let step = 1 << 13; step >= 1; step >>= 1)
    while (length + step <= most && isSame(length, length + step)) length += step
  return length
}
