import type { EngineMessage } from '../engine/message.ts'
import type { Layout } from './layout.ts'

/** The text of a file, and the way back to its bytes. */
export interface Source {
  readonly bytes: Buffer
  /** What is checked: the text without the byte order mark, or the code of a notebook. */
  readonly text: string
  /** The byte order mark that stands before the text, if one does. */
  readonly bom: '' | '\uFEFF'
  /** The bytes of another text in its place: its byte order mark and its encoding. */
  encode(text: string): Buffer
  /** Where the cells of a notebook are in the text, or in another in its place. */
  readonly layout?: (text: string) => Layout
}

/** A file's text, or why it has none. */
export type Decoded =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'problem'; readonly message: EngineMessage }

/** What reading a file comes to; most files are passed over, because nothing in them can be a finding. */
export type Read = Decoded | { readonly kind: 'passed-over' }
