import type { Options } from '../engine/options.ts'
import { codesOf } from './codes.ts'
import { compileGlobs } from './globs.ts'
import type { Settings } from './schema.ts'

/** Makes the engine's options of one file from its path, relative to the settings' folder. */
export type OptionsFor = (path: string) => Options

/** Prepares settings so that the options of many files are quick to make. */
export function createOptionsFor(settings: Settings): OptionsFor {
  const shared = optionsOf(settings)
  const perFile = Object.entries(settings['per-file-ignores']).map(perFileIgnore)
  return path => {
    const ignored = perFile.flatMap(({ matches, codes }) => (matches(path) ? codes : []))
    return ignored.length > 0 ? { ...shared, ignore: [...shared.ignore, ...ignored] } : shared
  }
}

function optionsOf(settings: Settings): Options {
  return {
    select: settings.select,
    extendSelect: settings['extend-select'],
    ignore: settings.ignore,
    compatModule: settings['compat-module'],
    mindsporeVersion: settings['mindspore-version'],
    deviceTarget: settings['device-target'],
    maxFileSize: settings['max-file-size'],
  }
}

/** A glob with `!` before it stands for all other files. Whole codes, since no `select` is to be more precise than them. */
function perFileIgnore([glob, prefixes]: readonly [string, readonly string[]]) {
  const matches = compileGlobs([glob.replace(/^!/, '')])
  const codes = prefixes.flatMap(codesOf)
  return { matches: glob.startsWith('!') ? (path: string) => !matches(path) : matches, codes }
}
