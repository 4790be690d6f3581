import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Parsed, parsePyproject, parseTorchspore } from '../config/parse.ts'
import { defaultSettings, type Settings } from '../config/schema.ts'
import { type Selection, withSelection } from '../config/selection.ts'
import { reasonOf } from './failure.ts'
import { createPlace, type Place } from './place.ts'
import { UsageError } from './usage_error.ts'

/** Where settings come from. */
export interface SettingsSource {
  readonly cwd: string
  /** The only settings file to be used. */
  readonly config?: string | undefined
  /** Whether all settings files are passed over. */
  readonly isolated: boolean
  readonly selection: Selection
  /** What holds where there is no settings file; else the defaults. */
  readonly fallback?: Settings
}

/** Finds the settings that hold in a folder: the nearest, going up. */
export interface SettingsFinder {
  at(folder: string): Place
}

/** @throws UsageError here and in `at` when a settings file is wrong */
export function createSettingsFinder(source: SettingsSource): SettingsFinder {
  const { cwd, config, isolated, selection } = source
  const place = (folder: string, settings: Settings) => createPlace(folder, withSelection(settings, selection))
  const fallback = place(cwd, config === undefined ? (source.fallback ?? defaultSettings) : named(resolve(cwd, config)))
  if (isolated || config !== undefined) return { at: () => fallback }
  const known = new Map<string, Place>()
  const find = (folder: string): Place => {
    const own = settingsIn(folder)
    if (own) return place(folder, own)
    return dirname(folder) === folder ? fallback : at(dirname(folder))
  }
  const at = (folder: string): Place => {
    const found = known.get(folder) ?? find(folder)
    known.set(folder, found)
    return found
  }
  return { at }
}

function settingsIn(folder: string): Settings | null {
  return read(join(folder, 'torchspore.toml'), parseTorchspore) ?? read(join(folder, 'pyproject.toml'), parsePyproject)
}

function named(path: string): Settings {
  const parse = basename(path) === 'pyproject.toml' ? parsePyproject : parseTorchspore
  return settingsOf(path, parse(textOf(path))) ?? defaultSettings
}

function read(path: string, parse: (text: string) => Parsed): Settings | null {
  return existsSync(path) ? settingsOf(path, parse(textOf(path))) : null
}

function settingsOf(path: string, parsed: Parsed): Settings | null {
  if (parsed.kind === 'problem') throw new UsageError(`${path}: ${parsed.problem}`)
  return parsed.kind === 'settings' ? parsed.settings : null
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path}: the settings cannot be read: ${reasonOf(error)}`)
  }
}
