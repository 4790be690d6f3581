import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createChecker } from '../src/engine/checker.ts'
import { type Environment, modelEnvironment } from './environments.ts'
import { finish, work } from './execute.ts'
import { grammar } from './grammar.ts'
import { readLines, writeLines } from './lines.ts'
import { modelPage } from './model_page.ts'
import {
  bound,
  type Judged,
  jobsOf,
  type ModelJob,
  type ModelRecord,
  type ModelRun,
  outcomeOf,
  share,
  worst,
} from './model_rows.ts'
import { keepSection } from './page.ts'
import { type Part, passedUnless, type Row } from './part.ts'

/** Models from PyPI: each ConvTranspose1d's own source line, rewritten, computes what torch computed. */
export const realModels: Part = async ({ torch, mindspores, environments, packages: chosen }) => {
  const environment = modelEnvironment(torch, environments)
  if (environment.missing) throw new Error(environment.missing)
  const checker = await createChecker(grammar)
  const judged: Judged[] = []
  for (const name of chosen ?? packagesOf(environment)) {
    const folder = resolve(work, 'models', name)
    console.error(`  ${name}`)
    const records = recorded(environment, name, folder)
    const jobs = jobsOf(checker, records)
    for (const mindspore of mindspores) judged.push(...judge(records, jobs, folder, mindspore))
    if (existsSync(folder)) rmSync(folder, { recursive: true })
  }
  if (!chosen) keepSection('models', modelPage(judged, torch.name))
  return mindspores.map(({ name }) => {
    const here = judged.filter(({ on }) => on === name)
    return rowOf(name, here, chosen ? [] : tooFew(here))
  })
}

// JSON.parse knows no types; model_builders.py prints names.
const packagesOf = (environment: Environment) => JSON.parse(finish(environment, ['model_builders.py'])) as string[]

/** A package that cannot be imported counts as one model that does not build. */
function recorded(environment: Environment, name: string, folder: string): readonly ModelRecord[] {
  try {
    finish(environment, ['record_models.py', name, folder])
    return readLines<ModelRecord>(`${folder}/records.jsonl`)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return [{ model: name, package: name, version: '', error: { text }, layers: [] }]
  }
}

function judge(
  records: readonly ModelRecord[],
  jobs: readonly ModelJob[],
  folder: string,
  mindspore: Environment,
): readonly Judged[] {
  const [asked, answered] = [`${folder}/jobs.jsonl`, `${folder}/runs.jsonl`]
  writeLines(asked, jobs)
  if (jobs.length > 0) finish(mindspore, ['run_models.py', asked, answered, String(bound)])
  const runs = jobs.length > 0 ? readLines<ModelRun>(answered) : []
  return records.map(({ model, package: from, version, error }) => ({
    ...{ on: mindspore.name, model, version: `${from} ${version}`, error: error?.text ?? null },
    jobs: jobs.filter(job => job.model === model),
    runs: runs.filter(run => run.id.startsWith(`${model}#`)),
  }))
}

/** A run of all packages counts only with so many models within the bound, of so many packages. */
const least = { models: 60, packages: 15 }

function tooFew(judged: readonly Judged[]): readonly string[] {
  const within = judged.filter(each => outcomeOf(each) === 'within the bound')
  if (within.length >= least.models && packagesIn(within) >= least.packages) return []
  return [`fewer than ${least.models} models of ${least.packages} packages within the bound`]
}

function rowOf(environment: string, judged: readonly Judged[], amiss: readonly string[]): Row {
  const of = (...outcomes: readonly string[]) => judged.filter(each => outcomes.includes(outcomeOf(each)))
  const [within, over, wrong, unbuilt] = [
    of('within the bound'),
    of('over the bound'),
    of('wrong'),
    of('did not build'),
  ]
  const run = [...within, ...over, ...wrong]
  const jobs = run.flatMap(each => each.jobs)
  if (jobs.length === 0) throw new Error('no model was built')
  const lines = jobs.filter(({ way }) => way === 'source line').length
  const told = [
    `${within.length} models of ${packagesIn(within)} packages within ${share(bound)}, the largest difference ${largest(within)}`,
    ...(over.length > 0 ? [`${over.length} over it by rounding alone (${largest(over)})`] : []),
    `${wrong.length} wrong`,
    `${unbuilt.length} did not build`,
    `${jobs.length} layers, ${lines} by their source line, ${jobs.length - lines} by the evaluated call`,
  ].join('; ')
  const problems = [...wrong.flatMap(problemsOf), ...amiss]
  return { part: 'real models', environment, status: passedUnless(problems), told, problems }
}

const largest = (judged: readonly Judged[]) => share(worst(judged.flatMap(({ runs }) => runs)))
const packagesIn = (judged: readonly Judged[]) => new Set(judged.map(({ version }) => version)).size

function problemsOf({ model, runs }: Judged): readonly string[] {
  const failed = runs.filter(run => run.error !== null || (run.difference ?? 0) > bound)
  return failed.map(({ error, difference }) => `${model}: ${error?.text ?? `differs by ${difference}`}`)
}
