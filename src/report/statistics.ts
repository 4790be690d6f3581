import type { Code, RuleName } from '../engine/codes.ts'
import { type CodeCount, Counts } from './counts.ts'
import type { Reporter } from './reporter.ts'

/** ruff's `--statistics` of one code. */
interface Statistic {
  readonly code: Code
  readonly name: RuleName
  readonly count: number
  /** Whether all of them can be fixed. */
  readonly fixable: boolean
  readonly fixable_count: number
}

/** The counts of each code instead of the findings; fixes that are unsafe count only when they are wanted. */
export function createStatisticsReporter(format: 'text' | 'json', unsafeToo: boolean): Reporter {
  const counts = new Counts()
  return {
    file: ({ findings }) => {
      counts.add(findings)
      return ''
    },
    end: () => {
      const statistics = counts.sorted().map(each => statisticOf(each, unsafeToo))
      return format === 'json' ? `${JSON.stringify(statistics, null, 2)}\n` : table(statistics)
    },
  }
}

function statisticOf({ code, name, total, safe, unsafe }: CodeCount, unsafeToo: boolean): Statistic {
  const fixable_count = unsafeToo ? safe + unsafe : safe
  return { code, name, count: total, fixable: fixable_count === total, fixable_count }
}

function table(statistics: readonly Statistic[]): string {
  const width = Math.max(0, ...statistics.map(({ count }) => String(count).length))
  return statistics
    .map(each => `${String(each.count).padEnd(width)}\t${each.code}\t${mark(each)} ${each.name}\n`)
    .join('')
}

/** ruff's marks: all can be fixed, some can, none can. */
function mark({ fixable, fixable_count }: Statistic): string {
  if (fixable) return '[*]'
  return fixable_count > 0 ? '[-]' : '[ ]'
}
