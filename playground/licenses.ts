import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What others wrote of the page, and the notices that have to come with it. */
const notices = [
  'monaco-editor/LICENSE',
  'monaco-editor/ThirdPartyNotices.txt',
  'web-tree-sitter/LICENSE',
  'tree-sitter-python/LICENSE',
]

/** Puts the licenses of all that is bundled beside the page. */
export function licenses(): Plugin {
  const packages = join(import.meta.dirname, '../node_modules')
  return {
    name: 'licenses',
    generateBundle() {
      const texts = notices.map(path => `${path}\n\n${readFileSync(join(packages, path), 'utf8')}`)
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: texts.join('\n\n') })
    },
  }
}
