/** The shells for which there is a script. */
export const shells = ['bash', 'zsh', 'fish'] as const

export type Shell = (typeof shells)[number]

/** What can stand in one place of the command line. */
export type Values =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text' }
  | { readonly kind: 'files' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Words with commas between. */
  | { readonly kind: 'list'; readonly words: readonly string[] }

export interface CompletedOption {
  /** With its dashes. */
  readonly flag: string
  readonly description: string
  /** `nothing` where it takes no value. */
  readonly values: Values
}

export interface CompletedCommand {
  readonly name: string
  readonly description: string
  readonly options: readonly CompletedOption[]
  /** What its arguments are, each like the first. */
  readonly values: Values
}
