import { writeFileSync } from 'node:fs'
import { reasonOf } from './failure.ts'

/** Writes what is not a source of the user's: a file that may be there or not. Gives the reason when that cannot be done. */
export function writeNew(path: string, text: string): string | null {
  try {
    writeFileSync(path, text)
    return null
  } catch (error) {
    return reasonOf(error)
  }
}
