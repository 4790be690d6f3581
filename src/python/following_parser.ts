import { Edit, type Parser, type Point, type Tree } from 'web-tree-sitter'
import { copyTree, type Runtime, type SyntaxTree, textForGrammar } from './copy_tree.ts'
import { type Replaced, TakenNodes } from './taken_nodes.ts'

/** Deeper trees are copied whole: taking nodes over goes down by recursion. */
const deepest = 500

/**
 * Parses the texts of one document one after the other. Of each it takes over what the one before has, which is why a tree is
 * only good until the next text is parsed.
 */
export class FollowingParser {
  private readonly runtime: Runtime
  private readonly parser: Parser
  private last: { readonly text: string; readonly tree: Tree; readonly copy: SyntaxTree } | null = null

  constructor(runtime: Runtime, parser: Parser) {
    this.runtime = runtime
    this.parser = parser
  }

  /** @throws Error when the parser was stopped */
  parse(source: string): SyntaxTree {
    const text = textForGrammar(source)
    // What the parser makes of broken text hangs on what it read before, so that only sound trees lead to the next one.
    const last = this.last?.tree.rootNode.hasError ? null : this.last
    const replaced = last && replacedIn(last.text, text)
    if (replaced) last?.tree.edit(editOf(last.text, text, replaced))
    const followed = last && this.parser.parse(text, last.tree)
    const isBroken = followed?.rootNode.hasError
    if (isBroken) followed?.delete()
    const tree = followed && !isBroken ? followed : this.parser.parse(text)
    if (!tree) throw new Error('the parser was stopped')
    const taken = last && replaced && tree === followed ? takenFrom(last, tree, replaced) : null
    const copy = copyTree(this.runtime, tree, source, taken)
    this.close()
    this.last = { text, tree, copy }
    return copy
  }

  /** Frees the tree that is kept. */
  close(): void {
    this.last?.tree.delete()
    this.last = null
  }
}

function takenFrom({ tree: before, copy }: { tree: Tree; copy: SyntaxTree }, tree: Tree, replaced: Replaced) {
  // What the grammar misses takes no place in the text, so that no change of it can be told by places.
  if (copy.errors.length > 0 || tree.rootNode.hasError || copy.depth > deepest) return null
  const changed = before.getChangedRanges(tree).map(({ startIndex: start, endIndex: end }) => ({ start, end }))
  return new TakenNodes(copy.nodes, replaced, changed)
}

/** What stands between the longest beginning and the longest end that two texts share; no character of two units is torn. */
function replacedIn(before: string, after: string): Replaced {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  if (isHigh(before.charCodeAt(start - 1))) start--
  let end = 0
  const rest = most - start
  while (end < rest && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++
  if (isLow(before.charCodeAt(before.length - end))) end--
  return { start, oldEnd: before.length - end, newEnd: after.length - end }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000

function editOf(before: string, after: string, { start, oldEnd, newEnd }: Replaced): Edit {
  const startPosition = pointAt(before, start)
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointAt(before, oldEnd),
    newEndPosition: pointAt(after, newEnd),
  })
}

function pointAt(text: string, offset: number): Point {
  let row = 0
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++
    start = at + 1
  }
  return { row, column: offset - start }
}
