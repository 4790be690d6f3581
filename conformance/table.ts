import type { Row } from './part.ts'

const problemsShown = 20

/** The table, and under it what went wrong. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ part, environment, status, told }) => `| ${part} | ${environment} | ${status} | ${told} |`)
  return [
    '| part | with | outcome | measured |',
    '| --- | --- | --- | --- |',
    ...cells,
    ...rows.flatMap(problems),
  ].join('\n')
}

function problems({ part, environment, problems: all }: Row): readonly string[] {
  if (all.length === 0) return []
  const more = all.length > problemsShown ? [`- and ${all.length - problemsShown} more`] : []
  return ['', `${part}, ${environment}:`, ...all.slice(0, problemsShown).map(text => `- ${text}`), ...more]
}
