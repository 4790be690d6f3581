import type { Api } from '../mapping/api.ts'
import { basesOf } from '../python/classes.ts'
import { heldBy } from '../python/contents.ts'
import { type Node, walk } from '../python/node.ts'
import { type ClassValue, type FunctionValue, followed, type Home, type Value } from '../python/value.ts'
import { isApplied } from './applied.ts'
import { asksForClass } from './asks_for_class.ts'
import { attributeRead } from './attribute_uses.ts'
import type { Inherited } from './inherited_callees.ts'
import { isListing } from './listing.ts'
import type { Origins } from './origins.ts'
import { isTakenApart, otherNames } from './other_names.ts'
import { type Position, parameterAt, parametersOf, positionOf } from './parameters.ts'
import { isRuledOut } from './ruled_out.ts'
import { methodsOf } from './subclass.ts'

/** An argument by which a layer is given. */
export interface Argument {
  readonly position: Position
  /** Whether it is a model, with layers among its attributes. */
  readonly isModel: boolean
}

/** A function, and its parameter for the layer or model. */
interface Reader {
  readonly definition: Node
  readonly home: Home
  readonly parameter: string | null
  readonly isModel: boolean
  /** Other names of attributes that hold the layer. */
  readonly kept: ReadonlySet<string>
}

/** What may be the layer in a function: the reads of its parameter, and what is told to be it. */
interface Held {
  readonly reader: Reader
  readonly own: ReadonlySet<Node>
  readonly held: (node: Node) => boolean
}

/** Methods by which a module is given its parts. */
const setting = /^(__setattr__|add_module|register_module)$/

const none: ReadonlySet<string> = new Set()

/** How many parameters functools.partial is taken to give something. */
const mostGivenBefore = 3

/** How many functions a layer is followed through. */
const deepest = 3

/**
 * Tells whether code of another module that gets a layer, or a model with one in it, would go on with something else, without
 * an exception: it asks for torch's class, or reads an attribute that has another form.
 */
export class LayerReaders {
  private readonly origins: Origins
  private readonly inherited: Inherited
  private readonly api: Api
  private readonly bases = new Map<Node, boolean>()
  /** What stands in the text of whatever asks for the class, or reads an attribute of another form. */
  private readonly asking: RegExp
  private readonly given = new Map<Node, Map<string, boolean>>()
  private readonly visitors = new Map<Node, boolean>()
  private readonly names = new Map<string, boolean>()

  constructor(origins: Origins, inherited: Inherited, api: Api) {
    this.origins = origins
    this.inherited = inherited
    this.api = api
    const words = [
      'isinstance',
      'issubclass',
      '\\btype\\(',
      '__class__',
      '__name__',
      '__qualname__',
      '_get_name',
      '\\bcase\\b',
    ]
    this.asking = new RegExp([...words, api.name, ...api.attributes.keys()].join('|'))
  }

  /** Whether one of the functions and classes does that an expression may give, with an argument of a call of it. */
  someIsGiven(values: readonly Value[], argument: Argument, depth = deepest): boolean {
    const isPlain = values.every(({ kind }) => kind === 'function' || kind === 'class')
    const places = isPlain ? [argument] : shifted(argument)
    return values.some(value => places.some(each => this.isGiven(value, each, depth)))
  }

  /** Whether a function does, or a class's objects do, with an argument. */
  isGiven(value: Value, argument: Argument, depth = deepest): boolean {
    if (value.kind === 'literal')
      return depth > 0 && heldBy(value).some(each => this.isGiven(each, argument, depth - 1))
    if (value.kind !== 'class' && value.kind !== 'function') return false
    const known = this.given.get(value.definition) ?? new Map<string, boolean>()
    this.given.set(value.definition, known)
    const question = `${argument.position} ${argument.isModel} ${depth}`
    const found =
      known.get(question) ??
      (value.kind === 'class' ? this.isGivenToClass(value, argument, depth) : this.isGivenTo(value, argument, depth))
    known.set(question, found)
    return found
  }

