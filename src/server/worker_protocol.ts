import {
  type Diagnostic,
  NotificationType,
  type Position,
  type Range,
  RequestType,
  type TextEdit,
} from 'vscode-languageserver/node'
import type { Applied } from '../engine/checker.ts'
import type { Applicability } from '../engine/finding.ts'
import type { Options } from '../engine/options.ts'
import type { Locale } from '../messages/locale.ts'

/** A document, and all that bears on what is found in it but the other modules. */
export interface Subject {
  readonly uri: string
  /** Absolute path; null for a document that is no file. */
  readonly path: string | null
  readonly options: Options
  readonly locale: Locale
}

/** The text of an open document. */
export interface OpenText {
  readonly uri: string
  readonly path: string | null
  readonly version: number
  readonly text: string
}

/** A change of a document that mends a finding, or silences it. */
export interface Remedy {
  readonly kind: 'fix' | 'other-fix' | 'ignore'
  readonly title: string
  readonly applicability: Applicability
  readonly diagnostic: Diagnostic
  readonly edits: readonly TextEdit[]
}

/** What can be said of the call at a place. */
export interface CallReport {
  readonly range: Range
  readonly call: string
  /** Sections of plain text: the arguments, the proof, the windows. */
  readonly sections: readonly string[]
  /** The samples, which only a report of its own shows. */
  readonly samples: string | null
  /** The picture of the windows; null where the sizes are not known. */
  readonly svg: string | null
  /** What was found there, where something was. */
  readonly found: { readonly code: string; readonly message: string } | null
}

/** The edits of one file that fixes make. */
export interface FileFixes {
  readonly edits: readonly TextEdit[]
  /** How many findings they mend. */
  readonly fixed: number
}

type At<T> = Subject & T

/** What the server asks of the worker that holds the engine. */
export const ask = {
  /** Takes an open document's text; tells whether other documents lean on it. */
  take: new RequestType<OpenText, boolean, void>('take'),
  /** Forgets a document that was closed; tells the same. */
  drop: new RequestType<{ readonly uri: string }, boolean, void>('drop'),
  /** All findings of an open document. */
  check: new RequestType<Subject, readonly Diagnostic[], void>('check'),
  /** What mends or silences the findings that touch a range of an open document. */
  remedies: new RequestType<At<{ readonly range: Range }>, readonly Remedy[], void>('remedies'),
  /** The fixes of a document that is open, or of a file. */
  fix: new RequestType<At<{ readonly applied: Applied }>, FileFixes, void>('fix'),
  /** The call at a position; `asked` when a person asked for just that one, so that any call of the class's name will do. */
  call: new RequestType<At<{ readonly position: Position; readonly asked: boolean }>, CallReport | null, void>('call'),
  /** Answers when the engine is loaded. */
  ready: new RequestType<null, void, void>('ready'),
} as const

/** Files on the disk may have changed. */
export const forget = new NotificationType<null>('forget')
