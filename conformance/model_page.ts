import { type Judged, worst } from './model_rows.ts'

/** The models' section of docs/conformance.md. */
export function modelPage(judged: readonly Judged[], torch: string): string {
  const mindspores = [...new Set(judged.map(({ on }) => on))]
  const models = [...new Set(judged.map(({ model }) => model))].sort()
  const rows = models.map(model =>
    cells(
      judged.filter(each => each.model === model),
      mindspores,
    ),
  )
  const head = ['model', 'package', 'layers', 'by source line', 'by evaluated call', ...mindspores]
  return [
    '## Real models',
    '',
    'Each model is built with random weights and no network. Each of',
    'its ConvTranspose1d is run under torch on noise of 16 frames in its own width; the source line that made it is rewritten',
    'by the command line and evaluated under MindSpore with the recorded values of its names, or, where that line has no fix',
    '(starred arguments, tables of classes), the call with its evaluated arguments is rewritten. Weights are the same. The',
    "last columns are the largest difference, by the scale of torch's output, in float32; the bound is 5e-6.",
    '',
    `${new Date().toISOString().slice(0, 10)}, ${torch}, CPU, PyNative.`,
    '',
    ...[head, head.map(() => '---'), ...rows].map(line => `| ${line.join(' | ')} |`),
    '',
  ].join('\n')
}

function cells(rows: readonly Judged[], mindspores: readonly string[]): readonly string[] {
  const [first] = rows
  if (!first) return []
  const lines = first.jobs.filter(({ way }) => way === 'source line').length
  const counts = [first.jobs.length, lines, first.jobs.length - lines].map(String)
  return [first.model, first.version, ...counts, ...mindspores.map(on => told(rows.find(each => each.on === on)))]
}

function told(judged: Judged | undefined): string {
  if (!judged) return 'not run'
  const failed = judged.error ?? judged.runs.find(({ error }) => error)?.error?.text
  if (failed) return `did not run: ${failed.replaceAll('|', '\\|').slice(0, 120)}`
  return judged.runs.length > 0 ? worst(judged.runs).toExponential(1) : 'no layer'
}
