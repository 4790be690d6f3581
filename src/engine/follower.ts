import type { PythonParser, SyntaxTree, TextFollower } from '../python/parser.ts'
import { Certified } from './certified.ts'
import { type Analysis, checkSource, type Parts } from './check_source.ts'
import type { Loader } from './loader.ts'
import { defaultOptions, type Options } from './options.ts'

/** Analyses a source again and again, quickly where it is much like the one before; what it keeps for that, `close` frees. */
export interface Follower {
  analyse(source: string, options?: Partial<Options>, loader?: Loader): Analysis
  close(): void
}

/** So many of the texts of one analysis are followed: the source, and what its rewrites make of it. */
const mostFollowed = 3

/** Follows a source through its changes. */
export function follow(parts: Parts): Follower {
  const parser = new FollowedTexts(parts.parser)
  const certified = new Certified()
  let read: Loader['read'] | undefined
  return {
    analyse: (source, options = {}, loader) => {
      parser.begin()
      if (loader?.read !== read) certified.clear()
      read = loader?.read
      return checkSource(source, { ...defaultOptions, ...options }, { ...parts, parser, certified }, loader ?? null)
    },
    close: () => parser.close(),
  }
}

/** The first text of an analysis is like the first of the one before, the second like the second; each lives for one analysis. */
class FollowedTexts implements PythonParser {
  private readonly parser: PythonParser
  private readonly followers: TextFollower[] = []
  private parsed: SyntaxTree[] = []

  constructor(parser: PythonParser) {
    this.parser = parser
  }

  begin(): void {
    this.parsed = []
  }

  parse(source: string): SyntaxTree {
    const known = this.parsed.find(tree => tree.source === source)
    if (known) return known
    const index = this.parsed.length
    if (index >= mostFollowed) return this.parser.parse(source)
    const follower = this.followers[index] ?? this.parser.follow()
    this.followers[index] = follower
    const tree = follower.parse(source)
    this.parsed.push(tree)
    return tree
  }

  follow(): TextFollower {
    return this.parser.follow()
  }

  close(): void {
    for (const follower of this.followers.splice(0)) follower.close()
    this.parsed = []
  }
}
