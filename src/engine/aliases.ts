import type { Named } from '../mapping/api.ts'
import { type Node, walk } from '../python/node.ts'
import { returnedNodes } from '../python/returned.ts'
import type { Binding } from '../python/scope.ts'
import type { Value } from '../python/value.ts'
import { type Imported, importedValue, isImport, type Repository } from './repository.ts'
import type { SourceFile } from './source_file.ts'

type Text = (node: Node) => string

/** Methods, and functions of modules, that give back what they are given. */
const giving =
  /^(get|items|values|pop|setdefault|partial|cast|field|OrderedDict|defaultdict|SimpleNamespace|Namespace)$/

/** A name and what may give it its value. */
interface Given {
  readonly name: string
  readonly value: Node
}

/** The names under which a file may know a class: by imports, assignments, tables, defaults and returned values. */
export class Aliases {
  private readonly file: SourceFile
  private readonly api: Named
  private readonly name: string
  private readonly repository: Repository

  constructor(file: SourceFile, api: Named, repository: Repository) {
    this.file = file
    this.api = api
    this.name = api.name
    this.repository = repository
  }

  names(): ReadonlySet<string> {
    const { scopes, assigned } = this.file.resolver.names
    const bindings = scopes.flatMap(scope => [...scope.bindings.values()].flat())
    const names = new Set([this.name])
    for (const { name, bound } of bindings) {
      const imported = isImport(bound) ? this.imported(bound) : []
      if (imported.some(value => this.mayHold(value))) names.add(name)
      for (const each of imported.flatMap(value => this.attributes(value))) names.add(each)
      for (const each of bound.kind === 'star' ? this.starred(bound.module, bound.level) : []) names.add(each)
    }
    const given = [...bindings.flatMap(valueGiven), ...assigned.flatMap(({ node }) => this.attributeGiven(node))]
    const mentions = given
      .filter(each => !this.makesLayer(each.value))
      .map(({ name, value }) => ({ name, of: this.mentioned(value) }))
    for (let before = 0; before < names.size; ) {
      before = names.size
      for (const { name, of } of mentions) if (of.some(each => names.has(each))) names.add(name)
    }
    return names
  }

  /** What an import may bring that holds the class. */
  private imported(bound: Imported): readonly Value[] {
    if (bound.name === this.name) return [{ kind: 'path', path: [...this.api.paths][0] ?? '' }]
    return this.repository.mayBeClass(bound) ? this.repository.expand(importedValue(bound)) : []
  }

  private mayHold(value: Value): boolean {
    return value.kind === 'path'
      ? this.api.paths.has(value.path)
      : /^(literal|function|class|instance)$/.test(value.kind)
  }

  /** The names under which a class of another module has the class, or what may hold it: subclasses have them too. */
  private attributes(value: Value): readonly string[] {
    if (value.kind !== 'class') return []
    const { home, definition } = value
    const holds = (name: string) =>
      home.member(value, name).some(each => home.follow(each).some(one => one.kind !== 'function' && this.mayHold(one)))
    return home.attributeNames(definition).filter(holds)
  }

  /** The names of the file that a star import of another module of the repository may give the class. */
  private starred(module: string, level: number): readonly string[] {
    if (!this.repository.isModule({ kind: 'import', module, level, name: null })) return []
    const used = [...this.file.resolver.names.uses.keys()]
    return used.filter(name =>
      this.imported({ kind: 'import', module, level, name }).some(value => this.mayHold(value)),
    )
  }

  private readonly text = (node: Node): string => this.file.resolver.text(node)

  /** `self.Up = value` makes `Up` a name of the value. */
  private attributeGiven(node: Node): readonly Given[] {
    const name = node.type === 'attribute' ? node.child('attribute') : null
    const value = node.parent?.type === 'assignment' && node.field === 'left' ? node.parent.child('right') : null
    return name && value ? [{ name: this.text(name), value }] : []
  }

  /** What a method gives is not the class, as in `up = nn.ConvTranspose1d(…)`; what some of Python's own give may be. */
  private makesLayer(value: Node): boolean {
    const callee = value.type === 'call' ? value.child('function') : null
    const method = callee?.type === 'attribute' ? callee.child('attribute') : null
    return method !== null && method !== undefined && !giving.test(this.text(method))
  }

  /** The names in an expression; for a getattr whose name is computed, the class's own. */
  private mentioned(value: Node): readonly string[] {
    const names = [...walk(value)].filter(node => node.type === 'identifier').map(this.text)
    return names.includes('getattr') ? [...names, this.name] : names
  }
}

function valueGiven({ name, bound }: Binding): readonly Given[] {
  switch (bound.kind) {
    case 'expression':
      return [{ name, value: bound.value }]
    case 'target':
      return bound.source ? [{ name, value: bound.source }] : []
    case 'each':
      return [{ name, value: bound.iterable }]
    case 'parameter':
      return bound.default ? [{ name, value: bound.default }] : []
    case 'function':
      return returnedNodes(bound.definition).map(value => ({ name, value }))
    default:
      return []
  }
}

/** Whether the node is an attribute access by one of the names. */
export function isAttribute(node: Node, names: ReadonlySet<string>, text: Text): boolean {
  const name = node.type === 'attribute' ? node.child('attribute') : null
  return name !== null && names.has(text(name))
}

/** Whether the expression's last name is one of the names, on any of its branches. */
export function endsIn(node: Node, names: ReadonlySet<string>, text: Text): boolean {
  switch (node.type) {
    case 'identifier':
      return names.has(text(node))
    case 'attribute':
    case 'dotted_name':
      return names.has(text(node).split(/\W+/).at(-1) ?? '')
    case 'parenthesized_expression':
    case 'conditional_expression':
    case 'boolean_operator':
      return node.parts.some(part => endsIn(part, names, text))
    default:
      return false
  }
}
