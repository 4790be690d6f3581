import { resolve } from 'node:path'
import { finish, work } from './execute.ts'
import { readLines } from './lines.ts'
import { type Part, passedUnless } from './part.ts'

interface Note {
  readonly code: string
  readonly expected: string
  readonly found: string
  readonly same: boolean
}

/** docs/mindspore-notes.md: each block of Python does what the page says. */
export const notes: Part = ({ mindspores }) =>
  mindspores.map(mindspore => {
    const out = `${work}/notes.${mindspore.name.replace(' ', '-')}.jsonl`
    finish(mindspore, ['notes.py', resolve('docs/mindspore-notes.md'), out])
    const found = readLines<Note>(out)
    if (found.length === 0) throw new Error('docs/mindspore-notes.md holds no notes')
    const problems = found
      .filter(({ same }) => !same)
      .map(note => `${note.code.trim()} gives ${note.found.slice(0, 200)}`)
    const told = `${found.length} blocks run, ${problems.length} not as told`
    return { part: 'MindSpore notes', environment: mindspore.name, status: passedUnless(problems), told, problems }
  })
