import { comprehension } from './comprehensions.ts'
import { classDefinition, functionDefinition, lambda, typeAlias } from './definitions.ts'
import { type ImportedName, importedMembers, importedModules } from './imports.ts'
import { Names } from './names.ts'
import type { Node } from './node.ts'
import { NameTable, type PartNames } from './part_names.ts'
import { patternNames } from './patterns.ts'
import type { Bound, Scope } from './scope.ts'
import type { SyntaxTree, TreePart } from './syntax_tree.ts'
import { deletedTargets, loopTargets, type Target, targetsOf } from './targets.ts'
import type { Visitor } from './visitor.ts'

/**
 * Reads the scopes of a module, but for the parts of which they were read before. The tree must not be deeper than the call
 * stack allows; the names are good as long as it is.
 */
export function collectNames({ source, root, parts }: SyntaxTree): Names {
  const module = moduleBefore(parts) ?? moduleScope(root)
  module.bindings.clear()
  module.declared.clear()
  return new Names(
    module,
    parts,
    parts.map(part => namesOf(part, source, module)),
  )
}

/** The module's scope to which the names of parts that were read before belong. */
function moduleBefore(parts: readonly TreePart[]): Scope | null {
  return parts.find(({ learned }) => learned.names)?.learned.names?.module ?? null
}

function moduleScope(node: Node): Scope {
  return { kind: 'module', node, parent: null, bindings: new Map(), declared: new Map() }
}

function namesOf(part: TreePart, source: string, module: Scope): PartNames {
  part.learned.names ??= readNames(part, source, module)
  return part.learned.names
}

function readNames(part: TreePart, source: string, module: Scope): PartNames {
  const table = new NameTable(source, module)
  const collector = new Collector(table)
  for (const node of part.nodes) collector.visit(node, module)
  return table.finish()
}

class Collector implements Visitor {
  readonly table: NameTable
  private readonly text: (node: Node) => string
  /** How many `if TYPE_CHECKING:` are around. */
  private typing = 0

  constructor(table: NameTable) {
    this.table = table
    this.text = node => table.text(node)
  }

  visit(node: Node, scope: Scope): void {
    switch (node.type) {
      case 'identifier':
        return this.table.read(node, scope)
      case 'attribute':
        return this.field(node, 'object', scope)
      case 'keyword_argument':
        return this.field(node, 'value', scope)
      case 'import_statement':
      case 'future_import_statement':
        return this.imports(importedModules(node, this.text), scope)
      case 'import_from_statement':
        return this.imports(importedMembers(node, this.text), scope)
      case 'assignment':
        return this.assignment(node, scope)
      case 'augmented_assignment':
        return this.augmentedAssignment(node, scope)
      case 'named_expression':
        this.field(node, 'value', scope)
        return this.targets(targetsOf(node.child('name'), node.child('value')), scope)
      case 'for_statement':
        return this.forStatement(node, scope)
      case 'as_pattern':
        return this.asPattern(node, scope)
      case 'delete_statement':
        return this.targets(deletedTargets(node), scope)
      case 'global_statement':
        return this.declare(node, 'global', scope)
      case 'nonlocal_statement':
        return this.declare(node, 'nonlocal', scope)
      case 'if_statement':
        return this.ifStatement(node, scope)
      case 'case_pattern':
        return this.casePattern(node, scope)
      case 'function_definition':
        return functionDefinition(node, scope, this)
      case 'class_definition':
        return classDefinition(node, scope, this)
      case 'lambda':
        return lambda(node, scope, this)
      case 'generator_expression':
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
        return comprehension(node, scope, this)
      case 'type_alias_statement':
        return typeAlias(node, scope, this)
      default:
        for (let child = node.first; child; child = child.next) {
          if (child.first || child.type === 'identifier') this.visit(child, scope)
        }
    }
  }

  field(node: Node, field: string, scope: Scope): void {
    for (let child = node.first; child; child = child.next) if (child.field === field) this.visit(child, scope)
  }

  bind(name: string, bound: Bound, node: Node, scope: Scope): void {
    this.table.bind(name, bound, node, scope, this.typing > 0)
  }

  targets(targets: readonly Target[], scope: Scope): void {
    for (const { node, bound } of targets) {
      if (bound) this.bind(this.text(node), bound, node, scope)
      else {
        this.table.assign(node, scope)
        this.visit(node, scope)
      }
    }
  }

  private imports(names: readonly ImportedName[], scope: Scope): void {
    for (const { name, bound, node } of names) this.bind(name, bound, node, scope)
  }

  private declare(node: Node, kind: 'global' | 'nonlocal', scope: Scope): void {
    for (const name of node.parts) scope.declared.set(this.text(name), kind)
  }

  private assignment(node: Node, scope: Scope): void {
    const left = node.child('left')
    const right = node.child('right')
    if (right) this.visit(right, scope)
    this.field(node, 'type', scope)
    if (right) return this.targets(targetsOf(left, lastRight(right)), scope)
    if (left?.type === 'identifier') this.table.announce(left, scope)
    else if (left) this.visit(left, scope)
  }

  /** A name is read before it is set. */
  private augmentedAssignment(node: Node, scope: Scope): void {
    const left = node.child('left')
    if (left?.type === 'identifier') this.visit(left, scope)
    this.field(node, 'right', scope)
    this.targets(targetsOf(left, null), scope)
  }

  private forStatement(node: Node, scope: Scope): void {
    this.field(node, 'right', scope)
    this.targets(loopTargets(node.child('left'), node.child('right')), scope)
    this.field(node, 'body', scope)
    this.field(node, 'alternative', scope)
  }

  /** `with open() as f`, `except Error as e`. */
  private asPattern(node: Node, scope: Scope): void {
    const alias = node.child('alias')
    for (const part of node.parts) if (part !== alias) this.visit(part, scope)
    this.targets(targetsOf(alias, null), scope)
  }

  private ifStatement(node: Node, scope: Scope): void {
    const condition = node.child('condition')
    const typing = condition && /^(\w+\.)*TYPE_CHECKING$/.test(this.text(condition))
    for (const child of node.children) {
      const guarded = typing && child.field === 'consequence'
      if (guarded) this.typing++
      this.visit(child, scope)
      if (guarded) this.typing--
    }
  }

  private casePattern(node: Node, scope: Scope): void {
    for (const name of patternNames(node, this.text)) {
      if (name.does === 'read') this.table.read(name.node, scope)
      else this.bind(this.text(name.node), { kind: 'part', source: null, path: [] }, name.node, scope)
    }
  }
}

/** The value of `a = b = value`. */
function lastRight(node: Node): Node | null {
  if (node.type !== 'assignment') return node
  const right = node.child('right')
  return right && lastRight(right)
}
