import { parseArgs } from 'node:util'
import { compatClass } from './compat.ts'
import { environment } from './environments.ts'
import { fixtures } from './fixtures.ts'
import { goldens } from './goldens.ts'
import { realModels } from './models.ts'
import { notes } from './notes.ts'
import { keepRows, writePage } from './page.ts'
import { notRun, type Part, type Row, type Setting } from './part.ts'
import { randomCalls } from './random_calls.ts'
import { tableOf } from './table.ts'
import { treeSitter } from './tree_sitter.ts'

const parts: Readonly<Record<string, Part>> = {
  parser: treeSitter,
  goldens,
  fixtures,
  random: randomCalls,
  compat: compatClass,
  notes,
  models: realModels,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, calls: { type: 'string', default: '1000' }, packages: { type: 'string' } },
})
const unknown = positionals.filter(name => !(name in parts))
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)

const setting: Setting = {
  torch: environment('torch', '2.15.0'),
  mindspores: [environment('mindspore', '2.7.0'), environment('mindspore', '2.10.0')],
  seed: Number(values.seed ?? Date.now() % 2 ** 31),
  calls: Number(values.calls),
  packages: values.packages?.split(',') ?? null,
}

const rows: Row[] = []
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  console.error(`${name} ...`)
  const found = await runPart(name)
  if (!setting.packages) keepRows(name, found)
  rows.push(...found)
}
writePage(Object.keys(parts))
console.log(tableOf(rows))
process.exitCode = rows.some(({ status }) => status === 'not run')
  ? 2
  : rows.some(({ status }) => status === 'failed')
    ? 1
    : 0

/** A part runs with the environments that are there; one that fails as a whole did not run. */
async function runPart(name: string): Promise<readonly Row[]> {
  const { torch, mindspores } = setting
  const part = parts[name]
  if (!part) return []
  if (part === treeSitter) return part(setting)
  const missing = mindspores.filter(each => each.missing).map(each => notRun(name, each, each.missing ?? ''))
  if (torch.missing) return mindspores.map(each => notRun(name, each, `torch is missing: ${torch.missing}`))
  const there = mindspores.filter(each => !each.missing)
  if (there.length === 0) return missing
  try {
    return [...(await part({ ...setting, mindspores: there })), ...missing]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [...there.map(each => notRun(name, each, reason)), ...missing]
  }
}
