import type { Node } from '../python/node.ts'
import type { Edit } from '../text/edit.ts'
import type { FileImports, StandingImport } from './file_imports.ts'

/** How a rewritten place names MindSpore: `ms` for the package (null where only mindspore.nn is bound), `nn` for its module. */
export interface MindSporeNames {
  readonly ms: string | null
  readonly nn: string
  /** The import that has to be added; null where one is there. */
  readonly edit: Edit | null
}

/** Finds or plans the import by which the rewritten places of one file name MindSpore. */
export class MindSporeImport {
  private readonly imports: FileImports
  private planned: MindSporeNames | null | undefined

  constructor(imports: FileImports) {
    this.imports = imports
  }

  /** The names for one place; `needsPackage` where it names more than mindspore.nn. Null where no import can be written. */
  namesFor(node: Node, needsPackage: boolean): MindSporeNames | null {
    const reached = this.imports.standing.filter(each => this.imports.reaches(each, node)).flatMap(namesOf)
    const usable = reached.filter(names => names.ms !== null || !needsPackage)
    return usable.find(names => names.ms !== null) ?? usable[0] ?? this.added()
  }

  private added(): MindSporeNames | null {
    if (this.planned === undefined) this.planned = this.plan()
    return this.planned
  }

  private plan(): MindSporeNames | null {
    const free = ['ms', 'mindspore', 'ms_1', 'ms_2', 'ms_3'].find(each => this.imports.isFree(each))
    const name = free ?? 'torchspore_ms'
    const edit = this.imports.added(name === 'mindspore' ? 'import mindspore' : `import mindspore as ${name}`)
    return edit && { ms: name, nn: `${name}.nn`, edit }
  }
}

function namesOf({ path, binding: { name } }: StandingImport): readonly MindSporeNames[] {
  if (path === 'mindspore') return [{ ms: name, nn: `${name}.nn`, edit: null }]
  return path === 'mindspore.nn' ? [{ ms: null, nn: name, edit: null }] : []
}
