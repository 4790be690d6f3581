import * as v from 'valibot'
import { defaultOptions } from '../engine/options.ts'
import { locales } from '../messages/locale.ts'
import { isCodePrefix, noSuchCode } from './codes.ts'
import { defaultExclude } from './exclude.ts'
import { isTooWild, tooWild } from './globs.ts'

const code = v.pipe(
  v.string(),
  v.check(isCodePrefix, issue => noSuchCode(issue.input)),
)
const codes = v.array(code)
const glob = v.pipe(
  v.string(),
  v.check(
    text => !isTooWild(text),
    issue => tooWild(issue.input),
  ),
)
const globs = v.array(glob)
const moduleName = v.pipe(v.string(), v.regex(/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u))
const version = v.pipe(v.string(), v.regex(/^\d+\.\d+(\.\d+)?$/))
const bytes = v.pipe(v.number(), v.integer(), v.minValue(1))

/** What is said of a setting, and an example of it as TOML. */
const about = (description: string, example: string) => ({ description, example })

/** The settings as they are written in `[tool.torchspore]` or torchspore.toml: names, checks, defaults, and what is said of each. */
export const schema = v.strictObject({
  select: v.optional(
    v.pipe(codes, v.metadata(about('a list of codes that are reported', 'select = ["TSP1", "TSP201"]'))),
    [...defaultOptions.select],
  ),
  'extend-select': v.optional(
    v.pipe(codes, v.metadata(about('a list of codes that are reported besides select', 'extend-select = ["TSP3"]'))),
    [...defaultOptions.extendSelect],
  ),
  ignore: v.optional(v.pipe(codes, v.metadata(about('a list of codes that are not reported', 'ignore = ["TSP308"]'))), [
    ...defaultOptions.ignore,
  ]),
  exclude: v.optional(
    v.pipe(
      globs,
      v.metadata(about('a list of globs of files and folders that are not checked', 'exclude = ["legacy/"]')),
    ),
    [...defaultExclude],
  ),
  'extend-exclude': v.optional(
    v.pipe(
      globs,
      v.metadata(about('a list of globs that are not checked besides exclude', 'extend-exclude = ["vendor/"]')),
    ),
    [],
  ),
  'per-file-ignores': v.optional(
    v.pipe(
      v.record(glob, codes),
      v.metadata(
        about('a table of globs and the codes not reported there', 'per-file-ignores = { "tests/*" = ["TSP3"] }'),
      ),
    ),
    {},
  ),
  'compat-module': v.nullish(
    v.pipe(
      moduleName,
      v.metadata(about('the dotted name of the module with the compat class', 'compat-module = "pkg.compat"')),
    ),
    defaultOptions.compatModule,
  ),
  'mindspore-version': v.optional(
    v.pipe(version, v.metadata(about('the MindSpore version that the code is for', 'mindspore-version = "2.7.0"'))),
    defaultOptions.mindsporeVersion,
  ),
  'device-target': v.nullish(
    v.pipe(
      v.picklist(['CPU', 'GPU', 'Ascend']),
      v.metadata(about('one of "CPU", "GPU" and "Ascend"', 'device-target = "Ascend"')),
    ),
    defaultOptions.deviceTarget,
  ),
  'max-file-size': v.optional(
    v.pipe(bytes, v.metadata(about('a whole number of bytes above 0', 'max-file-size = 2097152'))),
    defaultOptions.maxFileSize,
  ),
  locale: v.nullish(
    v.pipe(
      v.picklist(locales),
      v.metadata(about(`one of ${locales.map(name => `"${name}"`).join(', ')}`, 'locale = "en"')),
    ),
    null,
  ),
  'cache-dir': v.nullish(
    v.pipe(v.string(), v.nonEmpty(), v.metadata(about('the path of a folder', 'cache-dir = ".torchspore_cache"'))),
    null,
  ),
})

/** All settings of one folder's files. */
export type Settings = v.InferOutput<typeof schema>

export const defaultSettings: Settings = v.parse(schema, {})
