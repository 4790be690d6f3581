import type { Library } from '../python/library.ts'
import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import type { SyntaxTree } from '../python/parser.ts'
import type { Edit, Edited } from '../text/edit.ts'
import type { Offset, Span } from '../text/span.ts'
import { SourceFile } from './source_file.ts'

/** A file as it will be, parsed and resolved anew, with the way from the old text to it. */
export class RewrittenFile {
  readonly after: SourceFile
  readonly edited: Edited
  private readonly calls: ReadonlyMap<number, readonly Node[]>

  constructor(edited: Edited, tree: SyntaxTree, library: Library) {
    this.edited = edited
    this.after = new SourceFile(tree, library)
    this.calls = callsByStart(nodesOfType(tree, 'call'))
  }

  /** The rewritten call: the outermost that begins with what the edit wrote, and whose callee ends where the old one does. */
  call(before: Node, callee: Edit): Node | null {
    return this.callAt(this.edited.placeOf(callee).start, before)
  }

  /** A call that stands where it did, whatever became of its arguments. */
  keptCall(before: Node): Node | null {
    return this.callAt(this.edited.moved(before.start), before)
  }

  private callAt(start: Offset, before: Node): Node | null {
    const end = this.edited.moved(before.child('function')?.end ?? before.end)
    return this.calls.get(start)?.find(each => (each.child('function')?.end ?? Number.POSITIVE_INFINITY) <= end) ?? null
  }

  /** The name or attribute that just fills a place. */
  name({ start, end }: Span): Node | null {
    const fills = (node: Node) => node.start === start && node.end === end
    const { tree } = this.after
    return nodesOfType(tree, 'identifier').find(fills) ?? nodesOfType(tree, 'attribute').find(fills) ?? null
  }
}

function callsByStart(nodes: readonly Node[]): ReadonlyMap<number, readonly Node[]> {
  const calls = new Map<number, Node[]>()
  for (const node of nodes) calls.set(node.start, [...(calls.get(node.start) ?? []), node])
  return calls
}
