import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { arbitraryFile } from '../test/arbitrary/call.ts'

/** A program longer than this is left to the corpus's own run. */
const longest = 20_000
const folders = ['fixtures/demo', 'fixtures/seed', 'fixtures/rules', 'fixtures/compat', 'corpus']

/** Real programs: the fixtures' and, where it was downloaded, the corpus's files that name the class, without what does not. */
export const realPrograms: readonly string[] = folders.flatMap(programsIn)

/** Real and generated programs. */
export const arbitraryProgram: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...realPrograms) },
  { weight: 2, arbitrary: arbitraryFile.map(({ source }) => source) },
)

function programsIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.py'))
    .sort()
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .map(path => readFileSync(path, 'utf8'))
    .filter(text => text.includes('ConvTranspose1d'))
    .map(relevantPart)
    .filter(text => text.length <= longest)
}

/** The imports and those statements of a module that name the class: more of them to the second. */
function relevantPart(text: string): string {
  if (text.length < 3000) return text
  const statements = text.split(/(?<=\n)(?=[^\s#)\]}])/)
  return statements.filter(each => /^(import|from)\b|ConvTranspose1d/.test(each)).join('')
}
