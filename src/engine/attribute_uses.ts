import type { Api, AttributeRule } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import type { Home } from '../python/value.ts'
import type { Edit } from '../text/edit.ts'
import type { LayerUse } from './holders.ts'
import type { Called } from './references.ts'
import { shapeMatters } from './shape_matters.ts'
import type { SourceFile } from './source_file.ts'

/** A place that reads an attribute which has another form on MindSpore's layer. */
export interface AttributeUse {
  /** The attribute's name. */
  readonly name: Node
  readonly calls: readonly Called[]
  readonly rule: AttributeRule
  /** Whether it can be nothing else than such a layer. */
  readonly certain: boolean
  /** How the place is written for MindSpore; null where that is not certain. */
  readonly edit: Edit | null
  /** Whether it would go on without an exception, but with something else. */
  readonly silent: boolean
}

/** The uses of layers that read an attribute of another form. */
export function attributeUses({ resolver }: SourceFile, uses: readonly LayerUse[], api: Api): readonly AttributeUse[] {
  return uses.flatMap(({ layer, calls, certain }) => {
    const read = attributeRead(resolver, layer, api)
    if (!read) return []
    const edit = certain ? editOf(read) : null
    return [{ name: read.name, calls, rule: read.rule, certain, edit, silent: read.silent }]
  })
}

/** How a layer is read where it stands. */
interface AttributeRead {
  /** The attribute's name. */
  readonly name: Node
  readonly rule: AttributeRule
  /** What is taken of the attribute, and how that is written. */
  readonly item: Node | null
  readonly index: string | null
  /** Whether it would go on without an exception, but with something else. */
  readonly silent: boolean
}

/** The attribute of another form that is read of a layer where it stands; null where there is none. */
export function attributeRead(home: Home, layer: Node, api: Api): AttributeRead | null {
  const access = layer.parent && accessOf(layer.parent, layer, home)
  const rule = access && api.attributes.get(home.text(access.name))
  if (!access || !rule) return null
  const { name, whole } = access
  const item = subscriptOf(whole)
  const index = item && home.text(item)
  // Counted from the end, the last of the two dimensions is torch's only one.
  if (rule.first !== null && index === '-1') return null
  if (isAskedFor(home, whole) && rule.silent !== 'never') return null
  return { name, rule, item, index, silent: isSet(whole) || goesOn(home, whole, rule) }
}

/** Whether code that reads the attribute would not notice that it has another form, or is not there. */
function goesOn(home: Home, whole: Node, { silent }: AttributeRule): boolean {
  if (silent === 'where-shape-matters') return shapeMatters(home, whole)
  return silent === 'always' || isAskedFor(home, whole) || isForgiven(home, whole)
}

/** `hasattr(layer, 'stride')`. */
function isAskedFor(home: Home, access: Node): boolean {
  const callee = access.type === 'call' ? access.child('function') : null
  return callee !== null && home.text(callee) === 'hasattr'
}

/** Whether there is something to go on with when the attribute is missing: a default, or an `except`. */
function isForgiven(home: Home, access: Node): boolean {
  if (access.type === 'call') return (access.child('arguments')?.parts.length ?? 0) > 2
  const body = access.within('try_statement')?.child('body')
  const isTried = body && body.start <= access.start && access.end <= body.end
  const clauses = isTried ? (body.parent?.parts.filter(({ type }) => type === 'except_clause') ?? []) : []
  return clauses.some(clause => /^except\b[^:]*(:|AttributeError|Exception)/.test(home.text(clause)))
}

/** An attribute of a layer: its name and the whole expression. */
interface Access {
  readonly name: Node
  readonly whole: Node
}

/** `layer.stride`, and getattr, setattr or hasattr with its name. */
function accessOf(parent: Node, layer: Node, home: Home): Access | null {
  const attribute = parent.type === 'attribute' && layer.field === 'object' ? parent.child('attribute') : null
  if (attribute) return { name: attribute, whole: parent }
  const callee = parent.type === 'argument_list' ? parent.parent?.child('function') : null
  const [object, string] = parent.parts
  const name = string?.type === 'string' ? string.parts.find(({ type }) => type === 'string_content') : null
  const reads = callee && object === layer && /^([gs]et|has)attr$/.test(home.text(callee))
  return reads && name && parent.parent ? { name, whole: parent.parent } : null
}

/** What is set on torch's layer changes what it does; MindSpore's was made before, and asks for it by another name. */
function isSet(access: Node): boolean {
  return access.field === 'left' && /assignment$/.test(access.parent?.type ?? '')
}

function editOf({ name, item, index, rule }: AttributeRead): Edit | null {
  if (rule.renamed !== null) return { span: { start: name.start, end: name.end }, content: rule.renamed }
  if (rule.first === null || !item || index !== '0') return null
  return { span: { start: item.start, end: item.end }, content: String(rule.first) }
}

function subscriptOf(access: Node): Node | null {
  const parent = access.parent
  if (parent?.type !== 'subscript' || access.field !== 'value') return null
  const items = parent.childrenOf('subscript')
  return items.length === 1 ? (items[0] ?? null) : null
}
