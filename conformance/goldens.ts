import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { finish, work } from './execute.ts'
import { type Part, passedUnless, type Row } from './part.ts'

const folder = resolve('fixtures/goldens')
const golden = (name: string) => `${folder}/${name}.jsonl`

/** The goldens are computed again: values byte for byte, errors by presence. */
export const goldens: Part = ({ torch, mindspores }) => {
  finish(torch, ['goldens_torch.py', golden('torch'), `${work}/goldens.torch.jsonl`])
  const originals = compared('torch', `${work}/goldens.torch.jsonl`, torch.name)
  return [
    originals,
    ...mindspores.flatMap(mindspore => {
      const out = (name: string) => `${work}/goldens.${name}.${mindspore.name.replace(' ', '-')}.jsonl`
      const names = ['mindspore', 'mindspore_conv2d']
      finish(mindspore, ['goldens_mindspore.py', ...['torch', ...names].map(golden), ...names.map(out)])
      return names.map(name => compared(name, out(name), mindspore.name))
    }),
  ]
}

function compared(name: string, path: string, environment: string): Row {
  const [before, after] = [golden(name), path].map(each => readFileSync(each, 'utf8').trimEnd().split('\n'))
  if (!before || !after || before.length !== after.length) throw new Error(`${name}.jsonl: other lines than before`)
  const wrong = before.filter((line, index) => line !== after[index] && !(isError(line) && isError(after[index] ?? '')))
  const problems = wrong.map(line => `${name}.jsonl: ${line.slice(0, 160)}`)
  const errors = before.filter(isError).length
  const told = `${name}.jsonl: ${before.length} rows computed again, ${wrong.length} differ (${errors} are errors)`
  return { part: 'goldens', environment, status: passedUnless(problems), told, problems }
}

// JSON.parse knows no types; only whether the key is there matters.
const isError = (line: string) => 'error' in (JSON.parse(line) as object)
