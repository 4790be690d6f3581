import type { Api } from '../mapping/api.ts'
import { basesOf } from '../python/classes.ts'
import { heldBy } from '../python/contents.ts'
import { type Node, walk } from '../python/node.ts'
import { type ClassValue, type FunctionValue, followed, type Home, type Value } from '../python/value.ts'
import { isApplied } from './applied.ts'
import { asksForClass } from './asks_for_class.ts'
import { attributeRead } from './attribute_uses.ts'
import type { Given } from './given_layers.ts'
import { type HeldLayer, heldLayer, type Reader } from './held_layer.ts'
import { type Inherited, methodsIn, nameOf } from './inherited_callees.ts'
import type { Origins } from './origins.ts'
import { type Position, parameterAt, parametersOf, positionOf } from './parameters.ts'
import { isRuledOut } from './ruled_out.ts'

/** An argument by which a layer is given. */
export interface Argument {
  readonly position: Position
  /** Whether it is a model, with layers among its attributes. */
  readonly isModel: boolean
}

/** Methods by which a module is given its parts. */
const setting = /^(__setattr__|add_module|register_module)$/

const none: ReadonlySet<string> = new Set()

/** Where an argument is looked for of which the place is not known. */
const firstPlaces = [0, 1, 2, 3]

/** Bases of classes whose objects are no modules. */
const plainBases = /^(object|type|list|tuple|dict|set)$/

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
  /** What stands in the text of a module that does. */
  private readonly reading: RegExp
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
    const attributes = [...api.attributes.keys()].join('|')
    this.asking = new RegExp([...words, api.name, attributes].join('|'))
    this.reading = new RegExp(`${api.name}|[.'"](${attributes})\\b`)
  }

  /** Whether one of the functions and classes does that an expression may give, with an argument of a call of it. */
  someIsGiven(values: readonly Value[], { position, isModel }: Given['argument'], depth = deepest): boolean {
    const places = typeof position === 'string' ? [position] : placesFrom(position, values)
    return values.some(value => places.some(place => this.isGiven(value, { position: place, isModel }, depth)))
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
    return this.reads({ definition, home, parameter, isModel }, none, depth)
  }

  /** What the constructor is given is followed to the attributes that it is kept under; the fields of a dataclass are all of them. */
  private isGivenToClass(type: ClassValue, { position, isModel }: Argument, depth: number): boolean {
    const methods = [...methodsIn(type), ...this.inherited.methods(type)]
    const init = methods.find(method => nameOf(method) === '__init__')
    if (!init) return this.someMethodReads(methods, new Set(fieldsOf(type)), depth)
    const { definition, home } = init
    const parameter = parameterAt(definition, position, home)
    const kept = new Set(
      [...walk(definition)].flatMap(node => (node.type === 'assignment' ? keptUnder(node, parameter, home) : [])),
    )
    return (
      this.reads({ definition, home, parameter, isModel }, kept, depth) || this.someMethodReads(methods, kept, depth)
    )
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
    const methods = methodsIn(type)
    const kept = new Set([...this.madeUnder(home.text(definition)), ...methods.flatMap(each => this.copiedTo(each))])
    if (this.someMethodReads(methods, kept, deepest)) return true
    const set: Argument = { position: 1, isModel: false }
    if (methods.some(method => setting.test(nameOf(method)) && this.isGiven(method, set))) return true
    return this.inherited.bases(type).some(base => this.isBase(base))
  }

  /** The attributes to which a base class, by its text, assigns what a method of the file makes. */
  private madeUnder(text: string): readonly string[] {
    const made = text.matchAll(/\bself\.(\w+)\s*=\s*self\.(\w+)\(/g)
    return [...made].flatMap(([, name, method]) => (name && method && this.isUnder(method) ? [name] : []))
  }

  /** The attributes to which a method assigns what the file has under another one. */
  private copiedTo({ definition, home }: FunctionValue): readonly string[] {
    const copied = home.text(definition).matchAll(/\.(\w+)\s*=\s*self\.(\w+)[ \t]*$/gm)
    return [...copied].flatMap(([, name, from]) => (name && from && this.isUnder(from) ? [name] : []))
  }

  /** Whether what a function defines inside and may give back does, or a method of a class that is no module itself. */
  isVisitor(value: Value): boolean {
    if (value.kind === 'instance') return this.isVisitor(value.of)
    if (value.kind !== 'function' && value.kind !== 'class') return false
    const known = this.visitors.get(value.definition) ?? this.visitorsIn(value).some(each => this.mayBeGiven(each))
    this.visitors.set(value.definition, known)
    return known
  }

  private visitorsIn(value: FunctionValue | ClassValue): readonly FunctionValue[] {
    const { kind, definition, home } = value
    if (kind === 'class')
      return basesOf(definition).every(base => plainBases.test(home.text(base))) ? methodsIn(value) : []
    const inner = definition.child('body')?.parts.filter(({ type }) => type === 'function_definition') ?? []
    return inner.map(each => ({ kind: 'function', definition: each, home }))
  }

  /** Whether a function does with any of its arguments. */
  private mayBeGiven(value: FunctionValue): boolean {
    return parametersOf(value.definition, value.home).some((_, position) =>
      this.isGiven(value, { position, isModel: false }, 1),
    )
  }

  /** Whether a module may do with what is put into its tables and variables, by its text. */
  mayRead({ tree }: Home): boolean {
    return this.reading.test(tree.source)
  }

  private someMethodReads(methods: readonly FunctionValue[], kept: ReadonlySet<string>, depth: number): boolean {
    return methods.some(({ definition, home }) =>
      this.reads({ definition, home, parameter: selfOf(definition, home), isModel: true }, kept, depth),
    )
  }

  /** `kept` are other names of attributes that hold the layer. */
  private reads(reader: Reader, kept: ReadonlySet<string>, depth: number): boolean {
    const { definition, home } = reader
    const mayAsk = this.asking.test(home.text(definition))
    if (depth === 0 && !mayAsk) return false
    const nodes = [...walk(definition.child('body') ?? definition)]
    if (mayAsk && nodes.some(node => asksForClass(node, home, this.api))) return true
    const read = mayAsk ? nodes.filter(node => this.isRead(node, home)) : []
    if (depth === 0 && read.length === 0) return false
    const held = heldLayer(nodes, reader, name => kept.has(name) || this.isUnder(name))
    if (read.some(held.isHeld)) return true
    if (depth === 0 || held.own.size === 0) return false
    return nodes.some(node => this.isApplied(node, home, depth - 1) || this.isHandedOn(node, reader, held, depth - 1))
  }

  private isRead(node: Node, home: Home): boolean {
    return attributeRead(home, node, this.api)?.silent === true && !isRuledOut(home, node, node)
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

  /** Whether a call hands the layer, or the model, to a function that does; or with another function to what may call that. */
  private isHandedOn(node: Node, { home, isModel }: Reader, { own, isHeld }: HeldLayer, depth: number): boolean {
    const callee = node.type === 'call' ? node.child('function') : null
    const given = (callee && node.child('arguments')?.parts) ?? []
    const handed = given.flatMap((part, index): readonly Argument[] => {
      const value = part.type === 'keyword_argument' ? (part.child('value') ?? part) : part
      const isOwn = own.has(value)
      return isOwn || isHeld(value) ? [{ position: positionOf(part, index, home), isModel: isOwn && isModel }] : []
    })
    if (!callee || handed.length === 0) return false
    const values = followed(callee, home)
    if (handed.some(argument => this.someIsGiven(values, argument, depth))) return true
    const others = given.filter(part => /^(identifier|attribute)$/.test(part.type) && !own.has(part) && !isHeld(part))
    const functions = others.flatMap(other => followed(other, home)).filter(({ kind }) => kind === 'function')
    return handed.some(argument => this.someIsGiven(functions, { ...argument, position: null }, depth))
  }
}

/** The parameters to which an argument may go: any, or a later one where functools.partial may have given the first something. */
function placesFrom(position: number | null, values: readonly Value[]): readonly number[] {
  const isPlain = values.every(({ kind }) => kind === 'function' || kind === 'class')
  return position !== null && isPlain ? [position] : firstPlaces.map(more => (position ?? 0) + more)
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

/** What a class's body says its objects have, as a dataclass does. */
function fieldsOf({ definition, home }: ClassValue): readonly string[] {
  const statements = definition.child('body')?.parts.flatMap(({ parts }) => parts) ?? []
  const typed = statements.filter(each => each.type === 'assignment' && each.child('type') !== null)
  return typed.flatMap(each => each.child('left') ?? []).map(home.text)
}
