import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** A fenced block of a page. */
export interface Block {
  readonly page: string
  readonly language: string
  readonly text: string
}

const folders = ['', 'docs', 'docs/zh-CN', 'editors/vscode']

/** The pages that people wrote, from the repository's root. */
export const pages: readonly string[] = folders.flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name)),
)

export function read(page: string): string {
  return readFileSync(join(root, page), 'utf8')
}

export function blocksOf(page: string): readonly Block[] {
  return Array.from(read(page).matchAll(/^```(\w*)\n(.*?)^```/gms), ([, language = '', text = '']) => {
    return { page, language, text }
  })
}
