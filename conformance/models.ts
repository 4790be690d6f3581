import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createChecker } from '../src/engine/checker.ts'
import { type Environment, modelEnvironment } from './environments.ts'
import { finish, work } from './execute.ts'
import { grammar } from './grammar.ts'
import { readLines, writeLines } from './lines.ts'
import { modelPage } from './model_page.ts'
import { type Judged, jobsOf, type ModelJob, type ModelRecord, type ModelRun, worst } from './model_rows.ts'
import { keepSection } from './page.ts'
import { type Part, passedUnless, type Row } from './part.ts'

/** Of the output's scale, in float32. */
const tolerance = 5e-6

const packages = [
  ...['transformers', 'diffusers', 'encodec', 'descript-audio-codec', 'snac', 'bigvgan', 'demucs', 'denoiser', 'monai'],
  ...[
    'audioseal',
    'speechbrain',
    'moshi',
    'stable-audio-tools',
    'kokoro',
    'styletts2',
    'xcodec2',
    'espnet',
    'seisbench',
  ],
]

/** Models from PyPI: each ConvTranspose1d's own source line, rewritten, computes what torch computed. */
export const realModels: Part = async ({ torch, mindspores, packages: chosen }) => {
  const environment = modelEnvironment(torch)
  if (environment.missing) throw new Error(environment.missing)
  const checker = await createChecker(grammar)
  const judged: Judged[] = []
  for (const name of chosen ?? packages) {
    const folder = resolve(work, 'models', name)
    console.error(`  ${name}`)
    const records = recorded(environment, name, folder)
    const jobs = jobsOf(checker, records)
    for (const mindspore of mindspores) judged.push(...judge(records, jobs, folder, mindspore))
    if (existsSync(folder)) rmSync(folder, { recursive: true })
  }
  if (!chosen) keepSection(modelPage(judged, torch.name))
  return mindspores.map(({ name }) =>
    rowOf(
      name,
      judged.filter(({ on }) => on === name),
    ),
  )
}

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
  writeLines(`${folder}/jobs.jsonl`, jobs)
  if (jobs.length > 0) finish(mindspore, ['run_models.py', `${folder}/jobs.jsonl`, `${folder}/runs.jsonl`])
  const runs = jobs.length > 0 ? readLines<ModelRun>(`${folder}/runs.jsonl`) : []
  return records.map(({ model, package: from, version, error }) => ({
    ...{ on: mindspore.name, model, version: `${from} ${version}`, error: error?.text ?? null },
    jobs: jobs.filter(job => job.model === model),
    runs: runs.filter(run => run.id.startsWith(`${model}#`)),
  }))
}

function rowOf(environment: string, judged: readonly Judged[]): Row {
  const built = judged.filter(({ error, runs }) => error === null && runs.length > 0)
  const jobs = built.flatMap(each => each.jobs)
  const lines = jobs.filter(({ way }) => way === 'source line').length
  if (jobs.length === 0) throw new Error('no model was built')
  const problems = built.flatMap(({ model, runs }) =>
    runs
      .filter(run => run.error !== null || (run.difference ?? Number.POSITIVE_INFINITY) > tolerance)
      .map(run => `${model}: ${run.error?.text ?? `differs by ${run.difference}`}`),
  )
  const told = [
    `${built.length} models of ${new Set(built.map(({ version }) => version)).size} packages, ${jobs.length} layers`,
    `${lines} by their source line, ${jobs.length - lines} by the evaluated call`,
    `largest difference ${worst(built.flatMap(({ runs }) => runs)).toExponential(1)}`,
    `${judged.length - built.length} models did not build`,
  ].join('; ')
  return { part: 'real models', environment, status: passedUnless(problems), told, problems }
}
