/** Where one run's time goes, off a processor profile: the time of each part of the way, in seconds. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../scripts/corpus/run.mjs'

/** The part to which a function and all that it calls belongs; the innermost that is named counts. */
const parts = [
  ['memory management', /^\(garbage collector\)$/],
  ['finding files', /^(findFiles|walk\d*)$/],
  ['reading files, and looking for the names', /^(bytesOf\d*|bytesIn|looked|mayHold|lookThrough)$/],
  ['what earlier runs found', /^(remembered|keep)$/],
  ['reading Python', /^_?(ts_parser_parse_wasm|parse\d*|readTree|syntaxTree)$/],
  ['following imports', /^(mayGive|isLeading|canHandOn|isDefinition|mentionsTorch|locate)$/],
  ['rewriting and proving', /^(judgeReferences|judgeCalls)$/],
  ['names and what they mean', /^checkSource$/],
]

/** Runs a command line of Node's, and sums its main thread's profile up; `[part, seconds]`, the longest first. */
export function timeByPart([node, ...args]) {
  const folder = mkdtempSync(join(tmpdir(), 'torchspore-profile-'))
  run(node, ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...args], { statuses: [0, 1] })
  const sums = new Map()
  // The names end in the thread and a number.
  const main = readdirSync(folder).filter(name => /\.0\.\d+\.cpuprofile$/.test(name))
  for (const name of main) addProfile(JSON.parse(readFileSync(join(folder, name), 'utf8')), sums)
  rmSync(folder, { recursive: true })
  return [...sums].sort((a, b) => b[1] - a[1])
}

function addProfile({ nodes, samples, timeDeltas }, sums) {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const parents = new Map(nodes.flatMap(node => (node.children ?? []).map(child => [child, node.id])))
  const known = new Map()
  const partOf = id => {
    if (id === undefined) return 'start and all else'
    if (!known.has(id)) known.set(id, own(byId.get(id)) ?? partOf(parents.get(id)))
    return known.get(id)
  }
  const idle = new Set(nodes.filter(node => node.callFrame.functionName === '(idle)').map(({ id }) => id))
  for (const [index, id] of samples.entries()) {
    if (idle.has(id)) continue
    sums.set(partOf(id), (sums.get(partOf(id)) ?? 0) + timeDeltas[index] / 1e6)
  }
}

function own({ callFrame }) {
  return parts.find(([, pattern]) => pattern.test(callFrame.functionName))?.[0]
}
