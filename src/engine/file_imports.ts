import type { Node } from '../python/node.ts'
import { type Binding, ownerOf } from '../python/scope.ts'
import type { Edit } from '../text/edit.ts'
import { type Lines, prevailingLineEnd } from '../text/lines.ts'
import { type Offset, span, toOffset } from '../text/span.ts'
import type { SourceFile } from './source_file.ts'

/** An import at module level that alone binds its name, and always. */
export interface StandingImport {
  readonly binding: Binding
  /** What the name is, such as `mindspore.nn`. */
  readonly path: string
}

/** The imports of a file that rewritten places can use, and where another one can be added. */
export class FileImports {
  readonly standing: readonly StandingImport[]
  private readonly file: SourceFile
  private readonly users: readonly Node[]

  /** `users` are all places that may need an added import, so that it comes before the first that runs at once. */
  constructor(file: SourceFile, users: readonly Node[]) {
    this.file = file
    this.users = users
    this.standing = [...file.resolver.names.module.bindings.values()].flatMap(standing)
  }

  /** Whether the import's name is that import where the node stands and when it runs. */
  reaches({ binding }: StandingImport, node: Node): boolean {
    const { scopeOf, module } = this.file.resolver.names
    if (ownerOf(binding.name, scopeOf(node)) !== module) return false
    return binding.node.start < node.start || runsLater(node)
  }

  /** Whether nothing in the file has the name. */
  isFree(name: string): boolean {
    return !this.file.resolver.names.isTaken(name)
  }

  /** The edit that adds an import statement; null where it cannot come before all that need it. */
  added(statement: string): Edit | null {
    const { text, tree } = this.file
    const end = prevailingLineEnd(text)
    const statements = tree.root.parts
    const at = lineAfter(this.file, statements, this.anchor(statements))
    const early = this.users.filter(node => !runsLater(node)).map(topLevel)
    const first = early.filter(node => node.start < at).sort((a, b) => a.start - b.start)[0]
    if (first) return this.insertBefore(first, `${statement}${end}`)
    const before = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '') ? end : ''
    return insert(at, before ? before + statement : `${statement}${end}`)
  }

  /** Never above the docstring or a `__future__` import, which have to stay first. */
  private insertBefore(statement: Node, content: string): Edit | null {
    const at = lineStart(this.file.lines, statement.start)
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
    return this.file.resolver.names.imports.filter(({ bound }) => {
      return (
        (bound.kind === 'import' || bound.kind === 'star') && bound.level === 0 && /^torch(\.|$)/.test(bound.module)
      )
    })
  }
}

function standing(bindings: readonly Binding[]): readonly StandingImport[] {
  const [binding, ...others] = bindings
  if (!binding || others.length > 0 || binding.remote || binding.typing) return []
  const { bound } = binding
  if (bound.kind !== 'import' || bound.level > 0 || binding.node.parent?.parent?.type !== 'module') return []
  return [{ binding, path: [bound.module, bound.name].filter(Boolean).join('.') }]
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
function lineAfter({ lines, text }: SourceFile, statements: readonly Node[], anchor: Node | null): Offset {
  if (!anchor) return firstLine(text.length, lines, statements)
  let row = lines.row(anchor.end)
  for (const statement of statements)
    if (statement.start >= anchor.start && lines.row(statement.start) === row) row = lines.row(statement.end)
  return lines.next(row)
}

/** Before the first statement, behind the comments above it (a shebang, a coding line, a licence). */
function firstLine(length: number, lines: Lines, [first]: readonly Node[]): Offset {
  return first ? lineStart(lines, first.start) : toOffset(length)
}

function lineStart(lines: Lines, offset: Offset): Offset {
  return lines.line(lines.row(offset)).start
}

function insert(at: Offset, content: string): Edit {
  return { span: span(at, at), content }
}
