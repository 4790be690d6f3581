import { Attributes } from './attributes.ts'
import { valuesOfBindings } from './bound_values.ts'
import { builtins } from './builtins.ts'
import { callValues } from './call_values.ts'
import { type Change, Changes } from './changes.ts'
import { Classes } from './classes.ts'
import { collectNames } from './collect.ts'
import { itemValues } from './contents.ts'
import { exportedNames } from './exported_names.ts'
import type { Library } from './library.ts'
import type { Names } from './names.ts'
import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'
import { Reads } from './reads.ts'
import { ownerOf } from './scope.ts'
import type { Reaching } from './state.ts'
import type { Literal } from './tables.ts'
import { distinct, followed, type Home, local, unknown, type Value } from './value.ts'

/** What can be seen to be a table, or a sum of them; the operands of other sums are not asked about. */
const tables = /^(list|tuple|dictionary|list_comprehension|dictionary_comprehension|binary_operator)$/

const literals = new Set('integer float true false none'.split(' '))

/** A longer trail of names than any program has; the call stack has to hold it. */
const mostDeep = 200
/** Questions that one question may lead to; in circles they would double and double again. */
const mostSteps = 2000

/** Says what the names and expressions of one module may be. Answers are remembered. */
export class Resolver implements Home {
  readonly tree: SyntaxTree
  readonly names: Names
  readonly follow: Home['follow']
  private readonly library: Library
  private readonly reads: Reads
  private readonly attributes: Attributes
  private readonly changed: Changes
  private readonly classes: Classes
  private readonly known = new Map<Node, readonly Value[]>()
  /** The questions that are open, each with how many it stands in. */
  private readonly asking = new Map<Node, number>()
  /** The outermost question into which an answer since then ran back. */
  private cut = Number.POSITIVE_INFINITY
  private steps = 0

  /** `follow` says what a value is that leads into another module; without it, other modules are not in view. */
  constructor(tree: SyntaxTree, library: Library, follow: Home['follow'] = value => [value]) {
    this.follow = follow
    this.tree = tree
    this.library = library
    this.names = collectNames(tree)
    this.reads = new Reads(tree, this.names, library)
    this.attributes = new Attributes(this.names, this.text)
    this.changed = new Changes(tree, this.names, this.text)
    this.classes = new Classes(this, this.names, this.reads, this.attributes)
  }

  readonly text = (node: Node): string => this.tree.source.slice(node.start, node.end)

  /** All that the expression may be; one value when it is certain. */
  values(node: Node): readonly Value[] {
    const known = this.known.get(node)
    if (known) return known
    // A long chain is answered from its inner end: from the outer one it would be cut off, and asked again for each link.
    if (this.asking.size === 0) for (const link of this.linksOf(node)) this.ask(link)
    return this.ask(node)
  }

  /** What is called, or read from, in a chain of calls, attributes and items; the innermost first. */
  private linksOf(node: Node): readonly Node[] {
    const links: Node[] = []
    for (let at = node; /^(call|attribute|subscript)$/.test(at.type); ) {
      const inner = at.children[0]
      if (!inner || this.known.has(inner)) break
      links.push(inner)
      at = inner
    }
    return links.reverse()
  }

  private ask(node: Node): readonly Value[] {
    const known = this.known.get(node)
    if (known) return known
    const depth = this.asking.size
    const asked = this.asking.get(node)
    if (depth === 0) this.steps = 0
    if (asked !== undefined || depth > mostDeep || ++this.steps > mostSteps) {
      this.cut = Math.min(this.cut, asked ?? 0)
      return [unknown]
    }
    return this.answer(node, depth)
  }

  private answer(node: Node, depth: number): readonly Value[] {
    const before = this.cut
    this.cut = Number.POSITIVE_INFINITY
    this.asking.set(node, depth)
    const values = distinct(this.evaluate(node))
    this.asking.delete(node)
    // Inside another question an answer may have been cut short by going in a circle.
    const isWhole = this.cut >= depth
    if (isWhole) this.known.set(node, values)
    this.cut = isWhole ? before : Math.min(before, this.cut)
    return values
  }

