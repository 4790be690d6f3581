import type { Api } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import { push } from '../python/scope.ts'
import type { Edit } from '../text/edit.ts'
import { type Span, span } from '../text/span.ts'
import { type AttributeUse, attributeUses } from './attribute_uses.ts'
import { classCalls, objectOf } from './class_calls.ts'
import { isAnnotation, isClassTest, isTypeTest, type OpenTest, openTests, testedNodes } from './class_tests.ts'
import { type ClassValue, isHandedOn } from './class_values.ts'
import type { Judged } from './court.ts'
import type { Finding, Fix } from './finding.ts'
import type { Link } from './groups.ts'
import { type HandedLayer, handedLayers } from './handed_layers.ts'
import { type LayerUse, layerUses } from './holders.ts'
import { callsWithOutputSize, layerFindings } from './layer_findings.ts'
import { looseUses } from './loose_uses.ts'
import { makeFinding } from './make_finding.ts'
import type { Message } from './message.ts'
import type { MindSporeImport } from './mindspore_import.ts'
import { nameTests } from './name_tests.ts'
import { Origins } from './origins.ts'
import { takenClassFindings } from './reference_findings.ts'
import type { Called as CalledReference, Reference, References } from './references.ts'
import { isRuledOut } from './ruled_out.ts'
import type { SourceFile } from './source_file.ts'
import { subclassOf } from './subclass.ts'
import { isSubclassUse, subclassFindings } from './subclass_findings.ts'

type Reason = `reference.${'test-left-behind' | 'handed-on' | 'name-test' | 'class-called'}`

/** What stands around the calls of one file: attributes of another form and class tests, which change with them; subclasses; what is done with a layer. */
export class Around {
  private readonly file: SourceFile
  private readonly called: readonly CalledReference[]
  private readonly values: readonly Reference[]
  private readonly handedOn: readonly Reference[]
  private readonly openTests: readonly OpenTest[]
  private readonly nameTests: readonly Node[]
  private readonly classCalls: readonly Node[]
  private readonly possible: readonly CalledReference[]
  /** Attributes of layers that the values' calls make. */
  private readonly attributesOfValues: readonly AttributeUse[]
  private readonly tests: readonly Reference[]
  private readonly subclasses: readonly Reference[]
  private readonly uses: readonly LayerUse[]
  private readonly origins: Origins
  private readonly handed: readonly HandedLayer[]
  private readonly attributes: readonly AttributeUse[]
  private readonly links = new Map<AttributeUse | Reference, Link>()

  constructor(file: SourceFile, { references, aliases }: References, values: readonly ClassValue[], api: Api) {
    const exact = references.filter(({ certainty }) => certainty === 'exact')
    const called = exact.filter(isCalled)
    this.file = file
    this.called = called
    this.possible = references.filter(isCalled).filter(({ certainty }) => certainty === 'possible')
    this.values = values.map(({ reference }) => reference)
    this.tests = exact.filter(each => !each.call && (isClassTest(file, each) || isTypeTest(file, each)))
    this.subclasses = exact.filter(reference => !reference.call && isSubclassUse(reference))
    this.uses = layerUses(file, called)
    this.origins = new Origins(file, called)
    this.handed = handedLayers(file, this.origins, api)
    const loose = looseUses(file, this.origins, api, this.uses)
    const tested = this.readOfTested([...this.uses, ...loose], api)
    const read = attributeUses(file, loose, api).filter(use => use.silent)
    this.attributes = [...attributeUses(file, this.uses, api), ...read, ...tested]
    this.attributesOfValues = values.length > 0 ? this.readOfValues(values, tested, api) : []
    const other = exact.filter(each => !each.call && !this.isAboutClass(each))
    this.handedOn = other.filter(each => isHandedOn(file, each))
    const tests = this.tests.filter(each => isClassTest(file, each))
    const isOpen = ({ named }: OpenTest) => named || other.length > 0
    this.openTests = openTests(file, tests, aliases, api).filter(isOpen)
    this.nameTests = nameTests(file, api)
    this.classCalls = classCalls(file)
  }

