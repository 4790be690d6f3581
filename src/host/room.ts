import { readSync } from 'node:fs'

/** Where files are read to be looked at, one after the other; what is kept of them is copied out of it. */
const room = Buffer.allocUnsafeSlow(1 << 18)

/** Files of so many bytes do not fit. */
export const roomSize = room.length

/** The bytes of an open file that fits into the room, until the next one is read there. */
export function readIntoRoom(file: number, size: number): Buffer {
  let length = 0
  while (length < size) {
    const read = readSync(file, room, length, size - length, null)
    if (read === 0) break
    length += read
  }
  return room.subarray(0, length)
}