  /** The bindings that reach a read of a name. */
  reaching(node: Node): Reaching {
    return this.reads.reaching(node, this.text(node), this.names.scopeOf(node))
  }

  /** Whether a name is a local that is bound at one place only, so that it means the same wherever it is read. */
  isSettled(node: Node): boolean {
    const [only, ...others] = this.reaching(node)
    if (!only || others.length > 0 || only.remote || only.node.parent?.type === 'named_expression') return false
    if (!/function|lambda|comprehension|generator/.test(only.scope.kind)) return false
    return only.scope.bindings.get(only.name)?.length === 1
  }

  /** Whether the expression may be a tuple, list or dictionary that stands in a module in view. */
  mayBeTable(node: Node): boolean {
    return followed(node, this).some(({ kind }) => kind === 'literal')
  }

  /** Whether the expression certainly is the builtin, or the function at a dotted path such as `math.ceil`. */
  isCertainly(node: Node, name: string): boolean {
    const [only, ...others] = this.values(node)
    if (!only || others.length > 0) return false
    return only.kind === 'builtin' ? only.name === name : only.kind === 'path' && only.path === name
  }

  /** What a name of the module is when the module has run; null when nothing binds it. */
  exported(name: string): readonly Value[] | null {
    const bound = [...this.reads.atEnd(this.names.module, name)].filter(binding => binding !== null)
    return bound.length > 0 ? distinct(valuesOfBindings(bound, name, this)) : null
  }

  /** The names that a star import of this module binds; null if that is not known. */
  exportedNames(): ReadonlySet<string> | null {
    return exportedNames(this.names.module, this.library, this.text)
  }

  /** What a value has under a name. */
  member(value: Value, name: string): readonly Value[] {
    switch (value.kind) {
      case 'class':
        if (value.home === this) return this.classes.member(value.definition, name)
        return value.home.member(value, name).flatMap(each => value.home.follow(each))
      case 'instance':
        return [...this.member(value.of, name), local]
      case 'module':
        return value.home.exported(name) ?? [unknown]
      case 'literal':
        return keywordValues(value, name)
      default:
        return [memberOf(value, name)]
    }
  }

  attributeNames(definition: Node): readonly string[] {
    return this.classes.attributeNames(definition)
  }

  given(name: Node): readonly Node[] | null {
    const given = [...this.reaching(name)].map(binding =>
      binding?.bound.kind === 'expression' ? binding.bound.value : null,
    )
    return given.includes(null) ? null : given.filter(each => each !== null)
  }

  changes(node: Node): Change {
    return this.changed.of(node)
  }

  /** The values that are assigned, in the same class, or outside any, to what is written like the node. */
  assignedTo(node: Node): readonly Node[] {
    return this.attributes.assignedTo(node)
  }

  /** What an attribute may be by what its object is said to be: a parameter of a class in view. */
  byAnnotation(node: Node): readonly Value[] {
    const object = node.child('object')
    const attribute = node.child('attribute')
    if (!object || !attribute) return []
    const classes = this.typesOf(object)
      .flatMap(type => followed(type, this))
      .filter(value => value.kind === 'class')
    return classes.flatMap(of => this.member({ kind: 'instance', of }, this.text(attribute)))
  }

  /** The annotations of the parameters that the expression may be, past what they are assigned to. */
  private typesOf(object: Node, steps = 3): readonly Node[] {
    if (steps === 0) return []
    if (object.type === 'attribute') return this.assignedTo(object).flatMap(value => this.typesOf(value, steps - 1))
    if (object.type !== 'identifier') return []
    return [...this.reaching(object)].flatMap(binding => {
      if (binding?.bound.kind === 'expression') return this.typesOf(binding.bound.value, steps - 1)
      const type = binding?.bound.kind === 'parameter' ? binding.node.parent?.child('type')?.parts[0] : null
      return type && /^(identifier|attribute)$/.test(type.type) ? type : []
    })
  }

