import type { Node } from '../python/node.ts'
import { attributesNamed, nodesOfType } from '../python/nodes_of_type.ts'
import { returnedNodes } from '../python/returned.ts'
import { type Binding, push } from '../python/scope.ts'
import { readString } from '../python/string_literal.ts'
import { assignedValue } from '../python/targets.ts'
import { isApplied } from './applied.ts'
import { callsOf } from './calls_of.ts'
import { chained } from './holders.ts'
import { Inherited } from './inherited_callees.ts'
import { isListing } from './listing.ts'
import { classAround, parametersOf } from './parameters.ts'
import type { Called } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** How many names, functions and containers are gone back through. */
const deepest = 10

/** Methods of tables and modules that give what these hold. */
const giving = /^(get|pop|items|values|copy|get_submodule)$/
/** What puts a layer under a name that is a text. */
const naming = ['add_module', 'register_module', '__setattr__']

/** Expressions that give or hold what one of their parts gives. */
const holding =
  /^(parenthesized_expression|conditional_expression|boolean_operator|binary_operator|named_expression|tuple|list|set|dictionary|expression_list|list_splat|dictionary_splat|await)$/

/** An expression to look at; where it is what a function returns, for one call of it. */
interface Step {
  readonly node: Node
  readonly isReturned: boolean
}

/**
 * Tells which calls may have made a layer that an expression gives or holds: through names, attributes, containers, functions
 * of the file and what these are given. It errs on the side of too many: who asks wants no reader of a layer to be missed.
 */
export class Origins {
  private readonly file: SourceFile
  private readonly callOf: ReadonlyMap<Node, Called>
  private readonly inherited = new Inherited()
  private attributes: ReadonlyMap<string, readonly Node[]> | null = null
  private functions: ReadonlyMap<string, readonly Node[]> | null = null
  private imported: ReadonlySet<string> | null = null
  private named: ReadonlyMap<string | null, readonly Node[]> | null = null

  constructor(file: SourceFile, called: readonly Called[]) {
    this.file = file
    this.callOf = new Map(called.map(each => [each.call, each]))
  }

  /** Whether there are no calls to come from. */
  get isEmpty(): boolean {
    return this.callOf.size === 0
  }

  /** Whether the expression is one of the calls. */
  isMade(node: Node): boolean {
    return this.callOf.has(node)
  }

  /** All calls. */
  get any(): readonly Called[] {
    return [...this.callOf.values()]
  }

  /** The calls whose layers some attribute of the name may hold, or a method of the name give. */
  under(name: string): readonly Called[] {
    this.functions ??= this.functionsByName()
    const given = (this.functions.get(name) ?? []).flatMap(returnedNodes)
    return [...this.assignedTo(name), ...this.putUnder(name), ...given].flatMap(node => this.of(node))
  }

  private functionsByName(): ReadonlyMap<string, readonly Node[]> {
    const index = new Map<string, Node[]>()
    for (const each of nodesOfType(this.file.tree, 'function_definition'))
      push(index, this.text(each.child('name') ?? each), each)
    return index
  }

  /** The calls, each once. */
  of(node: Node, most = deepest): readonly Called[] {
    const found = new Set<Called>()
    const seen = new Map<Node, Step>()
    let steps: readonly Step[] = [{ node, isReturned: false }]
    for (const called of this.madeBy(node)) found.add(called)
    for (let depth = 0; steps.length > 0 && depth < most; depth++) {
      for (const step of steps) seen.set(step.node, step)
      steps = steps.flatMap(step => this.before(step)).filter(step => isNew(step, seen.get(step.node)))
      for (const step of steps) for (const called of this.madeBy(step.node)) found.add(called)
    }
    return [...found]
  }

  /** The root stands for any layer of the file. */
  private madeBy(node: Node): Iterable<Called> {
    if (node === this.file.tree.root) return this.callOf.values()
    const called = this.callOf.get(node)
    return called ? [called] : []
  }

  private text(node: Node): string {
    return this.file.resolver.text(node)
  }

