import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Input } from './input.ts'

/** Where failures are kept, in the project's folder; `npm test` tries them again. */
const folder = 'fixtures/fuzz'

/** Keeps a failure, and gives the name of its file. JSON escapes what is no text, such as half a character. */
export function store(input: Input, to = folder): string {
  const name = `${createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 12)}.json`
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, name), `${JSON.stringify(input, null, 2)}\n`)
  return name
}

/** All failures that were kept. */
export function stored(from = folder): readonly (readonly [name: string, input: Input])[] {
  const names = readdirSync(from).filter(name => name.endsWith('.json'))
  // They were written by `store`.
  return names.sort().map(name => [name, JSON.parse(readFileSync(join(from, name), 'utf8')) as Input])
}
