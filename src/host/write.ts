import { randomUUID } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { reasonOf } from './failure.ts'

/**
 * Writes a file whose bytes were `before`, whole or not at all; it keeps its mode and owner, and a link to it stays one.
 * Gives the reason when that cannot be done; the file is then as it was.
 */
export function writeFile(path: string, before: Buffer, after: Buffer): string | null {
  try {
    const real = realpathSync(path)
    const stat = statSync(real)
    const reason = objection(real, stat, before)
    if (reason === null) replace(real, stat, after)
    return reason
  } catch (error) {
    return reasonOf(error)
  }
}

function objection(path: string, stat: Stats, before: Buffer): string | null {
  // Renaming over a read-only file would succeed, and so would anything that the superuser does.
  if ((stat.mode & 0o222) === 0) return 'it is read-only'
  accessSync(path, constants.W_OK)
  // A new file takes the place of one name only, and writing into the old one can be cut short.
  if (stat.nlink > 1) return `it has ${stat.nlink} names (hard links); give it a copy of its own, and try again`
  return readFileSync(path).equals(before) ? null : 'it was changed by something else in the meantime'
}

/** Not write-file-atomic's way: it takes a short write, as on a full disk, for a whole one. */
function replace(path: string, stat: Stats, bytes: Buffer): void {
  const temporary = join(dirname(path), `.torchspore-${randomUUID()}.tmp`)
  try {
    fill(temporary, stat, bytes)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function fill(path: string, { mode, uid, gid }: Stats, bytes: Buffer): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, bytes)
    fchownSync(file, uid, gid)
    fchmodSync(file, mode)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
