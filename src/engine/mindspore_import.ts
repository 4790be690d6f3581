import type { Node } from '../python/node.ts'
import { type Binding, ownerOf } from '../python/scope.ts'
import type { Edit } from '../text/edit.ts'
import { createLines, prevailingLineEnd } from '../text/lines.ts'
import { type Offset, span, toOffset } from '../text/span.ts'
import type { SourceFile } from './source_file.ts'

/** How a rewritten call names MindSpore: `ms` for the package (null where only mindspore.nn is bound), `nn` for its module. */
export interface MindSporeNames {
  readonly ms: string | null
  readonly nn: string
  /** The import that has to be added; null where one is there. */
  readonly edit: Edit | null
}

/** Finds or plans the import that the rewritten calls of one file use. */
export class MindSporeImport {
  private readonly file: SourceFile
  private readonly existing: readonly MindSporeNames[]
  private readonly bindings = new Map<MindSporeNames, Binding>()
  private readonly calls: readonly Node[]
  private planned: MindSporeNames | null | undefined

  /** `calls` are all that may need the import, so that it comes before the first that runs at once. */
  constructor(file: SourceFile, calls: readonly Node[]) {
    this.file = file
    this.calls = calls
    this.existing = [...file.resolver.names.module.bindings.values()].flatMap(list => this.reusable(list))
  }

  /** The names for one call; `needsPackage` where it names more than mindspore.nn. Null where no import can be written. */
  namesFor(call: Node, needsPackage: boolean): MindSporeNames | null {
    const usable = this.existing.filter(names => (names.ms !== null || !needsPackage) && this.reaches(names, call))
    return usable.find(names => names.ms !== null) ?? usable[0] ?? this.added()
  }

  private reusable(bindings: readonly Binding[]): readonly MindSporeNames[] {
    const [binding, ...others] = bindings
    if (!binding || others.length > 0 || binding.remote || binding.typing) return []
    const { bound, name } = binding
    if (bound.kind !== 'import' || bound.level > 0 || binding.node.parent?.parent?.type !== 'module') return []
    const path = [bound.module, bound.name].filter(Boolean).join('.')
    const names = namesOf(path, name)
    if (names) this.bindings.set(names, binding)
    return names ? [names] : []
  }

  /** Whether the name is that import where the call stands and when it runs. */
  private reaches(names: MindSporeNames, call: Node): boolean {
    const binding = this.bindings.get(names)
    const { scopeOf, module } = this.file.resolver.names
    if (!binding || ownerOf(binding.name, scopeOf(call)) !== module) return false
    return binding.node.start < call.start || runsLater(call)
  }

  private added(): MindSporeNames | null {
    if (this.planned === undefined) this.planned = this.plan()
    return this.planned
  }

  private plan(): MindSporeNames | null {
    const name = ['ms', 'mindspore', 'ms_1', 'ms_2', 'ms_3'].find(each => this.isFree(each)) ?? 'torchspore_ms'
    const statement = name === 'mindspore' ? 'import mindspore' : `import mindspore as ${name}`
    const edit = this.insertion(statement)
    return edit && { ms: name, nn: `${name}.nn`, edit }
  }

  private isFree(name: string): boolean {
    const { uses, scopes } = this.file.resolver.names
    return !uses.has(name) && !scopes.some(scope => scope.bindings.has(name) || scope.declared.has(name))
  }

  private insertion(statement: string): Edit | null {
    const { text, tree } = this.file
    const end = prevailingLineEnd(text)
    const statements = tree.root.parts
    const at = lineAfter(text, statements, this.anchor(statements))
    const early = this.calls.filter(call => !runsLater(call)).map(call => topLevel(call))
    const first = early.filter(node => node.start < at).sort((a, b) => a.start - b.start)[0]
    if (first) return this.insertBefore(first, `${statement}${end}`)
    const before = at > 0 && !/[\r\n]$/.test(text.slice(0, at)) ? end : ''
    return insert(at, before ? before + statement : `${statement}${end}`)
  }

  /** Never above the docstring or a `__future__` import, which have to stay first. */
  private insertBefore(statement: Node, content: string): Edit | null {
    const at = lineStart(this.file.text, statement.start)
    const head = headOf(this.file.tree.root.parts)
    return head.some(node => node.end > at) ? null : insert(at, content)
  }

  /** The last of: the docstring, the `__future__` imports, the statement that holds the first import of torch. */
  private anchor(statements: readonly Node[]): Node | null {
    const head = headOf(statements)
    const torch = this.torchImports().map(binding => topLevel(binding.node))
    const first = torch.sort((a, b) => a.start - b.start)[0]
    return [...head, ...(first ? [first] : [])].sort((a, b) => b.end - a.end)[0] ?? null
  }

  private torchImports(): readonly Binding[] {
    const all = this.file.resolver.names.scopes.flatMap(scope => [...scope.bindings.values()].flat())
    return all.filter(({ bound }) => {
      return (
        (bound.kind === 'import' || bound.kind === 'star') && bound.level === 0 && /^torch(\.|$)/.test(bound.module)
      )
    })
  }
}

function namesOf(path: string, name: string): MindSporeNames | null {
  if (path === 'mindspore') return { ms: name, nn: `${name}.nn`, edit: null }
  return path === 'mindspore.nn' ? { ms: null, nn: name, edit: null } : null
}

/** Whether the code stands in a function, so that it runs after the module's imports. */
function runsLater(node: Node): boolean {
  let inner: Node = node
  for (let at = node.parent; at; inner = at, at = at.parent)
    if ((at.type === 'function_definition' || at.type === 'lambda') && inner.field === 'body') return true
  return false
}

function topLevel(node: Node): Node {
  return node.parent?.parent ? topLevel(node.parent) : node
}

/** The statements that have to come first. */
function headOf(statements: readonly Node[]): readonly Node[] {
  return statements.filter(
    (node, index) => (index === 0 && isDocstring(node)) || node.type === 'future_import_statement',
  )
}

function isDocstring(node: Node): boolean {
  return node.type === 'expression_statement' && /string$/.test(node.parts[0]?.type ?? '')
}

/** The start of the line behind the logical line on which the statement ends. */
function lineAfter(text: string, statements: readonly Node[], anchor: Node | null): Offset {
  const lines = createLines(text)
  if (!anchor) return firstLine(text, statements)
  let row = lines.row(anchor.end)
  for (const statement of statements)
    if (statement.start >= anchor.start && lines.row(statement.start) === row) row = lines.row(statement.end)
  return lines.next(row)
}

/** Before the first statement, behind the comments above it (a shebang, a coding line, a licence). */
function firstLine(text: string, [first]: readonly Node[]): Offset {
  return first ? lineStart(text, first.start) : toOffset(text.length)
}

function lineStart(text: string, offset: Offset): Offset {
  const lines = createLines(text)
  return lines.line(lines.row(offset)).start
}

function insert(at: Offset, content: string): Edit {
  return { span: span(at, at), content }
}
