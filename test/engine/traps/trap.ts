import type { Code } from '../../../src/engine/codes.ts'
import type { Applicability } from '../../../src/engine/finding.ts'

/** What must be said of the one call: nothing (it is certainly not torch's), TSP308, or a code and what fix there is. */
export type Expect = 'silent' | 'possible' | { readonly code: Code; readonly fix: Applicability | 'none' }

export interface Trap {
  readonly name: string
  readonly source: string
  /** Where the last name of the callee begins; null when there is no call at all. */
  readonly at: number | null
  readonly expect: Expect
  /** The design's text does not decide it; its principles do. */
  readonly judgement: boolean
  /** What the source holds, in this order, after all fixes. */
  readonly has: readonly string[]
  /** What it must not hold then. */
  readonly lacks: readonly string[]
}

interface Extra {
  readonly judgement?: true
  readonly has?: readonly string[]
  readonly lacks?: readonly string[]
}

export const safe = { code: 'TSP101', fix: 'safe' } as const
export const unsafe = { code: 'TSP101', fix: 'unsafe' } as const
export const unfixed = { code: 'TSP101', fix: 'none' } as const
export const raises = { code: 'TSP208', fix: 'none' } as const
export const judgement = { judgement: true } as const

export const blocked = (code: Code) => ({ code, fix: 'none' }) as const

/** `§` stands before the callee's last name; the indentation that all lines share is not part of the source. */
export function trap(name: string, expect: Expect, marked: string, extra: Extra = {}): Trap {
  const text = dedent(marked)
  const at = text.indexOf('§')
  return {
    ...{ name, source: text.replace('§', ''), at: at < 0 ? null : at, expect },
    ...{ judgement: false, has: [], lacks: [], ...extra },
  }
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  const shared = Math.min(...indents)
  return `${lines.map(line => line.slice(shared)).join('\n')}\n`
}
