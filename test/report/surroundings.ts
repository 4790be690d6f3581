import { createHash } from 'node:crypto'
import { codePages } from '../../src/engine/pages.ts'
import type { Surroundings } from '../../src/report/surroundings.ts'

/** A run in /repo, with the real pages. */
export const surroundings: Surroundings = {
  locale: 'en',
  root: '/repo',
  version: '1.2.3',
  pages: codePages,
  pageUrl: code => `https://example.org/rules/${code}.md`,
  digest: text => createHash('sha256').update(text).digest('base64'),
}