  /** The calls whose layers are used in a way that only the compat class has. */
  get needCompat(): ReadonlySet<CalledReference> {
    return callsWithOutputSize(this.file, this.uses)
  }

  /** Whether the reference does not make the class a value that something may look at: a test, a base, an annotation. */
  private isAboutClass(reference: Reference): boolean {
    return this.has(reference) || isAnnotation(this.file, reference.node)
  }

  /** Whether the reference is reported here, rather than as one that is not called. */
  has(reference: Reference): boolean {
    return this.tests.includes(reference) || this.subclasses.includes(reference)
  }

  makeLinks(imports: MindSporeImport, api: Api): readonly Link[] {
    for (const use of this.attributes) this.links.set(use, this.attributeLink(use))
    if (this.called.length + this.values.length > 0) this.linkTests(imports, api)
    return [
      ...new Set(this.links.values()),
      ...this.reasons(
        'reference.test-left-behind',
        this.openTests.map(({ node }) => node),
      ),
      ...this.reasons(
        'reference.handed-on',
        this.handedOn.map(({ node }) => node),
      ),
      ...this.reasons('reference.name-test', this.nameTests),
      ...this.reasons('reference.class-called', this.classCalls),
      ...this.handed.map(each => this.handedLink(each)),
      ...this.linksOfValues(),
    ]
  }

  /** Attributes of the values' layers, which have another form in silence. */
  private linksOfValues(): readonly Link[] {
    return this.attributesOfValues.map(use => ({ ...this.attributeLink(use), references: this.values, edits: null }))
  }

  /** Attributes of layers made by what the values become: by names that may be the class, or by the subclass's name. */
  private readOfValues(
    values: readonly ClassValue[],
    tested: readonly AttributeUse[],
    api: Api,
  ): readonly AttributeUse[] {
    const calls = [...this.possible, ...values.flatMap(value => this.callsOf(value))]
    const uses = layerUses(this.file, calls)
    const loose = looseUses(this.file, new Origins(this.file, calls), api, uses)
    const read = attributeUses(this.file, [...uses, ...loose], api)
    return [...read.filter(use => use.silent), ...tested]
  }

  /** Attributes of what a class test says is such a layer, in the function of the test. */
  private readOfTested(known: readonly LayerUse[], api: Api): readonly AttributeUse[] {
    const { resolver, tree } = this.file
    const key = (node: Node) => `${node.within('function_definition', 'lambda')?.start} ${resolver.text(node)}`
    const tested = new Map<string, Node[]>()
    for (const test of this.tests) for (const asked of testedNodes(this.file, test)) push(tested, key(asked), asked)
    if (tested.size === 0) return []
    const layers = new Set(known.map(({ layer }) => layer))
    const isTested = (node: Node) =>
      !layers.has(node) && (tested.get(key(node)) ?? []).some(asked => !isRuledOut(this.file.resolver, asked, node))
    const objects = nodesOfType(tree, 'attribute').flatMap(node => node.child('object') ?? [])
    const uses = objects.filter(isTested).map(layer => ({ layer, calls: this.called, certain: false }))
    return attributeUses(this.file, uses, api).filter(use => use.silent)
  }

  private callsOf({ reference, subclass }: ClassValue): readonly CalledReference[] {
    const uses = subclass === null ? [] : this.file.resolver.names.usesOf(subclass)
    return uses.flatMap(({ node }) => {
      const call = node.parent?.type === 'call' && node.field === 'function' ? node.parent : null
      return call ? [{ ...reference, node, last: node, call }] : []
    })
  }

