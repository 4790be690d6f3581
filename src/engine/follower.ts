import type { PythonParser, SyntaxTree } from '../python/parser.ts'
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

/** The first text of an analysis is like the first of the one before, the second like the second; each lives for one analysis. */
class FollowedTexts {
  private readonly parser: PythonParser
  private readonly followers: PythonParser[] = []

  constructor(parser: PythonParser) {
    this.parser = parser
  }

  /** The parser for the next analysis. */
  begin(): PythonParser {
    const parsed: SyntaxTree[] = []
    const parse = (source: string) => {
      const known = parsed.find(tree => tree.source === source)
      if (known) return known
      const tree = this.follower(parsed.length).parse(source)
      parsed.push(tree)
      return tree
    }
    return { parse, follow: () => this.parser.follow() }
  }

  private follower(index: number): PythonParser {
    if (index >= mostFollowed) return this.parser
    const follower = this.followers[index] ?? this.parser.follow()
    this.followers[index] = follower
    return follower
  }
}
