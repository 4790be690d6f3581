/** Seconds and memory of command lines, run in turn so that a busy moment of the machine meets all of them. */
import { fileURLToPath } from 'node:url'
import { run } from '../../scripts/corpus/run.mjs'

const wrapper = fileURLToPath(new URL('measure.py', import.meta.url))

/** One run: `seconds`, `processor` seconds, `peak` in MB, exit `status`. */
export function measured(command) {
  return JSON.parse(run('python3', [wrapper, ...command]))
}

/** The medians of so many rounds; each subject has a `command`, and may `prepare` something before it. */
export function medians(subjects, rounds) {
  const runs = new Map(subjects.map(subject => [subject, []]))
  for (let round = 0; round < rounds; round++)
    for (const [subject, list] of runs) {
      subject.prepare?.()
      list.push(measured(subject.command))
    }
  return [...runs].map(([{ name }, list]) => ({
    name,
    seconds: median(list.map(each => each.seconds)),
    processor: median(list.map(each => each.processor)),
    peak: Math.max(...list.map(each => each.peak)),
  }))
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
