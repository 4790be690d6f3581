import { readFileSync } from 'node:fs'
import { loadGrammar } from '../src/python/parser.ts'
import { readTree } from '../src/python/syntax/read_tree.ts'
import { isMisread, treeDifference } from '../test/python/tree_difference.ts'
import { fetchCorpus, pythonFiles } from './corpus.ts'
import { grammar } from './grammar.ts'
import { type Part, passedUnless, type Row } from './part.ts'

const environment = 'tree-sitter-python 0.25.0, WebAssembly'

/** What we read ourselves has the tree that the grammar gives it: all files of the corpus, which is fetched where it is not there. */
export const reader: Part = async () => {
  const failure = fetchCorpus()
  if (failure) return [{ part: 'reader', environment, status: 'not run', told: failure, problems: [] }]
  return [await compareAll()]
}

async function compareAll(): Promise<Row> {
  const reference = await loadGrammar({ grammar })
  const counts = { read: 0, 'left to the grammar': 0, 'misread by the grammar': 0 }
  const problems: string[] = []
  for (const path of pythonFiles('corpus')) {
    const source = readFileSync(path, 'utf8')
    const own = readTree(source)
    const tree = own && reference.parse(source)
    counts[own ? 'read' : 'left to the grammar']++
    const difference = own && tree && treeDifference(own, tree)
    if (!tree || difference === null) continue
    if (isMisread(tree)) counts['misread by the grammar']++
    else problems.push(`${path}: ${difference}`)
  }
  const counted = Object.entries(counts).map(([what, count]) => `${count} ${what}`)
  const told = `files of the corpus: ${counted.join(', ')}; ${problems.length} differ`
  return { part: 'reader', environment, status: passedUnless(problems), told, problems }
}
