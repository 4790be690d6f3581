import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ast } from './ast.ts'
import { compatClass } from './compat.ts'
import { environment } from './environments.ts'
import { fixtures } from './fixtures.ts'
import { goldens } from './goldens.ts'
import { realModels } from './models.ts'
import { notes } from './notes.ts'
import { keepRows, writePage } from './page.ts'
import { notRun, type Part, type Row, type Setting } from './part.ts'
import { randomCalls } from './random_calls.ts'
import { reader } from './reader.ts'
import { tableOf } from './table.ts'
import { treeSitter } from './tree_sitter.ts'

const parts: Readonly<Record<string, Part>> = {
  parser: treeSitter,
  reader,
  ast,
  goldens,
  fixtures,
  random: randomCalls,
  compat: compatClass,
  notes,
  models: realModels,
}

/** What runs without the frameworks. */
const aboutText: ReadonlySet<Part> = new Set([treeSitter, reader, ast])

const { wanted, environments, ...chosen } = asked()
const setting: Setting = {
  torch: environment('torch', '2.15.0', environments),
  mindspores: ['2.7.0', '2.10.0'].map(version => environment('mindspore', version, environments)),
  environments,
  ...chosen,
}

const rows: Row[] = []
for (const name of wanted) {
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
  if (aboutText.has(part)) return part(setting)
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

/** What the command line asks for; ends the process where that cannot be. */
function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
        calls: { type: 'string', default: '1000' },
        packages: { type: 'string' },
        environments: { type: 'string', default: 'conformance' },
      },
    })
    const unknown = positionals.filter(name => !(name in parts))
    if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
    return {
      wanted: positionals.length > 0 ? positionals : Object.keys(parts),
      environments: resolve(values.environments),
      seed: whole('--seed', values.seed),
      calls: whole('--calls', values.calls),
      packages: values.packages?.split(',') ?? null,
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(2)
  }
}

function whole(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${option} takes a whole number, not ${text}`)
  return Number(text)
}