  /** Where what the expression gives may come from. */
  private before({ node, isReturned }: Step): readonly Step[] {
    const from = (nodes: readonly Node[]) => nodes.map(each => ({ node: each, isReturned }))
    switch (node.type) {
      case 'identifier': {
        const bindings = [...this.file.resolver.reaching(node)]
        return from([...bindings.flatMap(binding => this.bound(binding, isReturned)), ...this.added(node)])
      }
      case 'attribute':
        return this.assigned(node).map(each => ({ node: each, isReturned: false }))
      case 'call':
        return this.callOf.has(node) ? [] : [...from(this.passed(node)), ...this.returned(node)]
      case 'subscript':
      case 'pair':
      case 'keyword_argument':
        return from(childOf(node, 'value'))
      default:
        if (holding.test(node.type)) return from(node.parts)
        return /comprehension|generator/.test(node.type) ? from(childOf(node, 'body')) : []
    }
  }

  /** What a call gives a parameter is told by the call where what its function returns is looked at. */
  private bound(binding: Binding | null, isReturned: boolean): readonly Node[] {
    switch (binding?.bound.kind) {
      case 'expression':
        return [binding.bound.value]
      case 'part':
        return binding.bound.source ? [binding.bound.source] : []
      case 'parameter': {
        const given = isReturned ? [] : this.argumentsFor(binding.node)
        return binding.bound.default ? [binding.bound.default, ...given] : given
      }
      default:
        return []
    }
  }

  /** What is put into what the expression names. */
  private added(node: Node): readonly Node[] {
    const { items, tables } = this.file.resolver.changes(node)
    return [...items, ...tables]
  }

  /** What calls of a function in the file, or of the class whose objects it makes, give a parameter. */
  private argumentsFor(parameter: Node): readonly Node[] {
    const list = parameter.within('parameters', 'lambda_parameters')
    const definition = list?.parent
    if (!definition) return []
    if (definition.type === 'lambda') return isApplied(definition, this.file.resolver) ? [this.file.tree.root] : []
    const type = classAround(definition)
    const isOwn = ({ start, end }: Node) => start <= parameter.start && parameter.end <= end
    const position = parametersOf(definition, this.file.resolver).findIndex(isOwn)
    const name = this.text(definition.child('name') ?? definition)
    const called = type && name === '__init__' ? this.text(type.child('name') ?? type) : name
    const uses = this.file.resolver.names.usesOf(called).map(({ node }) => node)
    return [...uses, ...attributesNamed(this.file.tree, called)].flatMap(use =>
      this.givenAt(use, position, this.text(parameter)),
    )
  }

  private givenAt(callee: Node, position: number, name: string): readonly Node[] {
    if (isApplied(callee, this.file.resolver)) return [this.file.tree.root]
    const call = callee.parent?.type === 'call' && callee.field === 'function' ? callee.parent : null
    const parts = call?.child('arguments')?.parts ?? []
    const isNamed = (part: Node) => part.type === 'keyword_argument' && this.text(part.child('name') ?? part) === name
    const placed = parts[position]
    return [...parts.filter(isNamed), ...(placed && placed.type !== 'keyword_argument' ? [placed] : [])]
  }

  /** What is assigned to an attribute: in the class around it, where that gives it something, else to any of its name. */
  private assigned(node: Node): readonly Node[] {
    const own = node.within('class_definition') ? this.file.resolver.assignedTo(node) : []
    const name = this.text(node.child('attribute') ?? node)
    const assigned = [...(own.length > 0 ? own : this.assignedTo(name)), ...this.added(node), ...this.putUnder(name)]
    if (assigned.length > 0) return assigned
    // What only another module assigns, such as the layer in an object that wraps it.
    return this.isInherited(node) ? [this.file.tree.root] : childOf(node, 'object')
  }

  /** Whether a property or method is that of a base class in another module, which may give any layer. */
  private isInherited(node: Node): boolean {
    const { resolver } = this.file
    return this.inherited.named(node, resolver).some(value => value.home !== resolver)
  }

  private assignedTo(name: string): readonly Node[] {
    this.attributes ??= this.attributesByName()
    const targets = this.attributes.get(name) ?? []
    return targets.flatMap(target => [assignedValue(target) ?? [], ...this.added(target)].flat())
  }

