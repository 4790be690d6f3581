import type { TSESTree } from '@typescript-eslint/typescript-estree'
import { nodesOf, type Source } from './sources.ts'

/** Loopholes in the types, and what was left for later. */
export function loopholes(source: Source): readonly string[] {
  const notes = source.program.comments?.filter(({ value }) => /\b(TODO|FIXME|XXX)\b|@ts-/.test(value)) ?? []
  const places = [...nodesOf(source).filter(node => isLoophole(node, source)), ...notes]
  return places.map(({ type, loc }) => `${source.path}:${loc.start.line} ${type}`)
}

function isLoophole(node: TSESTree.Node, source: Source): boolean {
  switch (node.type) {
    case 'TSAnyKeyword':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return true
    case 'TSAsExpression':
      return !isConst(node) && !hasReason(node, source)
    default:
      return false
  }
}

function isConst({ typeAnnotation }: TSESTree.TSAsExpression): boolean {
  return typeAnnotation.type === 'TSTypeReference' && nameOf(typeAnnotation.typeName) === 'const'
}

/** A cast's reason stands beside it or on the line above. */
function hasReason({ typeAnnotation }: TSESTree.TSAsExpression, { program }: Source): boolean {
  const { line } = typeAnnotation.loc.start
  return program.comments?.some(({ loc }) => loc.end.line === line || loc.end.line === line - 1) ?? false
}

const globals = new Set([
  'process',
  'Date',
  'performance',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'globalThis',
])

/** Where a file reads the clock, the process or the world through a global. */
export function worldlyGlobals(source: Source): readonly string[] {
  const places = nodesOf(source).filter(node => isGlobal(node) || isChance(node))
  return places.map(({ loc }) => `${source.path}:${loc.start.line} ${source.lines[loc.start.line - 1]?.trim()}`)
}

function isGlobal(node: TSESTree.Node): boolean {
  if (node.type !== 'Identifier' || !globals.has(node.name)) return false
  const { parent } = node
  const isName = parent.type === 'MemberExpression' && parent.property === node && !parent.computed
  const isKey = (parent.type === 'Property' || parent.type === 'TSPropertySignature') && parent.key === node
  return !isName && !isKey
}

function isChance(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && nameOf(node.object) === 'Math' && nameOf(node.property) === 'random'
}

/** Exported functions and classes, and public methods, without a doc comment. */
export function undocumented(source: Source): readonly string[] {
  const docs = source.program.comments?.filter(({ type, value }) => type === 'Block' && value.startsWith('*')) ?? []
  const ends = new Set(docs.map(({ loc }) => loc.end.line))
  return source.program.body
    .filter(statement => isExportedFunction(statement) && !ends.has(statement.loc.start.line - 1))
    .map(({ loc }) => `${source.path}:${loc.start.line} ${source.lines[loc.start.line - 1]}`)
}

function isExportedFunction(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return false
  const { declaration } = statement
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') return true
  if (declaration.type !== 'VariableDeclaration') return false
  return declaration.declarations.some(({ init }) => init?.type === 'ArrowFunctionExpression')
}

function nameOf(node: TSESTree.Node): string | null {
  return node.type === 'Identifier' ? node.name : null
}