  private isGivenTo({ definition, home }: FunctionValue, { position, isModel }: Argument, depth: number): boolean {
    if (isDispatched(definition, home)) return home.tree.source.includes(this.api.name)
    const parameter = parameterAt(definition, position, home)
    return this.reads({ definition, home, parameter, isModel, kept: none }, depth)
  }

  /** What the constructor is given is followed to the attributes that it is kept under. */
  private isGivenToClass({ definition, home }: ClassValue, { position, isModel }: Argument, depth: number): boolean {
    const methods = methodsOf(definition)
    const init = methods.find(method => home.text(method.child('name') ?? method) === '__init__')
    if (!init) return false
    const parameter = parameterAt(init, position, home)
    const kept = new Set(
      [...walk(init)].flatMap(node => (node.type === 'assignment' ? keptUnder(node, parameter, home) : [])),
    )
    const inits = this.reads({ definition: init, home, parameter, isModel, kept }, depth)
    return inits || this.someMethodReads(methods, home, kept, depth)
  }

  /** Whether a class does, with objects of its subclasses. */
  isBase(type: ClassValue): boolean {
    const known = this.bases.get(type.definition)
    if (known !== undefined) return known
    // What leads back here in a circle finds nothing.
    this.bases.set(type.definition, false)
    const found = this.isReadingBase(type)
    this.bases.set(type.definition, found)
    return found
  }

  private isReadingBase(type: ClassValue): boolean {
    const { definition, home } = type
    const kept = new Set(this.madeUnder(home.text(definition)))
    const methods = methodsOf(definition)
    if (this.someMethodReads(methods, home, kept, deepest)) return true
    const setters = methods.filter(method => setting.test(home.text(method.child('name') ?? method)))
    const set: Argument = { position: 1, isModel: false }
    if (setters.some(method => this.isGiven({ kind: 'function', definition: method, home }, set))) return true
    return this.inherited.bases(type).some(base => this.isBase(base))
  }

