import type { HtmlLabel, HtmlMessage } from '../html.ts'
import type { WordsFor } from '../words.ts'

export const labels: { readonly [L in HtmlLabel]: string } = {
  title: 'ConvTranspose1d, from PyTorch to MindSpore',
  skip: 'To the findings',
  findings: 'findings',
  safe: 'safe fix',
  unsafe: 'unsafe fix',
  none: 'needs you',
  code: 'Code',
  meaning: 'What it says',
  file: 'File',
  fix: 'Fix',
  search: 'Text',
  all: 'all',
  reset: 'Show all',
  shown: 'shown',
  source: 'source',
  change: 'before and after',
  failed: 'Could not be done',
}

export const htmlWords: WordsFor<HtmlMessage> = {
  'html.label': ({ label }) => labels[label],
}
