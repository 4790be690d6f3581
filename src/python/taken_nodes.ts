import type { Node } from './node.ts'

/** Part of a text that was replaced: where it began, and where it ended before and ends now. */
export interface Replaced {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** An earlier node, and how far it has moved. */
export interface Taken {
  readonly node: Node
  readonly by: number
}

/** A place of the new text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The nodes of an earlier tree that a later one can take over, since neither their text nor their structure has changed. */
export class TakenNodes {
  private readonly nodes: readonly Node[]
  /** Where the nodes began: they move when they are taken over. */
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly replaced: Replaced
  private readonly changed: readonly Stretch[]
  /** How far what stands behind the change has moved. */
  private readonly by: number

  /** `nodes` are those of the earlier tree in their order; `changed` is where the structure of the later one differs. */
  constructor(nodes: readonly Node[], replaced: Replaced, changed: readonly Stretch[]) {
    this.nodes = nodes
    this.starts = new Int32Array(nodes.length)
    this.ends = new Int32Array(nodes.length)
    nodes.forEach(({ start, end }, index) => {
      this.starts[index] = start
      this.ends[index] = end
    })
    this.replaced = replaced
    this.changed = [...changed, { start: replaced.start, end: replaced.newEnd }]
    this.by = replaced.newEnd - replaced.oldEnd
  }

  /** The earlier node that is the same as a new one, and how far it has moved; null where there is none. */
  find(type: string, field: string | null, start: number, end: number): Taken | null {
    if (this.changed.some(each => each.start <= end && start <= each.end)) return null
    const by = start > this.replaced.newEnd ? this.by : 0
    const from = start - by
    for (let index = this.first(from); this.starts[index] === from; index++) {
      const node = this.nodes[index]
      if (this.ends[index] === end - by && node?.type === type && node.field === field) return { node, by }
    }
    return null
  }

  /** The index of the first node that begins at an offset or behind it. */
  private first(offset: number): number {
    let [low, high] = [0, this.starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
