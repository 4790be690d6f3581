import type { PythonParser } from '../../src/python/parser.ts'
import type { SyntaxTree } from '../../src/python/syntax_tree.ts'
import type { Judge, Judged } from './judge.ts'
import { scopesOf } from './scopes.ts'
import { linesOf } from './statements.ts'
import { ownUses, theirUses } from './uses.ts'

/** What came of one program. */
export interface Verdict {
  readonly kind:
    | 'equal'
    | 'different'
    | 'refused by us alone'
    | 'refused by CPython alone'
    | 'refused by both'
    | 'not UTF-8'
  /** What is different, or refused; empty where nothing is. */
  readonly told: string
}

/** Whether CPython made of a program what our parser makes of it. */
export function verdictOn(source: string, judged: Judged, { exact }: Judge, parser: PythonParser): Verdict {
  const { otherwise, refused, nodes = '', scopes = null } = judged
  if (otherwise !== undefined) return { kind: 'not UTF-8', told: otherwise }
  const tree = parser.parse(source)
  const [error] = tree.errors
  if (refused !== undefined) return { kind: error ? 'refused by both' : 'refused by CPython alone', told: refused }
  if (error) return { kind: 'refused by us alone', told: lineAt(source, error.start) }
  const told =
    treeDifference(tree, nodes, exact) ??
    (exact ? differenceOf('use', ownUses(tree), theirUses(nodes.split('\n'))) : null) ??
    (scopes && differenceOf('scope', scopesOf(tree), scopes))
  return told === null ? { kind: 'equal', told: '' } : { kind: 'different', told }
}

function treeDifference(tree: SyntaxTree, nodes: string, isExact: boolean): string | null {
  const own = linesOf(tree, isExact)
  if (own.join('\n') === nodes) return null
  const theirs = nodes.split('\n')
  const at = [...own, ''].findIndex((line, index) => line !== theirs[index])
  return `${own[at]} is not ${theirs[at]}: ${lineAt(tree.source, placeNear(own, at))}`
}

/** Where the node of a line stands, or the last one before it that has a place. */
function placeNear(lines: readonly string[], at: number): number {
  for (const line of lines.slice(0, at + 1).toReversed()) {
    const [, , , place = ''] = line.split(' ')
    if (/^\d/.test(place)) return Number.parseInt(place, 10)
  }
  return 0
}

function differenceOf(what: string, own: readonly string[], theirs: readonly string[]): string | null {
  const at = [...own, ''].findIndex((line, index) => line !== theirs[index])
  return own.length === theirs.length && at === own.length ? null : `${what} ${own[at]} is not ${theirs[at]}`
}

function lineAt(source: string, at: number): string {
  const start = Math.max(source.lastIndexOf('\n', at - 1) + 1, at - 60)
  return JSON.stringify(source.slice(start, at + 60))
}
