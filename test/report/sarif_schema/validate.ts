import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

// The schema is of draft 4, whose keywords that it uses mean the same today but for its own name.
const { $schema, id, ...schema } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'sarif-schema-2.1.0.json'), 'utf8'),
)
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(schema)

/** What the standard's schema has against a log. */
export function violations(log: unknown): readonly string[] {
  return validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
