import type { FollowingParser, PythonParser, SyntaxTree } from '../python/parser.ts'
import { Certified } from './certified.ts'
import { type Analysis, checkSource, type Parts } from './check_source.ts'
import type { Loader } from './loader.ts'
import { defaultOptions, type Options } from './options.ts'

/** Analyses a source again and again, quickly where it is much like the one before. */
export interface Follower {
  analyse(source: string, options?: Partial<Options>, loader?: Loader): Analysis
}

/** So many of the texts of one analysis are followed: the source, and what its rewrites make of it. */
const mostFollowed = 3

/** Follows a source through its changes. */
export function follow(parts: Parts): Follower {
  const texts = new FollowedTexts(parts.parser)
  const certified = new Certified()
  let read: Loader['read'] | undefined
  return {
    analyse: (source, options = {}, loader) => {
      if (loader?.read !== read) certified.clear()
      read = loader?.read
      return checkSource(
        source,
        { ...defaultOptions, ...options },
        { ...parts, parser: texts.begin(), certified },
        loader ?? null,
      )
    },
  }
}

/** Each text of an analysis goes on from the most similar one of the analysis before. */
class FollowedTexts {
  private readonly parser: PythonParser
  private readonly followers: readonly FollowingParser[]

  constructor(parser: PythonParser) {
    this.parser = parser
    this.followers = Array.from({ length: mostFollowed }, () => parser.follow())
  }

  /** The parser for the next analysis, for which its trees are good. */
  begin(): PythonParser {
    const parsed: SyntaxTree[] = []
    const free = new Set(this.followers)
    const parse = (source: string) => {
      const known = parsed.find(tree => tree.source === source)
      if (known) return known
      const follower = mostSimilar(free, source)
      if (follower) free.delete(follower)
      const tree = (follower ?? this.parser).parse(source)
      parsed.push(tree)
      return tree
    }
    return { parse, follow: () => this.parser.follow() }
  }
}

/** One that would read half of the text again is no better than one that has read nothing yet. */
function mostSimilar(followers: Iterable<FollowingParser>, source: string): FollowingParser | undefined {
  const shared = [...followers].map(follower => ({
    follower,
    length: follower.sharedWith(source) ?? source.length / 2,
  }))
  return shared.sort((a, b) => b.length - a.length)[0]?.follower
}
