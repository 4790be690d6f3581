import type { Named } from '../mapping/api.ts'
import { adding } from '../python/changes.ts'
import { heldBy } from '../python/contents.ts'
import type { Node } from '../python/node.ts'
import { attributesNamed } from '../python/nodes_of_type.ts'
import type { PartNames } from '../python/part_names.ts'
import { type Bound, push } from '../python/scope.ts'
import { readString } from '../python/string_literal.ts'
import { assignedValue } from '../python/targets.ts'
import type { Value } from '../python/value.ts'
import { mayBeMember } from './may_be_member.ts'
import { type Imported, importedValue, isImport, type Repository } from './repository.ts'
import type { SourceFile } from './source_file.ts'

type Text = (node: Node) => string

/** Methods, and functions of modules, that give back what they are given. */
const giving =
  /^(get|items|values|pop|setdefault|copy|deepcopy|partial|cast|field|OrderedDict|defaultdict|SimpleNamespace|Namespace)$/

/** The names under which a file may know a class: by imports, assignments, tables, defaults and returned values. */
export class Aliases {
  private readonly file: SourceFile
  private readonly api: Named
  private readonly name: string
  private readonly repository: Repository
  private readonly members: readonly Node[]
  /** Functions, of the file or of modules that it imports, that may return the class or what holds it. */
  private readonly returning = new Set<string>()

  /** `members` are what the file reads off modules of the repository. */
  constructor(file: SourceFile, api: Named, repository: Repository, members: readonly Node[]) {
    this.members = members
    this.file = file
    this.api = api
    this.name = api.name
    this.repository = repository
  }

  names(): ReadonlySet<string> {
    const names = new Set([this.name])
    for (const { name, bound } of this.file.resolver.names.imports) {
      const imported = isImport(bound) ? this.imported(bound) : []
      if (imported.some(value => this.mayHold(value))) names.add(name)
      for (const each of imported.flatMap(value => this.attributes(value))) names.add(each)
      for (const each of bound.kind === 'star' ? this.starred(bound.module, bound.level) : []) names.add(each)
    }
    for (const each of this.members.flatMap(node => this.heldBy(node))) names.add(each)
    const queue = [...names]
    const add = (name: string) => {
      if (!names.has(name)) queue.push(name)
      names.add(name)
    }
    const asked = this.askedNames()
    // A getattr whose name is computed may be asked for the class.
    for (const node of asked.get(null) ?? []) for (const name of this.givenFrom(node)) add(name)
    for (let name = queue.pop(); name !== undefined; name = queue.pop())
      for (const node of [...this.mentions(name), ...(asked.get(name) ?? [])])
        for (const each of this.givenFrom(node)) add(each)
    return names
  }

  /** Where getattr is read, by the name that it is asked for; null for one that is computed. */
  private askedNames(): ReadonlyMap<string | null, readonly Node[]> {
    const asked = new Map<string | null, Node[]>()
    for (const node of this.mentions('getattr')) {
      const name = node.parent?.type === 'call' ? node.parent.child('arguments')?.parts[1] : undefined
      const isPlain = name?.type === 'string' && !name.has('interpolation')
      push(asked, name && isPlain ? readString(this.text(name)) : null, node)
    }
    return asked
  }

  /** What an import may bring that holds the class. */
  private imported(bound: Imported): readonly Value[] {
    if (bound.name === this.name) return [{ kind: 'path', path: [...this.api.paths][0] ?? '' }]
    return this.followed(importedValue(bound))
  }

  /** A module of the repository is only opened where its name may be the class, or hold it. */
  private followed(value: Value): readonly Value[] {
    return this.repository.mayBeClass(value) ? this.repository.expand(value) : []
  }

  /** The names by which what is written with its module may give the class: a class's attributes, a function's own. */
  private heldBy(member: Node): readonly string[] {
    const values = this.file.resolver.values(member).flatMap(value => this.followed(value))
    const last = values.some(({ kind }) => kind === 'function') ? member.child('attribute') : null
    const returning = last ? [this.text(last)] : []
    for (const name of returning) this.returning.add(name)
    const table = values.some(({ kind }) => kind === 'literal') ? lastNameOf(member, this.text) : []
    return [...values.flatMap(value => this.attributes(value)), ...returning, ...table]
  }

