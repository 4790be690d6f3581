import * as v from 'valibot'
import { type Settings, schema } from './schema.ts'

type Issue = v.InferIssue<typeof schema>

const names = Object.keys(schema.entries)

const isName = (key: unknown): key is keyof Settings => typeof key === 'string' && Object.hasOwn(schema.entries, key)

/** What is wrong with a setting, and what would be right, in one line. */
export function problemOf(issue: Issue): string {
  const name = issue.path?.[0].key
  if (name === undefined) return `expected a table of settings, found ${found(issue)}`
  if (!isName(name)) return `unknown setting ${JSON.stringify(name)}; the settings are ${names.join(', ')}`
  if (issue.type === 'check') return `${name}: ${issue.message}`
  const { description, example } = v.getMetadata(schema.entries[name].wrapped)
  return `${name}: expected ${description}, found ${found(issue)}; for example: ${example}`
}

function found({ input, received }: Issue): string {
  return typeof input === 'string' ? JSON.stringify(input) : received
}
