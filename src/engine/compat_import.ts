import type { Api } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import type { Edit } from '../text/edit.ts'
import type { FileImports, StandingImport } from './file_imports.ts'
import type { Options } from './options.ts'

/** How a rewritten place names the compat class. */
export interface CompatName {
  readonly name: string
  /** The import that has to be added; null where one is there. */
  readonly edit: Edit | null
}

/** The dotted path of the compat class; null where the settings name no module for it. */
export function compatPath({ compatClass }: Api, { compatModule }: Options): string | null {
  return compatModule === null ? null : `${compatModule}.${compatClass}`
}

/** Finds or plans the import by which the rewritten places of one file name the compat class. */
export class CompatImport {
  readonly path: string
  private readonly imports: FileImports
  private readonly module: string
  private readonly className: string
  private planned: CompatName | null | undefined

  /** `path` is the dotted path of the class. */
  constructor(imports: FileImports, path: string) {
    const dot = path.lastIndexOf('.')
    this.imports = imports
    this.path = path
    this.module = path.slice(0, dot)
    this.className = path.slice(dot + 1)
  }

  /** The name for one place; null where no import can be written. */
  nameFor(node: Node): CompatName | null {
    const [standing] = this.imports.standing
      .filter(each => this.imports.reaches(each, node))
      .flatMap(each => this.nameOf(each))
    if (standing !== undefined) return { name: standing, edit: null }
    if (this.planned === undefined) this.planned = this.plan()
    return this.planned
  }

  private nameOf({ path, binding: { name } }: StandingImport): readonly string[] {
    if (path === this.path) return [name]
    return path === this.module ? [`${name}.${this.className}`] : []
  }

  /** Under the class's own name, unless torch's import or anything else has that. */
  private plan(): CompatName | null {
    const names = [this.className, ...['', '_1', '_2', '_3'].map(end => `MS${this.className}${end}`)]
    const name = names.find(each => this.imports.isFree(each)) ?? `Torchspore${this.className}`
    const as = name === this.className ? '' : ` as ${name}`
    const edit = this.imports.added(`from ${this.module} import ${this.className}${as}`)
    return edit && { name, edit }
  }
}
