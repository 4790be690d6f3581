import { existsSync } from 'node:fs'
import type { Code } from '../engine/codes.ts'

/** The page of a code, as a URL: beside the bundle, or in a checkout among the documents. */
export function pageUrl(code: Code): string {
  return new URL(`${code}.md`, folder).href
}

const beside = new URL('./rules/', import.meta.url)
const folder = existsSync(beside) ? beside : new URL('../../docs/rules/', import.meta.url)
