import type { Certificate } from '../kernel/certificate.ts'
import { callItems } from '../mapping/bind.ts'
import { renameDotted } from '../mapping/rewrite.ts'
import type { Node } from '../python/node.ts'
import { type Edit, mergeEdits } from '../text/edit.ts'
import { span } from '../text/span.ts'
import type { CompatImport, CompatName } from './compat_import.ts'
import { type Draft, unread } from './draft.ts'
import type { RewrittenFile } from './rewritten_file.ts'
import { certainPath, type SourceFile } from './source_file.ts'

/** The class as one place of a file names it, and what that place becomes. */
interface Place {
  readonly node: Node
  readonly name: CompatName
  /** Never empty. */
  readonly edits: readonly Edit[]
  /** What was written last, the class's own name. */
  readonly last: Edit
}

/**
 * Writes the compat class in place of torch's; all else stays, since it takes torch's own arguments. `nodes` are the
 * reference, and where methods of a subclass name its base again. Null where the class cannot be imported.
 */
export function draftCompat(file: SourceFile, nodes: readonly Node[], compat: CompatImport): Draft | null {
  const places = nodes.map(node => placeOf(file, node, compat.nameFor(node)))
  const found = places.filter(place => place !== null)
  const [first] = found
  if (!first || found.length < nodes.length) return null
  return {
    callee: first.last,
    edits: mergeEdits(found.flatMap(({ name, edits }) => (name.edit ? [name.edit, ...edits] : edits))),
    likeCounterpart: true,
    group: null,
    certify: rewritten => (found.every(place => isCompat(place, rewritten, compat.path)) ? provedBy(compat) : unread),
  }
}

function placeOf(file: SourceFile, node: Node, name: CompatName | null): Place | null {
  const edits = name ? renameDotted(file.text, node, name.name) : []
  const last = edits.at(-1)
  return name && last ? { node, name, edits, last } : null
}

/** Whether the place is the compat class for certain, and is called with the arguments that torch's was called with. */
function isCompat(place: Place, rewritten: RewrittenFile, path: string): boolean {
  const node = nodeAt(place, rewritten)
  if (!node || certainPath(rewritten.after.resolver, node) !== path) return false
  const { moved } = rewritten.edited
  const before = argumentsOf(place.node).map(({ start, end }) => `${moved(start)} ${moved(end)}`)
  return (
    before.join() ===
    argumentsOf(node)
      .map(({ start, end }) => `${start} ${end}`)
      .join()
  )
}

function nodeAt({ edits, name, last }: Place, rewritten: RewrittenFile): Node | null {
  // Of a dotted name that is split by a comment, what stands before the last dot was written first.
  const first = name.name.includes('.') ? (edits[0] ?? last) : last
  const { start } = rewritten.edited.placeOf(first)
  return rewritten.name(span(start, rewritten.edited.placeOf(last).end))
}

/** What the class is called with; only other certified rewrites change anything in it. */
function argumentsOf(node: Node): readonly Node[] {
  const call = node.parent?.type === 'call' && node.field === 'function' ? node.parent : null
  return call ? callItems(call) : []
}

/** The class equals torch's for all arguments (docs/proof.md), so what is left to prove is that the place names it. */
function provedBy({ path }: CompatImport): Certificate {
  return { status: 'proved', statement: { id: 'proof.compat', path }, assumes: [{ id: 'assume.compat', path }] }
}