  /** A class test is asked of any layer of the file, so all of them change with all layers; what no class stands for stays. */
  private linkTests(imports: MindSporeImport, { counterpart }: Api): void {
    const types = this.tests.filter(each => !isClassTest(this.file, each))
    const left = new Map(types.map(({ node }) => [this.line(node), this.testLink(node, null)]))
    for (const test of types) {
      const link = left.get(this.line(test.node))
      if (link) this.links.set(test, link)
    }
    const tests = this.tests.filter(each => isClassTest(this.file, each))
    const [first] = tests
    if (!first) return
    const edits = this.leavesTorch ? [null] : tests.map(test => this.testEdits(test, imports, counterpart))
    const all = edits.every(each => each !== null) ? edits.flatMap(each => each ?? []) : null
    const link = this.testLink(first.node, all)
    for (const test of tests) this.links.set(test, link)
  }

  /** Whether layers of torch's own class remain, of which a test for MindSpore's would not be true. */
  private get leavesTorch(): boolean {
    const subclasses = this.subclasses.filter(each => subclassOf(each) && !this.values.includes(each))
    return subclasses.length > 0 || (this.values.length === 0 && this.possible.length > 0)
  }

  private testEdits({ node }: Reference, imports: MindSporeImport, counterpart: string): readonly Edit[] | null {
    const names = imports.namesFor(node, false)
    if (!names) return null
    const replaced = { span: span(node.start, node.end), content: `${names.nn}.${counterpart}` }
    return names.edit ? [names.edit, replaced] : [replaced]
  }

  private testLink(test: Node, edits: readonly Edit[] | null): Link {
    return this.linkOfAll(edits, { id: 'reference.test-left-behind', line: this.line(test) })
  }

  /** What makes all fixes unsafe, since it may be about any layer, once a line. */
  private reasons(id: Reason, nodes: readonly Node[]): readonly Link[] {
    const lines = new Set(nodes.map(node => this.line(node)))
    return [...lines].map(line => this.linkOfAll(null, { id, line }))
  }

  private linkOfAll(edits: readonly Edit[] | null, message: Message): Link {
    return { references: [...this.called, ...this.values], edits, silent: true, note: { subject: '', message } }
  }

  private handedLink({ reader, calls, isBase }: HandedLayer): Link {
    const name = this.file.resolver.text(reader)
    const message: Message = { id: isBase ? 'layer.inherited' : 'layer.handed-on', name, line: this.line(reader) }
    return { references: calls, edits: null, silent: true, note: { subject: '', message } }
  }

  findings(judged: Judged): readonly Finding[] {
    const fixOf = (key: AttributeUse | Reference): Fix | null => {
      const link = this.links.get(key)
      return link ? judged.fixOfLink(link) : null
    }
    const attributes = this.attributes.map(use => {
      const name = this.file.resolver.text(use.name)
      const message: Message = { id: 'attribute.other-form', name, silent: use.silent, certain: use.certain }
      return makeFinding('TSP305', use.name, message, { fix: fixOf(use) })
    })
    const tests = this.tests.map(test =>
      makeFinding('TSP301', test.last, { id: 'reference.class-test' }, { fix: fixOf(test) }),
    )
    const subclasses = subclassFindings(
      this.file,
      this.subclasses.filter(each => !judged.rewrites(each)),
    )
    const taken = this.classCalls.filter(node => this.isLayer(objectOf(node)))
    return [
      ...attributes,
      ...tests,
      ...subclasses,
      ...layerFindings(this.file, this.uses),
      ...takenClassFindings(this.file, taken),
    ]
  }

  /** Whether an expression may be a layer that one of the calls makes. */
  private isLayer(object: Node | null): boolean {
    return object !== null && this.origins.of(object).length > 0
  }

  private line(at: Span): number {
    return this.file.lines.row(at.start)
  }

  private attributeLink(use: AttributeUse): Link {
    const name = this.file.resolver.text(use.name)
    const message: Message = { id: 'attribute.left-behind', name, line: this.line(use.name) }
    return { references: use.calls, edits: use.edit && [use.edit], silent: use.silent, note: { subject: '', message } }
  }
}

function isCalled(reference: Reference): reference is CalledReference {
  return reference.call !== null
}
