import { basename } from 'node:path'
import type { TSESTree } from '@typescript-eslint/typescript-estree'
import type { Source } from './sources.ts'

/** A rule as its module writes it down. */
export interface RuleModule {
  readonly path: string
  /** The module's name without its ending. */
  readonly file: string
  /** The name that it exports the rule under. */
  readonly name: string
  /** What the rule says it is about. */
  readonly parameter: unknown
  readonly properties: readonly string[]
}

/** The rules that modules export as `const NAME: ParameterRule = { … }`. */
export function ruleModules(sources: readonly Source[]): readonly RuleModule[] {
  return sources.flatMap(({ path, program }) =>
    program.body.flatMap(statement => {
      const declared = declaredRule(statement)
      return declared ? [{ path, file: basename(path, '.ts'), ...declared }] : []
    }),
  )
}

function declaredRule(statement: TSESTree.ProgramStatement): Omit<RuleModule, 'path' | 'file'> | null {
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return null
  const [{ id, init } = { id: null, init: null }] = statement.declaration.declarations
  if (id?.type !== 'Identifier' || !isRule(id) || init?.type !== 'ObjectExpression') return null
  const properties = init.properties.flatMap(each => (each.type === 'Property' ? [each] : []))
  const parameter = properties.find(({ key }) => keyName(key) === 'parameter')?.value
  return {
    name: id.name,
    parameter: parameter?.type === 'Literal' ? parameter.value : null,
    properties: properties.map(({ key }) => keyName(key)),
  }
}

function isRule({ typeAnnotation }: TSESTree.Identifier): boolean {
  const type = typeAnnotation?.typeAnnotation
  return type?.type === 'TSTypeReference' && keyName(type.typeName) === 'ParameterRule'
}

function keyName(node: TSESTree.Node): string {
  return node.type === 'Identifier' ? node.name : ''
}
