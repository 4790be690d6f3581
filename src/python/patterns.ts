import type { Node } from './node.ts'

/** What a `case` pattern does with a name. */
export interface PatternName {
  readonly node: Node
  readonly does: 'read' | 'capture'
}

/** The names that a pattern of a `case` reads or captures, in the order of the text. */
export function patternNames(pattern: Node, text: (node: Node) => string): readonly PatternName[] {
  return new Patterns(text).alternative(pattern)
}

class Patterns {
  private readonly text: (node: Node) => string

  constructor(text: (node: Node) => string) {
    this.text = text
  }

  alternative(node: Node): readonly PatternName[] {
    return node.parts.flatMap(part => this.part(part))
  }

  private pattern(node: Node): readonly PatternName[] {
    switch (node.type) {
      case 'splat_pattern':
        return node.parts.flatMap(captured)
      case 'class_pattern':
        return this.classPattern(node)
      case 'keyword_pattern':
        return node.parts.slice(1).flatMap(part => this.part(part))
      case 'as_pattern':
        return this.asPattern(node)
      case 'case_pattern':
        return this.alternative(node)
      default:
        return node.parts.flatMap(part => this.part(part))
    }
  }

  private part(node: Node): readonly PatternName[] {
    if (node.type !== 'dotted_name') return this.pattern(node)
    const [first, second] = node.parts
    if (!first) return []
    if (second) return [{ node: first, does: 'read' }]
    return this.text(first) === '_' ? [] : [{ node: first, does: 'capture' }]
  }

  private classPattern(node: Node): readonly PatternName[] {
    const [head, ...rest] = node.parts
    const first = head?.type === 'dotted_name' ? head.parts[0] : head
    const read: readonly PatternName[] = first ? [{ node: first, does: 'read' }] : []
    return [...read, ...rest.flatMap(part => this.part(part))]
  }

  private asPattern(node: Node): readonly PatternName[] {
    const last = node.parts.at(-1)
    const inside = node.parts.slice(0, -1)
    return [...inside.flatMap(part => this.pattern(part)), ...(last ? captured(last) : [])]
  }
}

function captured(node: Node): readonly PatternName[] {
  return node.type === 'identifier' ? [{ node, does: 'capture' }] : []
}
