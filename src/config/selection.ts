import type { Settings } from './schema.ts'

/** What the command line says of codes; it goes before the settings. */
export interface Selection {
  /** Replaces all that the settings say of codes. */
  readonly select?: readonly string[] | undefined
  readonly extendSelect: readonly string[]
  readonly ignore: readonly string[]
}

/** The settings under a selection of the command line. */
export function withSelection(settings: Settings, { select, extendSelect, ignore }: Selection): Settings {
  if (select) return { ...settings, select: [...select], 'extend-select': [...extendSelect], ignore: [...ignore] }
  return {
    ...settings,
    select: without(settings.select, ignore),
    'extend-select': [...without(settings['extend-select'], ignore), ...extendSelect],
    ignore: [...without(settings.ignore, extendSelect), ...ignore],
  }
}

/** Drops what a later word about the same codes, or about more of them, overrules. */
function without(prefixes: readonly string[], later: readonly string[]): string[] {
  return prefixes.filter(prefix => !later.some(over => prefix.startsWith(over)))
}
