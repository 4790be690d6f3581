/** A folder several times over, for how time grows: its Python files as links, which take no room and read like files. */
import { linkSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const isPython = name => /\.(py|pyi|pyw)$/.test(name)

/** The Python files below a folder, by their paths in it; none in hidden folders. */
export function pythonFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && isPython(entry.name))
  const paths = files.map(entry => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\/+/, ''))
  return paths.filter(path => !/(^|\/)\./.test(path))
}

/** A folder beside the first one with so many copies of the folders; the caller removes it. */
export function copiesOf(folders, times) {
  const root = mkdtempSync(join(dirname(folders[0]), '.torchspore-bench-'))
  for (let copy = 0; copy < times; copy++)
    for (const [index, folder] of folders.entries())
      for (const path of pythonFiles(folder)) {
        const target = join(root, `copy${copy}`, `part${index}`, path)
        mkdirSync(dirname(target), { recursive: true })
        linkSync(join(folder, path), target)
      }
  return root
}
