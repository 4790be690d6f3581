import { toJsonSchema } from '@valibot/to-json-schema'
import { codePrefixes, isCodePrefix } from './codes.ts'
import { schema } from './schema.ts'

/** The JSON Schema (draft 7) of `[tool.torchspore]` and torchspore.toml, by which editors complete and check them. */
export function settingsJsonSchema(): Readonly<Record<string, unknown>> {
  const converted = toJsonSchema(schema, {
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      'requirement' in valibotAction && valibotAction.requirement === isCodePrefix
        ? { ...jsonSchema, enum: [...codePrefixes] }
        : undefined,
  })
  return { ...converted, title: 'torchspore', description: 'Settings of torchspore' }
}
