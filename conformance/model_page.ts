import { bound, type Judged, type ModelRun, outcomeOf, share, worst } from './model_rows.ts'

/** The models' section of docs/conformance.md. */
export function modelPage(judged: readonly Judged[], torch: string): string {
  const mindspores = [...new Set(judged.map(({ on }) => on))]
  const models = [...new Set(judged.map(({ model }) => model))].sort()
  const of = (model: string) => judged.filter(each => each.model === model)
  const rows = models.map(model => cells(of(model), mindspores))
  const head = ['model', 'package', 'layers', 'by source line', 'by evaluated call', ...mindspores]
  const over = judged.flatMap(each => rounded(each))
  return [
    '## Real models',
    '',
    'Each model is built with random weights and no network. Each of its ConvTranspose1d is run under torch on noise of 16',
    'frames in its own width; the source line that made it is rewritten by the command line and evaluated under MindSpore',
    'with the recorded values of its names. Where that line has no fix (starred arguments, tables of classes), or the model',
    'sets an attribute of the layer after it was made, the call with its evaluated arguments is rewritten. Weights are the',
    `same. The last columns are the largest difference, by the scale of torch's output, in float32; the bound is ${share(bound)}.`,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${torch}, CPU, PyNative. ${counts(judged, mindspores)}`,
    '',
    ...(over.length > 0 ? [...overTheBound, '', ...over, ''] : []),
    ...[head, head.map(() => '---'), ...rows].map(line => `| ${line.join(' | ')} |`),
    '',
  ].join('\n')
}

const overTheBound = [
  'Over the bound, by the rounding of float32 alone: the same rewritten layer on an eighth of its input channels at a time,',
  'added up in float64, is within it.',
]

function counts(judged: readonly Judged[], mindspores: readonly string[]): string {
  const within = mindspores.map(name =>
    judged.filter(each => each.on === name && outcomeOf(each) === 'within the bound'),
  )
  const told = within.map((each, index) => `${each.length} on ${mindspores[index]}`)
  return `Models within the bound: ${told.join(', ')}.`
}

function rounded({ on, model, runs }: Judged): readonly string[] {
  const over = runs.filter((run): run is ModelRun & { rounding: object } => run.rounding !== null)
  return over.map(({ id, difference, rounding: { torch, mindspore, in_parts } }) =>
    [
      `- ${model}, layer ${id.split('#')[1]}, ${on}: ${share(difference ?? 0)}. From float64: torch ${share(torch)},`,
      `MindSpore ${share(mindspore)}, in eight parts ${share(in_parts)}.`,
    ].join(' '),
  )
}

function cells(rows: readonly Judged[], mindspores: readonly string[]): readonly string[] {
  const [first] = rows
  if (!first) return []
  const lines = first.jobs.filter(({ way }) => way === 'source line').length
  const counted = [first.jobs.length, lines, first.jobs.length - lines].map(String)
  return [first.model, first.version, ...counted, ...mindspores.map(on => told(rows.find(each => each.on === on)))]
}

function told(judged: Judged | undefined): string {
  if (!judged) return 'not run'
  const failed = judged.error ?? judged.runs.find(({ error }) => error)?.error?.text
  if (failed) return `did not run: ${failed.replaceAll('|', '\\|').slice(0, 120)}`
  if (judged.runs.length === 0) return 'no layer'
  const outcome = outcomeOf(judged)
  return `${share(worst(judged.runs))}${outcome === 'within the bound' ? '' : `, ${outcome}`}`
}
