import { collectNames } from '../../src/python/collect.ts'
import type { Binding } from '../../src/python/scope.ts'
import type { SyntaxTree } from '../../src/python/syntax_tree.ts'

/** Where our names are read, bound and deleted, but for what has no place of its own in Python's tree. */
export function ownUses(tree: SyntaxTree): readonly string[] {
  const names = collectNames(tree)
  const reads = [...names.used].flatMap(name => names.usesOf(name)).filter(({ node }) => !node.within('case_pattern'))
  const loads = reads.map(({ node, name }) => `Load ${node.start} ${name}`)
  return [...loads, ...names.bindings.flatMap(boundLine)].sort()
}

function boundLine({ bound, node, name }: Binding): readonly string[] {
  if (bound.kind === 'deleted') return [`Del ${node.start} ${name}`]
  const isTarget = bound.kind === 'expression' || bound.kind === 'part'
  const { parent } = node
  const isCaught = parent?.type === 'as_pattern_target' && parent.parent?.parent?.type === 'except_clause'
  const isPlaced = !isCaught && !node.within('case_pattern', 'type_parameter')
  return isTarget && isPlaced ? [`Store ${node.start} ${name}`] : []
}

/** The same, of the lines that python/ast_judge.py writes of a tree. What is set anew by `+=` is read as well. */
export function theirUses(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line, at) => {
      const [, , type, place = '', id = '', context = ''] = line.split(' ')
      if (type !== 'Name') return []
      const use = `${Number.parseInt(place, 10)} ${id.slice('id='.length)}`
      const role = context.slice('ctx='.length)
      const above = at > 0 ? (lines[at - 1] ?? '') : ''
      if (/^\d+ \w+ AugAssign/.test(above)) return [`Load ${use}`, `${role} ${use}`]
      return /^\d+ \w+ AnnAssign/.test(above) && !hasValue(lines, at) ? [] : [`${role} ${use}`]
    })
    .sort()
}

/** Whether the assignment whose target stands in a line has a value. */
function hasValue(lines: readonly string[], target: number): boolean {
  const depth = Number.parseInt(lines[target] ?? '', 10)
  const below = lines.slice(target)
  const end = below.findIndex(line => Number.parseInt(line, 10) < depth)
  return below.slice(0, end < 0 ? below.length : end).some(line => line.startsWith(`${depth} value `))
}
