/** What a user can set about the findings of one file. */
export interface Options {
  /** Codes or prefixes of codes that are reported. */
  readonly select: readonly string[]
  /** Added to `select`. */
  readonly extendSelect: readonly string[]
  /** Codes or prefixes that are not reported, unless a longer prefix selects them. */
  readonly ignore: readonly string[]
  /** Dotted name of the module that holds the compat class; null to do without. */
  readonly compatModule: string | null
  /** The MindSpore that the code is for, such as `2.7.0`. */
  readonly mindsporeVersion: string
  readonly deviceTarget: 'CPU' | 'GPU' | 'Ascend' | null
  /** In bytes of UTF-8; a larger file is TSP902. */
  readonly maxFileSize: number
}

export const defaultOptions: Options = {
  select: ['TSP'],
  extendSelect: [],
  ignore: [],
  compatModule: null,
  mindsporeVersion: '2.10.0',
  deviceTarget: null,
  maxFileSize: 2 * 1024 * 1024,
}
