/** Child processes whose failure is an error with their own words in it. */
import { spawnSync } from 'node:child_process'

/** Runs to the end and gives stdout; an exit status that is not listed throws. */
export function run(command, args, { statuses = [0], ...options } = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30, ...options })
  if (result.error) throw result.error
  if (statuses.includes(result.status)) return result.stdout
  throw new Error(`corpus: ${command} ${args.join(' ')}: exit ${result.status ?? result.signal}\n${result.stderr}`)
}
