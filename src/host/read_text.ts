import type { EngineMessage } from '../engine/message.ts'
import { isNotebook, tellingWords, wordsIn } from './mentions.ts'
import { type Notebook, readNotebook } from './notebook.ts'

/** The text of a Python file or a notebook, as it can be checked. */
export type ReadText = PythonText | Notebook

/** A Python file's text. */
export interface PythonText {
  readonly kind: 'python'
  /** What is checked: all but a byte order mark. */
  readonly text: string
  /** The whole file with a text in its place. */
  render(text: string): string
}

/** Why a text cannot be checked, or that nothing in it can be a finding. */
export type Unchecked = { readonly kind: 'problem'; readonly message: EngineMessage } | { readonly kind: 'passed-over' }

/** Reads a text that stands for a file of that name. */
export function readText(whole: string, path: string): ReadText | Unchecked {
  if (!mentions(whole, wordsIn(path, tellingWords))) return { kind: 'passed-over' }
  return isNotebook(path) ? readNotebookText(whole, tellingWords) : readPython(whole)
}

/** Reads the JSON of a notebook; one whose code holds none of the words is passed over. */
export function readNotebookText(json: string, words: readonly string[]): Notebook | Unchecked {
  const notebook = readNotebook(json)
  if (notebook.kind === 'problem') return problem({ id: 'file.unreadable', reason: notebook.reason })
  return mentions(notebook.text, words) ? notebook : { kind: 'passed-over' }
}

function readPython(whole: string): PythonText | Unchecked {
  if (whole.includes('\0')) return problem({ id: 'file.binary' })
  const bom = whole.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = whole.slice(bom.length)
  return { kind: 'python', text, render: changed => bom + changed }
}

function mentions(text: string, words: readonly string[]): boolean {
  return words.some(word => text.includes(word))
}

function problem(message: EngineMessage): Unchecked {
  return { kind: 'problem', message }
}
