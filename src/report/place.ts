/** A path counted from a folder, with `/` on every system; null where it does not lie in the folder. */
export function pathWithin(folder: string, path: string): string | null {
  const [start, whole] = [slashed(folder).replace(/\/$/, ''), slashed(path)]
  return whole.startsWith(`${start}/`) ? whole.slice(start.length + 1) : null
}

/** A path counted from a folder where it lies in it, else whole. */
export function pathFrom(folder: string, path: string): string {
  return pathWithin(folder, path) ?? slashed(path)
}

/** A path as a reference to a URI: relative for a relative one, `file:` for an absolute one of POSIX or Windows. */
export function uriOf(path: string): string {
  const encoded = slashed(path).split('/').map(encodedName).join('/')
  if (isWindows(path)) return encoded.startsWith('//') ? `file:${encoded}` : `file:///${encoded.replace('%3A', ':')}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}

/** The URI of a folder, to which relative ones are added. */
export function folderUri(folder: string): string {
  return `${uriOf(folder).replace(/\/$/, '')}/`
}

/** Only on Windows a backslash parts folders; its absolute paths begin with a drive or a share. */
function slashed(path: string): string {
  return isWindows(path) ? path.replaceAll('\\', '/') : path
}

function isWindows(path: string): boolean {
  return /^[A-Za-z]:[\\/]|^\\\\/.test(path)
}

/** A name that is not Unicode, which no URI can hold, has its broken part replaced. */
function encodedName(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))
}
