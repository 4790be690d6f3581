import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse, simpleTraverse, type TSESTree } from '@typescript-eslint/typescript-estree'

const root = join(import.meta.dirname, '../..')

/** One of our own files, read as data. */
export interface Source {
  /** From the project's folder, with slashes. */
  readonly path: string
  /** The folder of src that it is in, or `rules` or `playground`. */
  readonly room: string
  readonly program: TSESTree.Program
  readonly lines: readonly string[]
  readonly imports: readonly Import[]
}

/** What a file imports, or re-exports. */
export interface Import {
  /** The path of one of our files, or the name of a module from outside. */
  readonly target: string
  readonly outside: boolean
  readonly typesOnly: boolean
}

/** All files of src, rules and the playground. */
export const sources: readonly Source[] = ['rules', 'src', 'playground'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => readSource(join(folder, name))),
)

export function nodesOf({ program }: Source): readonly TSESTree.Node[] {
  const nodes: TSESTree.Node[] = []
  simpleTraverse(program, { enter: node => nodes.push(node) })
  return nodes
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const program = parse(text, { comment: true, loc: true, range: true })
  const [first = '', second = ''] = path.split('/')
  const source = { path, room: first === 'src' ? second : first, program, lines: text.split('\n') }
  return { ...source, imports: nodesOf({ ...source, imports: [] }).flatMap(node => importOf(node, path)) }
}

function importOf(node: TSESTree.Node, path: string): readonly Import[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return [importFrom(path, node.source.value, node.importKind === 'type' || onlyTypes(node.specifiers))]
    case 'ExportAllDeclaration':
      return [importFrom(path, node.source.value, node.exportKind === 'type')]
    case 'ExportNamedDeclaration':
      return node.source ? [importFrom(path, node.source.value, node.exportKind === 'type')] : []
    case 'TSImportType':
      return [importFrom(path, node.source.value, true)]
    case 'ImportExpression':
      return [importFrom(path, node.source.type === 'Literal' ? String(node.source.value) : 'unknown', false)]
    default:
      return []
  }
}

function onlyTypes(specifiers: readonly TSESTree.ImportClause[]): boolean {
  return (
    specifiers.length > 0 && specifiers.every(each => each.type === 'ImportSpecifier' && each.importKind === 'type')
  )
}

function importFrom(path: string, specifier: string, typesOnly: boolean): Import {
  const outside = !specifier.startsWith('.')
  return { target: outside ? specifier : relative('.', join(dirname(path), specifier)), outside, typesOnly }
}
