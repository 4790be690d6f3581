/** The documentation of one code: `torchspore explain` prints it, and docs/rules/ is made from it. */
export interface Page {
  readonly code: string
  /** One line without a full stop. */
  readonly title: string
  readonly what: string
  readonly why: string
  /** The line of torchspore.toml without which the example gives no such finding; null where it needs none. */
  readonly setting: string | null
  /** A Python file with such a finding. */
  readonly before: string
  /** The same file after all fixes, unsafe ones too; null where this code has no fix. */
  readonly after: string | null
  /** What becomes of each argument, where that is the matter. */
  readonly parameters: readonly ParameterNote[]
  /** Further calls that the rules show and test. */
  readonly calls: readonly CallExample[]
  /** Where this is known from: what was measured on which versions, or which document says so. */
  readonly source: string
}

/** One parameter of torch's, as its rule explains it. */
export interface ParameterNote {
  readonly name: string
  /** Its name in MindSpore; null where there is none. */
  readonly counterpart: string | null
  readonly explanation: string
  readonly source: string
}

/** One call, and what it becomes; null where it stays. */
export interface CallExample {
  readonly before: string
  readonly after: string | null
}

type Written = Pick<Page, 'code' | 'title' | 'what' | 'why' | 'before' | 'after' | 'source'>

/** A page of which only what it has is written down. */
export function page(parts: Written & Partial<Page>): Page {
  return { setting: null, parameters: [], calls: [], ...parts }
}
