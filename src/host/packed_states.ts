import { basename, dirname, sep } from 'node:path'
import { type FileState, type Snapshot, states } from './snapshot.ts'

/** The files that a file rests on, and the states in which they were seen. */
export type SeenFiles = readonly (readonly [path: string, state: FileState])[]

/**
 * Files and their states as text, folder by folder, since one file rests on hundreds, most of them in few folders: a line for the
 * folder, and one for each file in it. Null where a path cannot be written so.
 */
export function packStates(files: SeenFiles): string | null {
  const folders = new Map<string, string[]>()
  for (const [path, state] of files) {
    if (path.includes('\n')) return null
    const folder = dirname(path)
    const name = path.endsWith(sep) ? basename(path) + sep : basename(path)
    const lines = folders.get(folder) ?? []
    lines.push(`${marks.get(state) ?? `${byDigest}${state} `}${name}`)
    folders.set(folder, lines)
  }
  return [...folders].map(([folder, lines]) => [`${inFolder}${folder}`, ...lines].join('\n')).join('\n')
}

/** Whether all files still are in the states that were packed. */
export function areStill(packed: string, snapshot: Snapshot): boolean {
  let isStill: ReturnType<Snapshot['within']> = () => false
  return packed.split('\n').every(line => {
    const [mark = ''] = line
    if (mark !== inFolder) return mark === '' || isStill(...readLine(mark, line))
    isStill = snapshot.within(line.slice(1))
    return true
  })
}

const inFolder = '>'
const byDigest = '='
/** Of the states that are no digests. */
const marks: ReadonlyMap<FileState, string> = new Map([
  [states.absent, '-'],
  [states.there, '+'],
  [states.unreadable, '!'],
  [states.unsettled, '?'],
])
const stateOf = new Map([...marks].map(([state, mark]) => [mark, state]))

function readLine(mark: string, line: string): readonly [name: string, state: FileState] {
  const state = stateOf.get(mark)
  if (state !== undefined) return [line.slice(1), state]
  const end = line.indexOf(' ')
  return [line.slice(end + 1), line.slice(1, end)]
}
