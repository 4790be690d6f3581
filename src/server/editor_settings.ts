import { parseTable } from '../config/parse.ts'
import { defaultSettings, type Settings, schema } from '../config/schema.ts'

/** The editor's settings, and what is wrong with them, if something is: then the defaults hold. */
export interface EditorSettings {
  readonly settings: Settings
  readonly problem: string | null
}

/**
 * Reads the editor's section `torchspore`: the names of the settings files. What an editor has there for itself, such as how
 * the server is started, is passed over, and null is as good as nothing.
 */
export function editorSettings(section: unknown): EditorSettings {
  const own = Object.entries(isTable(section) ? section : {}).filter(
    ([name, value]) => Object.hasOwn(schema.entries, name) && value !== null,
  )
  const parsed = parseTable(Object.fromEntries(own))
  if (parsed.kind === 'settings') return { settings: parsed.settings, problem: null }
  return { settings: defaultSettings, problem: parsed.kind === 'problem' ? parsed.problem : null }
}

/** The section within what a client sends by itself: under its name, or bare. */
export function sectionOf(sent: unknown): unknown {
  const { torchspore } = isTable(sent) ? sent : {}
  return isTable(torchspore) ? torchspore : sent
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
