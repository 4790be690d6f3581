import type { Api } from '../mapping/api.ts'
import { basesOf } from '../python/classes.ts'
import { heldBy } from '../python/contents.ts'
import { type Node, walk } from '../python/node.ts'
import { type ClassValue, followed, type Home, type Value } from '../python/value.ts'
import { isApplied } from './applied.ts'
import { attributeRead } from './attribute_uses.ts'
import { isListing } from './listing.ts'
import { tellsApart } from './name_tests.ts'
import type { Origins } from './origins.ts'
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
  readonly own: readonly Node[]
  readonly held: (node: Node) => boolean
}

const none: ReadonlySet<string> = new Set()

/** How many functions a layer is followed through. */
const deepest = 3

/**
 * Tells whether code of another module that gets a layer, or a model with one in it, would go on with something else, without
 * an exception: it asks for torch's class, or reads an attribute that has another form.
 */
export class LayerReaders {
  private readonly origins: Origins
  private readonly api: Api
  private readonly bases = new Map<Node, boolean>()
  private readonly names = new Map<string, boolean>()

  constructor(origins: Origins, api: Api) {
    this.origins = origins
    this.api = api
  }

  /** Whether a function does, or a class's objects do, with an argument. */
  isGiven(value: Value, argument: Argument, depth = deepest): boolean {
    if (value.kind === 'class') return this.isGivenToClass(value, argument, depth)
    if (value.kind !== 'function') return false
    const { definition, home } = value
    const parameter = parameterAt(definition, argument.position, home)
    return this.reads({ definition, home, parameter, isModel: argument.isModel, kept: none }, depth)
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

  private isReadingBase({ definition, home }: ClassValue): boolean {
    const kept = new Set(this.madeUnder(home.text(definition)))
    if (this.someMethodReads(methodsOf(definition), home, kept, deepest)) return true
    const bases = basesOf(definition).flatMap(base => followed(base, home, true))
    return bases.some(base => base.kind === 'class' && this.isBase(base))
  }

  /** The attributes to which a base class, by its text, assigns what a method of the file makes. */
  private madeUnder(text: string): readonly string[] {
    const made = text.matchAll(/\bself\.(\w+)\s*=\s*self\.(\w+)\(/g)
    return [...made].flatMap(([, name, method]) => (name && method && this.isUnder(method) ? [name] : []))
  }

  /** Whether a class, which is no module itself, has a method that does with something it is given. */
  isVisitor({ definition, home }: ClassValue): boolean {
    if (basesOf(definition).some(base => home.text(base) !== 'object')) return false
    return methodsOf(definition).some(method =>
      parametersOf(method, home).some((_, position) =>
        this.isGiven({ kind: 'function', definition: method, home }, { position, isModel: false }),
      ),
    )
  }

  private someMethodReads(methods: readonly Node[], home: Home, kept: ReadonlySet<string>, depth: number): boolean {
    return methods.some(method =>
      this.reads({ definition: method, home, parameter: selfOf(method, home), isModel: true, kept }, depth),
    )
  }

  private reads(reader: Reader, depth: number): boolean {
    const { definition, home, parameter } = reader
    const nodes = [...walk(definition.child('body') ?? definition)]
    if (nodes.some(node => asksForClass(node, home, this.api))) return true
    const own = nodes.filter(node => node.type === 'identifier' && home.text(node) === parameter)
    if (own.length === 0) return false
    const held = this.held(own, reader)
    if (nodes.some(node => this.isRead(node, home) && held(node))) return true
    if (depth === 0) return false
    return nodes.some(
      node => this.isApplied(node, home, depth - 1) || this.isHandedOn(node, { reader, own, held }, depth - 1),
    )
  }

  private isRead(node: Node, home: Home): boolean {
    return attributeRead(home, node, this.api)?.silent === true && !isRuledOut(home, node, node)
  }

  /** Tells whether an expression may be the layer: what was given, an item of it, or what has the name of its attribute. */
  private held(own: readonly Node[], { definition, home, isModel, kept }: Reader): (node: Node) => boolean {
    const parameters = new Set((definition.child('parameters')?.parts ?? []).map(each => home.text(each)))
    const isUnder = (attribute: Node) => {
      const name = home.text(attribute.child('attribute') ?? attribute)
      return kept.has(name) || this.isUnder(name)
    }
    const isTakenApart = own.some(node => isTaken(node, home, isUnder))
    const holds = (node: Node): boolean => {
      if (node.type === 'subscript') return holds(node.child('value') ?? node.parts[0] ?? node)
      if (node.type === 'call') return holds(node.child('function') ?? node)
      if (node.type === 'attribute') return isUnder(node)
      if (own.includes(node)) return !isModel
      return node.type === 'identifier' && isTakenApart && !parameters.has(home.text(node))
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
    return isApplied(node, home) && followed(node, home).some(value => this.isGiven(value, layer, depth))
  }

  /** Whether a call hands the layer, or the model, to a function that does. */
  private isHandedOn(node: Node, { reader, own, held }: Held, depth: number): boolean {
    const { home, isModel } = reader
    const callee = node.type === 'call' ? node.child('function') : null
    const given = (callee && node.child('arguments')?.parts) ?? []
    const handed = given.flatMap((part, index): readonly Argument[] => {
      const value = part.type === 'keyword_argument' ? (part.child('value') ?? part) : part
      const isOwn = own.includes(value)
      return isOwn || held(value) ? [{ position: positionOf(part, index, home), isModel: isOwn && isModel }] : []
    })
    if (!callee || handed.length === 0) return false
    const values = followed(callee, home)
    return handed.some(argument => values.some(value => this.isGiven(value, argument, depth)))
  }
}

/** Whether other names may stand for what is in the object. */
function isTaken({ parent, field }: Node, home: Home, isUnder: (attribute: Node) => boolean): boolean {
  if (parent?.type === 'subscript' || (parent?.type === 'for_statement' && field === 'right')) return true
  if (parent?.type !== 'attribute' || field !== 'object') return false
  return isListing(parent, home) || isUnder(parent)
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

/** Whether a class test is about torch's class, or may be by a text with its name. */
function asksForClass(node: Node, home: Home, api: Api): boolean {
  if (node.type === 'string') return tellsApart(node, home, api)
  const callee = node.type === 'call' ? node.child('function') : null
  // The text first: what each callee is, would be looked up in other modules.
  const isAsking = callee && home.text(callee) === 'isinstance' && home.isCertainly(callee, 'isinstance')
  const asked = isAsking ? node.child('arguments')?.parts[1] : undefined
  const isComparison = node.type === 'comparison_operator' && mayCompareClasses(home.text(node), api)
  const compared = isComparison ? node.parts : []
  const named = [...(asked ? [asked] : []), ...compared].filter(({ type }) => naming.test(type))
  return named.some(each => followed(each, home).some(value => holdsClass(value, api, deepest)))
}

/** Whether a comparison names the class, or asks for one: what all others compare would be looked up in other modules. */
function mayCompareClasses(text: string, { name }: Api): boolean {
  return text.includes(name) || /\b(type|cls|__class__)\b/.test(text)
}

/** What can name a class, or hold classes. */
const naming = /^(identifier|attribute|subscript|tuple|list|set|call|binary_operator|parenthesized_expression)$/

function holdsClass(value: Value, api: Api, depth: number): boolean {
  if (value.kind !== 'literal') return value.kind === 'path' && api.paths.has(value.path)
  return depth > 0 && heldBy(value).some(each => holdsClass(each, api, depth - 1))
}
