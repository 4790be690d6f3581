import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import picocolors from 'picocolors'

/** What changes in a file, as a unified diff that `patch -p0` takes; empty when nothing does. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  })
}

/** Paints a unified diff; leaves it as it is without colours. */
export function paintDiff(colours: boolean): (diff: string) => string {
  const { bold, green, red, cyan } = picocolors.createColors(colours)
  const paint = (line: string) => {
    if (/^(---|\+\+\+) /.test(line)) return bold(line)
    const paints: Readonly<Record<string, typeof bold>> = { '+': green, '-': red, '@': cyan }
    return paints[line.charAt(0)]?.(line) ?? line
  }
  return diff => (colours ? diff.replace(/^.+$/gm, paint) : diff)
}
