/** Seconds and memory of command lines, run in turn so that a busy moment of the machine meets all of them. */
import { fileURLToPath } from 'node:url'
import { run } from '../../scripts/corpus/run.mjs'

const wrapper = fileURLToPath(new URL('measure.py', import.meta.url))

/** So many seconds all runs of one command may take together; one that alone takes longer is stopped. */
export const mostSeconds = 100

/** One run: `seconds`, `processor` seconds, `peak` in MB, exit `status`, and whether it `ended` by itself. */
export function measured(command) {
  return JSON.parse(run('python3', [wrapper, String(mostSeconds), ...command]))
}

/** The medians of so many rounds, or of those for which there was time; each subject has a `name` and a `command`. */
export function medians(subjects, rounds) {
  const runs = new Map(subjects.map(subject => [subject, []]))
  for (let round = 0; round < rounds; round++)
    for (const [{ command }, list] of runs) if (hasTime(list)) list.push(measured(command))
  return [...runs].map(([{ name }, list]) => ({
    name,
    rounds: list.length,
    ended: list.every(each => each.ended),
    seconds: median(list.map(each => each.seconds)),
    processor: median(list.map(each => each.processor)),
    peak: Math.max(...list.map(each => each.peak)),
  }))
}

/** Whether one more run, as long as those before, ends in time. */
function hasTime(runs) {
  const taken = runs.reduce((sum, each) => sum + each.seconds, 0)
  return runs.length === 0 || taken + taken / runs.length <= mostSeconds
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