  private evaluate(node: Node): readonly Value[] {
    switch (node.type) {
      case 'identifier':
        return this.nameValues(node)
      case 'attribute':
        return this.attributeValues(node)
      case 'parenthesized_expression':
        return node.parts[0] ? this.values(node.parts[0]) : [local]
      case 'named_expression':
        return this.part(node.child('value'))
      case 'conditional_expression':
        return [...this.part(node.parts[0]), ...this.part(node.parts[2])]
      case 'boolean_operator':
        return [...this.part(node.child('left')), ...this.part(node.child('right'))]
      case 'subscript':
        return itemValues(node, this)
      case 'call':
        return callValues(node, this)
      case 'string':
      case 'concatenated_string':
        return [{ kind: 'string', node, home: this }]
      case 'tuple':
      case 'list':
      case 'set':
      case 'dictionary':
      case 'expression_list':
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
      case 'generator_expression':
        return [{ kind: 'literal', node, home: this }]
      case 'binary_operator':
        return this.joined(node)
      case 'lambda':
        return [{ kind: 'function', definition: node, home: this }]
      default:
        return [literals.has(node.type) ? local : unknown]
    }
  }

  private part(node: Node | null | undefined): readonly Value[] {
    return node ? this.values(node) : []
  }

  /** A sum of lists, or a union of dictionaries, holds what either holds. */
  private joined(node: Node): readonly Value[] {
    const operands = [node.child('left'), node.child('right')].filter(operand => tables.test(operand?.type ?? ''))
    return [...operands.flatMap(operand => this.part(operand)).filter(value => value.kind === 'literal'), unknown]
  }

  private nameValues(node: Node): readonly Value[] {
    const name = this.text(node)
    const reaching = [...this.reaching(node)]
    const bound = reaching.filter(binding => binding !== null)
    const values = bound.length > 0 ? valuesOfBindings(bound, name, this) : []
    const owner = ownerOf(name, this.names.scopeOf(node))
    const fallsBack = owner === null || owner.kind === 'module' || owner.kind === 'class'
    if (fallsBack && reaching.includes(null) && builtins.has(name)) return [...values, { kind: 'builtin', name }]
    if (bound.length > 0) return values
    // A name that its scope binds, but not on any way that leads here, raises at once.
    return [owner !== null ? local : unknown]
  }

  private attributeValues(node: Node): readonly Value[] {
    const attribute = node.child('attribute')
    if (!attribute) return [unknown]
    const name = this.text(attribute)
    const members = this.part(node.child('object')).flatMap(value => this.member(value, name))
    const isOpen = members.some(value => value.kind === 'own' || value.kind === 'local')
    const assigned = isOpen ? this.assignedTo(node).flatMap(value => this.part(value)) : []
    const definition = members.some(value => value.kind === 'own') ? node.within('class_definition') : null
    return [...members, ...(definition ? this.classes.member(definition, name) : []), ...assigned]
  }
}

/** What a namespace was made with under a name. */
function keywordValues({ node, home }: Literal, name: string): readonly Value[] {
  const given = node.type === 'argument_list' ? node.parts : []
  const named = given.filter(part => part.type === 'keyword_argument' && home.text(part.child('name') ?? part) === name)
  return [...named.flatMap(part => followed(part.child('value') ?? part, home)), local]
}

function memberOf(value: Value, attribute: string): Value {
  switch (value.kind) {
    case 'path':
    case 'relative':
      return { kind: value.kind, path: `${value.path}.${attribute}` }
    case 'self':
      return attribute === '__class__' ? value : { kind: 'own' }
    case 'own':
    case 'member':
    case 'unknown':
      return unknown
    default:
      return local
  }
}
