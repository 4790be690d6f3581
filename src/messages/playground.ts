import type { Applicability } from '../engine/finding.ts'

/** The headings, controls and marks of the playground. */
export type PlaygroundLabel =
  | 'about'
  | 'skip'
  | 'loading'
  | 'example'
  | 'vocoder'
  | 'output-padding'
  | 'official'
  | 'starred'
  | 'half-made'
  | 'own-text'
  | 'settings'
  | 'compat-module'
  | 'mindspore-version'
  | 'device-target'
  | 'any-device'
  | 'extras'
  | 'language'
  | 'theme'
  | 'system'
  | 'light'
  | 'dark'
  | 'share'
  | 'shared'
  | 'share-failed'
  | 'broken-link'
  | 'source'
  | 'editor-keys'
  | 'result'
  | 'safe-only'
  | 'unsafe-too'
  | 'unchanged'
  | 'apply'
  | 'copy'
  | 'copied'
  | 'copy-failed'
  | 'findings'
  | 'nothing-found'
  | 'fix'
  | 'no-fix'
  | 'call'
  | 'no-call'
  | 'arguments'
  | 'windows'
  | 'windows-explained'
  | 'to-the-call'

/** What the playground says in its own name. */
export type PlaygroundMessage =
  | { readonly id: 'playground.label'; readonly label: PlaygroundLabel }
  | { readonly id: 'playground.place'; readonly line: number; readonly column: number }
  /** Both in characters. */
  | { readonly id: 'playground.too-long'; readonly length: number; readonly most: number }
  | { readonly id: 'playground.fix-of'; readonly applicability: Applicability; readonly title: string }
  | { readonly id: 'playground.raises'; readonly problem: string }
