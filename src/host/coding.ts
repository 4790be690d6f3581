const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/
const blank = /^[ \t\f]*(#.*)?$/

/** How many bytes at a file's start are looked at for its coding line. */
const reach = 4096

/** The encoding that a Python source names in its first two lines (PEP 263), in lower case; null where it names none. */
export function codingOf(bytes: Buffer): string | null {
  return codingIn(bytes.toString('latin1', 0, reach))
}

/** The same of a text. */
export function codingIn(text: string): string | null {
  const [first = '', second = ''] = text.slice(0, reach).split(/\r\n|\r|\n/, 2)
  const found = cookie.exec(first) ?? (blank.test(first) ? cookie.exec(second) : null)
  return found?.[1]?.toLowerCase() ?? null
}

/** Whether Python takes the name for UTF-8. */
export function isUtf8Name(coding: string): boolean {
  return /^(utf[-_]?8|u8|utf)([-_]|$)/.test(coding)
}
