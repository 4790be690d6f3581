import type { Certificate } from '../kernel/certificate.ts'
import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import { type Edit, mergeEdits } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import type { Draft } from './draft.ts'
import type { SourceFile } from './source_file.ts'

/**
 * The certificates of the last rewritten text of a document, for as long as it stays the same where they can depend on it:
 * everywhere but in the bodies of functions that neither hold a rewrite nor can change what a name means outside of them.
 */
export class Certified {
  private key = ''
  private certificates: readonly Certificate[] = []

  /** What is known, in the order of the drafts; else it is found out, and remembered. */
  of(
    file: SourceFile,
    drafts: readonly Draft[],
    certify: () => readonly Certificate[] | null,
  ): readonly Certificate[] | null {
    const key = keyOf(file, drafts)
    if (key === this.key) return this.certificates
    const certificates = certify()
    this.key = certificates ? key : ''
    this.certificates = certificates ?? []
    return certificates
  }

  /** Forgets all: what other modules say has changed. */
  clear(): void {
    this.key = ''
  }
}

/** The rewritten text with a mark in place of each body that does not matter, and which edits are whose. */
function keyOf(file: SourceFile, drafts: readonly Draft[]): string {
  const edits = mergeEdits([...new Set(drafts.map(draft => draft.edits))].flat())
  const owners = drafts.map(({ callee, edits: own }) => `${edits.indexOf(callee)} ${own.length}`)
  const pieces: string[] = [owners.join()]
  const skipped = idleBodies(file, edits).map(({ start, end }) => ({ span: { start, end }, content: '' }))
  let at = 0
  for (const { span, content } of [...edits, ...skipped].sort((a, b) => a.span.start - b.span.start)) {
    pieces.push(file.text.slice(at, span.start), content)
    at = span.end
  }
  return JSON.stringify([...pieces, file.text.slice(at)])
}

/** Words by which a body can change what a name means outside of it. */
const reaching = /\b(global|nonlocal|import|setattr|delattr|globals|locals|vars|exec|eval|__\w+__)\b/

/** The bodies of outermost functions on which no certificate depends. */
function idleBodies(file: SourceFile, edits: readonly Edit[]): readonly Node[] {
  const busy = busyWords(file, edits)
  const isBusy = (node: Node) => busy.has(file.resolver.text(node.child('name') ?? node))
  const outer = nodesOfType(file.tree, 'function_definition').filter(
    node => node.within('function_definition') === null,
  )
  const bodies = outer.filter(node => !isBusy(node)).flatMap(node => node.child('body') ?? [])
  const quiet = bodies.filter(({ start, end }) => !edits.some(({ span }) => span.start <= end && span.end >= start))
  const sets = namesSet(file).filter(({ name }) => busy.has(name))
  return quiet.filter(
    body =>
      !reaching.test(file.text.slice(body.start, body.end)) &&
      !sets.some(({ at }) => at >= body.start && at < body.end),
  )
}

/** The words of the statements that are edited. */
function busyWords({ text, tree }: SourceFile, edits: readonly Edit[]): ReadonlySet<string> {
  const statements = new Set(edits.map(({ span }) => statementAround(tree.root, span)))
  const texts = [...statements].map(node => (node ? text.slice(node.start, node.end) : ''))
  return new Set([...texts, ...edits.map(({ content }) => content)].flatMap(each => each.match(/\w+/g) ?? []))
}

/** The innermost statement that holds a place; null for a place between statements. */
function statementAround(root: Node, { start, end }: Span): Node | null {
  let statement: Node | null = null
  for (let node: Node | undefined = root; node; ) {
    node = node.children.find(child => child.start <= start && end <= child.end && child.start < child.end)
    if (node && /(_statement|_definition)$/.test(node.type)) statement = node
  }
  return statement
}

/** The attributes that are set anywhere, by their last names. */
function namesSet({ resolver }: SourceFile): readonly { readonly name: string; readonly at: number }[] {
  return resolver.names.assigned.map(({ node }) => ({
    name: resolver.text(node.child('attribute') ?? node),
    at: node.start,
  }))
}