  private mayHold(value: Value): boolean {
    if (value.kind === 'member') return mayBeMember(value, this.api)
    return value.kind === 'path'
      ? this.api.paths.has(value.path)
      : /^(literal|function|class|instance)$/.test(value.kind)
  }

  /** The names under which a class of another module has the class, or what may hold it: subclasses have them too. */
  private attributes(value: Value): readonly string[] {
    if (value.kind !== 'class') return []
    const { home, definition } = value
    const isHeld = (one: Value): boolean => one.kind !== 'function' && this.mayHold(one)
    const contents = (one: Value) => (one.kind === 'literal' ? heldBy(one) : [one])
    const holds = (name: string) =>
      home
        .member(value, name)
        .flatMap(each => home.follow(each))
        .flatMap(contents)
        .some(isHeld)
    return home.attributeNames(definition).filter(holds)
  }

  /** The names of the file that a star import of another module of the repository may give the class. */
  private starred(module: string, level: number): readonly string[] {
    if (!this.repository.isModule({ kind: 'import', module, level, name: null })) return []
    const used = [...this.file.resolver.names.used]
    return used.filter(name =>
      this.imported({ kind: 'import', module, level, name }).some(value => this.mayHold(value)),
    )
  }

  private readonly text = (node: Node): string => this.file.resolver.text(node)

  /** Where a name is read, by itself or as an attribute. */
  private mentions(name: string): readonly Node[] {
    const { resolver, tree } = this.file
    return [...resolver.names.usesOf(name).map(use => use.node), ...attributesNamed(tree, name)]
  }

  /** The names that are given a value with the node in it, or are functions that return one. */
  private givenFrom(node: Node): readonly string[] {
    const names: string[] = []
    const part = this.file.resolver.names.partAround(node)
    if (part) part.given ??= givenIn(part, this.text)
    for (let at = node; at.parent && !/^(function_definition|class_definition|block)$/.test(at.type); at = at.parent) {
      if (this.makesLayer(at)) break
      names.push(...(part?.given?.get(at) ?? []), ...filledWith(at, this.text))
      const returning = at.parent.type === 'return_statement' ? at.parent.within('function_definition') : null
      const name = returning?.child('name')
      if (name) {
        this.returning.add(this.text(name))
        names.push(this.text(name))
      }
    }
    return names
  }

  /** What the class or a method gives is not the class, as in `up = nn.ConvTranspose1d(…)`; what some of Python's own give may be. */
  private makesLayer(value: Node): boolean {
    const callee = value.type === 'call' ? value.child('function') : null
    const method = callee?.type === 'attribute' ? callee.child('attribute') : null
    if (!callee || !method) return callee !== null && this.text(callee) === this.name
    return !giving.test(this.text(method)) && !this.returning.has(this.text(method))
  }
}

/** The name of the table that a method puts the argument into. */
function filledWith({ parent }: Node, text: Text): readonly string[] {
  const call = parent?.type === 'argument_list' ? parent.parent : parent?.parent?.parent
  const callee = call?.type === 'call' ? call.child('function') : null
  const method = callee?.type === 'attribute' ? callee.child('attribute') : null
  return callee && method && adding.test(text(method)) ? lastNameOf(callee.child('object'), text) : []
}

function lastNameOf(node: Node | null, text: Text): readonly string[] {
  const name = node?.type === 'identifier' ? node : node?.child('attribute')
  return name ? [text(name)] : []
}

/** The names that an expression may give its value to. `self.Up = value` makes `Up` a name of the value. */
function givenIn(part: PartNames, text: Text): ReadonlyMap<Node, readonly string[]> {
  const given = new Map<Node, string[]>()
  const add = (value: Node | null, name: string) => {
    if (value) push(given, value, name)
  }
  for (const { name, bound } of part.all) add(valueGiven(bound), name)
  for (const { node } of part.assigned)
    for (const name of lastNameOf(node.type === 'subscript' ? node.child('value') : node, text))
      add(assignedValue(node), name)
  return given
}

function valueGiven(bound: Bound): Node | null {
  switch (bound.kind) {
    case 'expression':
      return bound.value
    case 'part':
      return bound.source
    case 'parameter':
      return bound.default
    default:
      return null
  }
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
