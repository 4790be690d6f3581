import { fileURLToPath } from 'node:url'

/** The path of a document that is a file; null for any other. */
export function pathOf(uri: string): string | null {
  if (!/^file:/i.test(uri)) return null
  try {
    return fileURLToPath(uri)
  } catch {
    // A file of another machine, or no URL at all: nothing can be read around it.
    return null
  }
}
