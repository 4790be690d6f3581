import { parse, TomlError } from 'smol-toml'
import * as v from 'valibot'
import { problemOf } from './problem.ts'
import { type Settings, schema } from './schema.ts'

/** What a settings file says: settings, nothing about torchspore at all, or what is wrong with it (one line, English). */
export type Parsed =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'absent' }
  | { readonly kind: 'problem'; readonly problem: string }

const pyproject = v.object({ tool: v.object({ torchspore: v.unknown() }) })

/** Reads torchspore.toml. */
export function parseTorchspore(text: string): Parsed {
  const document = parseToml(text)
  return document.kind === 'table' ? check(document.table, '') : document
}

/** Reads `[tool.torchspore]` of pyproject.toml; without that table the file says nothing. */
export function parsePyproject(text: string): Parsed {
  // Other tools' pyproject.toml, templates of one among them, need not even be TOML to be passed over.
  if (!text.includes('torchspore')) return { kind: 'absent' }
  const document = parseToml(text)
  if (document.kind === 'problem') return document
  const found = v.safeParse(pyproject, document.table)
  return found.success ? check(found.output.tool.torchspore, '[tool.torchspore] ') : { kind: 'absent' }
}

/** Reads a table that is at hand, such as an editor's settings. */
export function parseTable(table: unknown): Parsed {
  return check(table, '')
}

type Document = { kind: 'table'; table: Readonly<Record<string, unknown>> } | { kind: 'problem'; problem: string }

function parseToml(text: string): Document {
  try {
    return { kind: 'table', table: parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [reason = ''] = error.message.split('\n')
    return { kind: 'problem', problem: `line ${error.line}, column ${error.column}: ${reason}; correct the TOML` }
  }
}

function check(table: unknown, where: string): Parsed {
  const result = v.safeParse(schema, table, { abortEarly: true })
  if (result.success) return { kind: 'settings', settings: result.output }
  return { kind: 'problem', problem: where + problemOf(result.issues[0]) }
}