  /** The attributes to which a base class, by its text, assigns what a method of the file makes. */
  private madeUnder(text: string): readonly string[] {
    const made = text.matchAll(/\bself\.(\w+)\s*=\s*self\.(\w+)\(/g)
    return [...made].flatMap(([, name, method]) => (name && method && this.isUnder(method) ? [name] : []))
  }

  /** Whether what a function defines inside and may give back does, or a method of a class that is no module itself. */
  isVisitor(value: Value): boolean {
    if (value.kind === 'instance') return this.isVisitor(value.of)
    if (value.kind !== 'function' && value.kind !== 'class') return false
    const known =
      this.visitors.get(value.definition) ?? this.visitorsIn(value).some(each => this.mayBeGiven(each, value.home))
    this.visitors.set(value.definition, known)
    return known
  }

  private visitorsIn({ kind, definition, home }: Value & { readonly kind: 'function' | 'class' }): readonly Node[] {
    if (kind === 'function')
      return (definition.child('body')?.parts ?? []).filter(({ type }) => type === 'function_definition')
    return basesOf(definition).some(base => !/^(object|type)$/.test(home.text(base))) ? [] : methodsOf(definition)
  }

  /** Whether a function does with any of its arguments. */
  private mayBeGiven(definition: Node, home: Home): boolean {
    return parametersOf(definition, home).some((_, position) =>
      this.isGiven({ kind: 'function', definition, home }, { position, isModel: false }, 1),
    )
  }

  /** Whether a module may do with what is put into its tables and variables, by its text. */
  mayRead({ tree }: Home): boolean {
    const { name, attributes } = this.api
    return tree.source.includes(name) || [...attributes.keys()].some(each => tree.source.includes(each))
  }

  private someMethodReads(methods: readonly Node[], home: Home, kept: ReadonlySet<string>, depth: number): boolean {
    return methods.some(method =>
      this.reads({ definition: method, home, parameter: selfOf(method, home), isModel: true, kept }, depth),
    )
  }

  private reads(reader: Reader, depth: number): boolean {
    const { definition, home, parameter } = reader
    const mayAsk = this.asking.test(home.text(definition))
    if (depth === 0 && !mayAsk) return false
    const nodes = [...walk(definition.child('body') ?? definition)]
    if (mayAsk && nodes.some(node => asksForClass(node, home, this.api))) return true
    const own = new Set(nodes.filter(node => node.type === 'identifier' && home.text(node) === parameter))
    const read = mayAsk ? nodes.filter(node => this.isRead(node, home)) : []
    if (own.size === 0 || (depth === 0 && read.length === 0)) return false
    const held = this.held(nodes, own, reader)
    if (read.some(held)) return true
    if (depth === 0) return false
    return nodes.some(
      node => this.isApplied(node, home, depth - 1) || this.isHandedOn(node, { reader, own, held }, depth - 1),
    )
  }

  private isRead(node: Node, home: Home): boolean {
    return attributeRead(home, node, this.api)?.silent === true && !isRuledOut(home, node, node)
  }

  /** Tells whether an expression may be the layer: what was given, an item of it, or what has the name of its attribute. */
  private held(
    nodes: readonly Node[],
    own: ReadonlySet<Node>,
    { home, isModel, kept }: Reader,
  ): (node: Node) => boolean {
    const isUnder = (attribute: Node) => {
      const name = home.text(attribute.child('attribute') ?? attribute)
      return kept.has(name) || this.isUnder(name)
    }
    const isPart = (node: Node) =>
      isListing(node, home) ||
      (node.type === 'attribute' && isUnder(node)) ||
      (own.has(node) && (!isModel || isTakenApart(node, home)))
    const others = otherNames(nodes, isPart, home)
    const holds = (node: Node): boolean => {
      if (node.type === 'subscript') return holds(node.child('value') ?? node.parts[0] ?? node)
      if (node.type === 'call') return holds(node.child('function') ?? node)
      if (node.type === 'attribute') return isUnder(node)
      if (own.has(node)) return !isModel
      return node.type === 'identifier' && others.has(home.text(node))
    }
    return holds
  }

  /** Whether the file has a layer under an attribute's name. */
  private isUnder(name: string): boolean {
    const known = this.names.get(name) ?? this.origins.under(name).length > 0
    this.names.set(name, known)
    return known
  }

  /** Whether it is a function that is applied, and does. */
  private isApplied(node: Node, home: Home, depth: number): boolean {
    const layer: Argument = { position: 0, isModel: false }
    return isApplied(node, home) && this.someIsGiven(followed(node, home), layer, depth)
  }

  /** Whether a call hands the layer, or the model, to a function that does. */
  private isHandedOn(node: Node, { reader, own, held }: Held, depth: number): boolean {
    const { home, isModel } = reader
    const callee = node.type === 'call' ? node.child('function') : null
    const given = (callee && node.child('arguments')?.parts) ?? []
    const handed = given.flatMap((part, index): readonly Argument[] => {
      const value = part.type === 'keyword_argument' ? (part.child('value') ?? part) : part
      const isOwn = own.has(value)
      return isOwn || held(value) ? [{ position: positionOf(part, index, home), isModel: isOwn && isModel }] : []
    })
    if (!callee || handed.length === 0) return false
    const values = followed(callee, home)
    return handed.some(argument => this.someIsGiven(values, argument, depth))
  }
}

/** What may be made by functools.partial may give the first parameters something else. */
function shifted(argument: Argument): readonly Argument[] {
  const { position } = argument
  if (typeof position === 'string') return [argument]
  return Array.from({ length: mostGivenBefore + 1 }, (_, more) => ({ ...argument, position: position + more }))
}

/** Whether a function goes on with another one, by the class of what it is given. */
function isDispatched({ parent }: Node, home: Home): boolean {
  const decorators = parent?.type === 'decorated_definition' ? parent.parts.slice(0, -1) : []
  return decorators.some(decorator => /\bsingledispatch/.test(home.text(decorator)))
}

function selfOf(method: Node, home: Home): string | null {
  const [self] = method.child('parameters')?.parts ?? []
  return self ? home.text(self) : null
}

/** The names of attributes that a parameter is assigned to. */
function keptUnder(assignment: Node, parameter: string | null, home: Home): readonly string[] {
  const right = assignment.child('right')
  const name = assignment.child('left')?.child('attribute')
  return right && name && home.text(right) === parameter ? [home.text(name)] : []
}
