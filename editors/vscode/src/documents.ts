import type { TextDocument } from 'vscode'

/** The documents that the server looks at. Cells of notebooks are not among them: each would be a file of its own. */
export const documents = [
  { language: 'python', scheme: 'file' },
  { language: 'python', scheme: 'untitled' },
]

export function isLookedAt({ languageId, uri }: TextDocument): boolean {
  return documents.some(({ language, scheme }) => language === languageId && scheme === uri.scheme)
}
