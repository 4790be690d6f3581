import type { Api } from '../mapping/api.ts'
import { createLines } from '../text/lines.ts'
import { type Span, span } from '../text/span.ts'
import { type AttributeUse, attributeUses } from './attribute_uses.ts'
import type { JudgedCalls } from './call_findings.ts'
import { isClassTest } from './class_tests.ts'
import { type Code, codes } from './codes.ts'
import type { Finding, Fix } from './finding.ts'
import type { Link } from './groups.ts'
import { layerUses } from './holders.ts'
import type { Message } from './message.ts'
import type { MindSporeImport } from './mindspore_import.ts'
import type { Called as CalledReference, Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Uses around the calls of one file that change with them: attributes of another form, and class tests. */
export class Around {
  private readonly file: SourceFile
  private readonly called: readonly CalledReference[]
  private readonly tests: readonly Reference[]
  private readonly attributes: readonly AttributeUse[]
  private readonly links = new Map<AttributeUse | Reference, Link>()

  constructor(file: SourceFile, called: readonly CalledReference[], exact: readonly Reference[], api: Api) {
    this.file = file
    this.called = called
    this.tests = exact.filter(reference => !reference.call && isClassTest(file, reference))
    this.attributes = attributeUses(file, layerUses(file, called), api)
  }

  /** Whether the reference is reported here, rather than as one that is not called. */
  has(reference: Reference): boolean {
    return this.tests.includes(reference)
  }

  makeLinks(imports: MindSporeImport, api: Api): readonly Link[] {
    for (const use of this.attributes) this.links.set(use, this.attributeLink(use))
    for (const test of this.tests) if (this.called.length > 0) this.links.set(test, this.testLink(test, imports, api))
    return [...this.links.values()]
  }

  findings(judged: JudgedCalls): readonly Finding[] {
    const fixOf = (key: AttributeUse | Reference): Fix | null => {
      const link = this.links.get(key)
      return link ? judged.fixOfLink(link) : null
    }
    const attributes = this.attributes.map(use => {
      const name = this.file.resolver.text(use.name)
      const message: Message = { id: 'attribute.other-form', name, silent: use.silent }
      return finding('TSP305', use.name, message, fixOf(use))
    })
    const tests = this.tests.map(test => finding('TSP301', test.last, { id: 'reference.class-test' }, fixOf(test)))
    return [...attributes, ...tests]
  }

  private line(at: Span): number {
    return createLines(this.file.text).row(at.start)
  }

  private attributeLink(use: AttributeUse): Link {
    const name = this.file.resolver.text(use.name)
    const message: Message = { id: 'attribute.left-behind', name, line: this.line(use.name) }
    return { calls: use.calls, edits: use.edit && [use.edit], silent: use.silent, note: { subject: '', message } }
  }

  /** A class test is asked of any layer of the file, so it changes with all of them. */
  private testLink(test: Reference, imports: MindSporeImport, { counterpart }: Api): Link {
    const names = imports.namesFor(test.node, false)
    const replaced = { span: span(test.node.start, test.node.end), content: `${names?.nn}.${counterpart}` }
    const message: Message = { id: 'reference.test-left-behind', line: this.line(test.node) }
    return {
      calls: this.called,
      edits: names && (names.edit ? [names.edit, replaced] : [replaced]),
      silent: true,
      note: { subject: '', message },
    }
  }
}

function finding(code: Code, at: Span, message: Message, fix: Fix | null): Finding {
  const { name, severity } = codes[code]
  return {
    code,
    name,
    severity,
    span: span(at.start, at.end),
    message,
    notes: [],
    fix,
    certificate: null,
    rejected: [],
  }
}
