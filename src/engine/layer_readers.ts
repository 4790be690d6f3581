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
import { type Position, parameterAt, positionOf } from './parameters.ts'
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
    if (this.someMethodReads(methodsOf(definition), home, none, deepest)) return true
    const bases = basesOf(definition).flatMap(base => followed(base, home, true))
    return bases.some(base => base.kind === 'class' && this.isBase(base))
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
    const places = nodes.filter(node => attributeRead(home, node, this.api)?.silent && !isRuledOut(home, node, node))
    if (places.length > 0 && this.someHolds(places, own, reader)) return true
    if (depth === 0) return false
    return (
      nodes.some(node => this.isApplied(node, home, depth - 1)) ||
      own.some(node => this.isHandedOn(node, reader, depth - 1))
    )
  }

  /** Whether one of the expressions may be the layer: what was given, an item of it, or what has the name of its attribute. */
  private someHolds(places: readonly Node[], own: readonly Node[], reader: Reader): boolean {
    const { definition, home, isModel } = reader
    const parameters = new Set((definition.child('parameters')?.parts ?? []).map(each => home.text(each)))
    const isTakenApart = own.some(node => this.isTakenApart(node, reader))
    const holds = (node: Node): boolean => {
      if (node.type === 'subscript') return holds(node.child('value') ?? node.parts[0] ?? node)
      if (node.type === 'attribute') return this.isUnder(node, reader)
      if (own.includes(node)) return !isModel
      return node.type === 'identifier' && isTakenApart && !parameters.has(home.text(node))
    }
    return places.some(holds)
  }

  /** Whether other names may stand for what is in the object. */
  private isTakenApart({ parent, field }: Node, reader: Reader): boolean {
    if (parent?.type === 'subscript' || (parent?.type === 'for_statement' && field === 'right')) return true
    if (parent?.type !== 'attribute' || field !== 'object') return false
    return isListing(parent, reader.home) || this.isUnder(parent, reader)
  }

  /** Whether an attribute has a name under which the file has a layer. */
  private isUnder(attribute: Node, { home, kept }: Reader): boolean {
    const name = home.text(attribute.child('attribute') ?? attribute)
    return kept.has(name) || this.origins.under(name).length > 0
  }

  /** Whether it is a function that is applied, and does. */
  private isApplied(node: Node, home: Home, depth: number): boolean {
    const layer: Argument = { position: 0, isModel: false }
    return isApplied(node, home) && followed(node, home).some(value => this.isGiven(value, layer, depth))
  }

  /** Whether a function to which the object goes on does. */
  private isHandedOn(node: Node, { home, isModel }: Reader, depth: number): boolean {
    const part = node.parent?.type === 'keyword_argument' ? node.parent : node
    const list = part.parent?.type === 'argument_list' ? part.parent : null
    const callee = list?.parent?.child('function')
    if (!list || !callee) return false
    const argument: Argument = { position: positionOf(part, list.parts.indexOf(part), home), isModel }
    return followed(callee, home).some(value => this.isGiven(value, argument, depth))
  }
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