  /** Attributes that something is assigned to, and names in the bodies of classes. */
  private attributesByName(): ReadonlyMap<string, readonly Node[]> {
    const index = new Map<string, Node[]>()
    const { names } = this.file.resolver
    const attributes = names.assigned.filter(({ node }) => node.type === 'attribute')
    for (const { node } of attributes) push(index, this.text(node.child('attribute') ?? node), node)
    for (const statement of nodesOfType(this.file.tree, 'assignment')) {
      const left = statement.child('left')
      if (left?.type === 'identifier' && classAround(statement)) push(index, this.text(left), left)
    }
    return index
  }

  /** What `setattr` and its like put under a name, or under one that is not known. */
  private putUnder(name: string | null): readonly Node[] {
    this.named ??= this.putByName()
    return [...(this.named.get(name) ?? []), ...(name === null ? [] : (this.named.get(null) ?? []))]
  }

  private putByName(): ReadonlyMap<string | null, readonly Node[]> {
    const index = new Map<string | null, Node[]>()
    const put = ([name, value]: readonly Node[]) => {
      if (name && value) push(index, name.type === 'string' ? readString(this.text(name)) : null, value)
    }
    for (const call of callsOf(this.file, 'setattr')) put(call.child('arguments')?.parts.slice(1) ?? [])
    const methods = naming.flatMap(name => attributesNamed(this.file.tree, name))
    for (const { parent } of methods) put(parent?.child('arguments')?.parts ?? [])
    return index
  }

  /** What a call is given, and what a method is called on, may be what it gives back. */
  private passed(call: Node): readonly Node[] {
    const callee = call.child('function')
    const given = call.child('arguments')?.parts ?? []
    if (!callee) return given
    const method = callee.type === 'attribute' ? this.text(callee.child('attribute') ?? callee) : ''
    if (isListing(callee, this.file.resolver)) return [this.file.tree.root]
    if (this.isInherited(callee)) return [this.file.tree.root]
    const object = chained.test(method) || giving.test(method) ? childOf(callee, 'object') : []
    const [, name] = given
    const asked = name && this.text(callee) === 'getattr' ? this.readUnder(name) : []
    const isModel = (node: Node) =>
      [...this.file.resolver.reaching(node)].some(binding => binding && isSelf(binding.node))
    const models = given.some(node => node.type === 'identifier' && isModel(node)) ? [this.file.tree.root] : []
    return [...given, ...object, ...asked, ...models]
  }

  private readUnder(name: Node): readonly Node[] {
    const text = name.type === 'string' ? readString(this.text(name)) : null
    return text === null ? this.putUnder(null) : [...this.assignedTo(text), ...this.putUnder(text)]
  }

  /** What a function of the file returns. */
  private returned(call: Node): readonly Step[] {
    const { resolver } = this.file
    const callees = childOf(call, 'function').filter(callee => !this.isImported(callee))
    const values = callees.flatMap(callee => resolver.values(callee))
    return values
      .flatMap(value => (value.kind === 'function' && value.home === resolver ? returnedNodes(value.definition) : []))
      .map(node => ({ node, isReturned: true }))
  }

  /** Whether an expression begins with a name that an import brings: that is of another module. */
  private isImported(node: Node): boolean {
    let first = node
    while (/^(attribute|call|subscript)$/.test(first.type) && first.first) first = first.first
    this.imported ??= new Set(this.file.resolver.names.imports.map(({ name }) => name))
    return this.imported.has(this.text(first))
  }
}

function childOf(node: Node, field: string): readonly Node[] {
  const child = node.child(field)
  return child ? [child] : []
}

/** Whether a parameter is the object whose method has it, which has all its class's layers. */
function isSelf(parameter: Node): boolean {
  const definition = parameter.parent?.type === 'parameters' ? parameter.parent.parent : null
  return definition !== null && classAround(definition) !== null && parameter.parent?.parts[0] === parameter
}

function isNew(step: Step, seen: Step | undefined): boolean {
  return seen === undefined || (seen.isReturned && !step.isReturned)
}
