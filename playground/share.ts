/** What a link holds: a text, and the settings by the names of their fields. */
export interface Shared {
  readonly source: string
  readonly settings: Readonly<Record<string, string>>
}

/** So many characters of a link most programs pass on unharmed. */
export const mostCharacters = 16_000

/** A link's text may be so long; one that unpacks to more is not ours. */
const mostUnpacked = 1024 * 1024

/** Begins the fragment, so that another way to write it can come later. */
const version = '#1.'

/** A link's fragment: JSON, deflated, in the letters that need no escapes. */
export async function toFragment({ source, settings }: Shared): Promise<string> {
  const packed = new Blob([JSON.stringify([source, settings])])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  const letters = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
  return version + letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** What a fragment holds; null where it is none of ours, or damaged. */
export async function fromFragment(fragment: string): Promise<Shared | null> {
  if (!fragment.startsWith(version)) return null
  try {
    const letters = fragment.slice(version.length).replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(letters), letter => letter.charCodeAt(0))
    return read(JSON.parse(await unpack(bytes)))
  } catch {
    return null
  }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > mostUnpacked) throw new RangeError('too long')
    chunks.push(new Uint8Array(next.value))
  }
  return new Blob(chunks).text()
}

function read(value: unknown): Shared | null {
  if (!Array.isArray(value)) return null
  const [source, settings]: readonly unknown[] = value
  if (typeof source !== 'string' || typeof settings !== 'object' || settings === null) return null
  const entries = Object.entries(settings).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { source, settings: Object.fromEntries(entries) }
}
