import type { Page } from '../page.ts'
import { blockedWords } from './blocked.ts'
import { fileWords } from './files.ts'
import { mindsporeWords } from './mindspore.ts'
import { parameterWords } from './parameters.ts'
import { rewrittenWords } from './rewritten.ts'
import { useWords } from './uses.ts'
import type { PageWords, ParameterWords } from './words.ts'

const words: Readonly<Record<string, PageWords>> = {
  ...rewrittenWords,
  ...blockedWords,
  ...useWords,
  ...mindsporeWords,
  ...fileWords,
}
const ofParameters: Readonly<Record<string, ParameterWords>> = parameterWords

/** A page in Chinese; its code stays as it is. */
export function inChinese(page: Page): Page {
  const parameters = page.parameters.map(note => ({ ...note, ...ofParameters[note.name] }))
  return { ...page, ...words[page.code], parameters }
}
