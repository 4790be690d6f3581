import type { Code, RuleName } from '../engine/codes.ts'
import type { Applicability, Finding } from '../engine/finding.ts'

/** The findings of one code, by what can be done about them. */
export interface CodeCount {
  readonly code: Code
  readonly name: RuleName
  readonly total: number
  readonly safe: number
  readonly unsafe: number
}

/** Counts findings by their codes, file by file. */
export class Counts {
  private readonly counts = new Map<Code, CodeCount>()

  add(findings: readonly Finding[]): void {
    for (const { code, name, fix } of findings) {
      const before = this.counts.get(code) ?? { code, name, total: 0, safe: 0, unsafe: 0 }
      this.counts.set(code, { ...before, total: before.total + 1, ...oneMore(before, fix?.applicability) })
    }
  }

  /** The most frequent first. */
  sorted(): readonly CodeCount[] {
    return [...this.counts.values()].sort((a, b) => b.total - a.total || a.code.localeCompare(b.code))
  }
}

function oneMore({ safe, unsafe }: CodeCount, applicability: Applicability | undefined): Partial<CodeCount> {
  if (applicability === 'safe') return { safe: safe + 1 }
  return applicability === 'unsafe' ? { unsafe: unsafe + 1 } : {}
}
