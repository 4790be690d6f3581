import type { Library } from '../python/library.ts'
import type { SyntaxTree } from '../python/parser.ts'
import { star } from '../python/scope.ts'
import { distinct, local, unknown, type Value } from '../python/value.ts'
import { Consultation } from './consultation.ts'
import { importsOf, memberPath } from './imports_of.ts'
import { Leads } from './leads.ts'
import type { Libraries } from './libraries.ts'
import { folderOf } from './module_path.ts'
import { type Files, isPackage, type Place } from './places.ts'
import { importedValue, type Repository } from './repository.ts'
import { SourceFile } from './source_file.ts'

/** A file of the repository that was opened, and what it asks about others. */
interface Module {
  readonly file: SourceFile
  readonly asker: Consultation
}

/** What the star import of a module binds, and what was asked about for that. */
interface Exports {
  readonly names: ReadonlySet<string> | null
  readonly asker: Consultation
}

/** What one file that is checked can learn of its repository. */
export interface View extends Repository {
  /** What star imports bind, as seen from the file. */
  readonly library: Library
  /** Whether the source, which does not name the class, may get it by what it imports. */
  mayUse(source: string): boolean
  /** The files that were asked about so far, whether they are there or not. */
  consulted(): readonly string[]
}

/** A name that is imported from a module, which may be in the repository. */
type Imported = Value & { readonly kind: 'path' | 'relative' }
/** What one question has found out so far, and whether it is also about classes that do not hold torch's. */
interface Question {
  readonly known: Map<string, readonly Value[]>
  readonly anyClass: boolean
}

/** How deep names are followed from module to module. */
const mostSteps = 12
/** So many names are looked up for one question; where modules are missing, stars may lead from each to all others. */
const mostNames = 200
/** How many nodes of trees are kept: those of the modules that were asked about last. */
const mostNodes = 200_000
/** Of how many modules it is kept what their lines tell. */
const mostKnown = 2000
/** Larger modules are not followed. */
const mostCharacters = 2 * 1024 * 1024
const deepest = 1500

/** Follows names into the other modules of the repository, opening as few of them as it can. */
export class Modules {
  private readonly loader: Files
  private readonly parse: (source: string) => SyntaxTree
  private readonly libraries: Libraries
  private readonly word: RegExp
  private leads: Leads
  private readonly opened = new Map<string, Module | null>()
  private nodes = 0
  /** What stars bind stays known when the trees are forgotten: one star may stand beside hundreds of others. */
  private readonly exported = new Map<string, Exports>()
  /** The modules that the open question for what a star binds has come by: they may import each other in circles. */
  private readonly starred = new Set<string>()

  /** `word` is what a module has to hold, itself or by its imports, to be worth opening. */
  constructor(loader: Files, parse: (source: string) => SyntaxTree, libraries: Libraries, word: RegExp) {
    this.loader = loader
    this.parse = parse
    this.libraries = libraries
    this.word = word
    this.leads = this.nothingKnown()
  }

  private nothingKnown(): Leads {
    return new Leads(this.loader, this.libraries.others, this.word)
  }

  /** Begins anew where more is known than there is room for: of a very large folder, most is asked about within one repository. */
  private makeRoom(): void {
    if (this.leads.size <= mostKnown) return
    this.leads = this.nothingKnown()
    this.exported.clear()
  }

  /** What one file can learn here. */
  for(path: string): View {
    this.makeRoom()
    const asker = new Consultation(folderOf(path))
    return {
      expand: this.expanding(asker),
      isModule: imported => this.isModule(importedValue(imported), asker),
      mayBeClass: value => this.mayBeClass(value, asker),
      library: this.libraryFor(asker),
      mayUse: source => this.mayUse(source, asker),
      consulted: () => asker.consulted(),
    }
  }

  private expanding(asker: Consultation): View['expand'] {
    return (value, anyClass = false) => this.expand(value, asker, mostSteps, { known: new Map(), anyClass })
  }

  /** What a value is, where its dotted path leads into the repository. Without one, the value itself. */
  private expand(value: Value, asker: Consultation, steps: number, question: Question): readonly Value[] {
    const { known } = question
    if (value.kind === 'member') return this.expandMember(value, asker, steps, question)
    if ((value.kind !== 'path' && value.kind !== 'relative') || steps === 0) return [value]
    // Several ways lead to the same name, and from there on: told once, or they double at each step.
    const key = `${steps} ${asker.folder} ${value.kind} ${value.path}`
    if (known.size > mostNames) return [unknown]
    const values = known.get(key) ?? this.follow(value, asker, steps, question)
    known.set(key, values)
    return values
  }

  private follow(value: Imported, asker: Consultation, steps: number, question: Question): readonly Value[] {
    const { path, rest } = this.locate(value.path, asker)
    if (path === null) return [value]
    const [name, ...more] = rest
    if (name === undefined) return [local]
    // A class of a module's own is not torch's; most of what is imported is one.
    const isOpened = () => question.anyClass && this.leads.mentionsTorch(path, asker)
    if (more.length === 0 && this.leads.isDefinition(path, name, asker) && !isOpened()) return [local]
    const module = this.open(path, asker, question.anyClass)
    // What a package's own file does not bind may be a module that is not in view, such as a compiled one.
    const mayBeMore = more.length > 0 && isPackage(path)
    if (!module) return [mayBeMore || this.canHandOn(path, asker) ? unknown : local]
    const { resolver, tree } = module.file
    const found = resolver.exported(name)
    if (found === null) return [unknown]
    const values = more.reduce<readonly Value[]>((all, part) => all.flatMap(each => resolver.member(each, part)), found)
    const doubts: readonly Value[] = tree.errors.length > 0 ? [unknown] : []
    return distinct([...values.flatMap(each => this.expand(each, module.asker, steps - 1, question)), ...doubts])
  }

  private expandMember(
    value: Value & { readonly kind: 'member' },
    asker: Consultation,
    steps: number,
    question: Question,
  ): readonly Value[] {
    return this.expand(value.of, asker, steps, question).map((of): Value => ({ ...value, of }))
  }

  private mayBeClass(value: Value, asker: Consultation): boolean {
    if (value.kind !== 'path' && value.kind !== 'relative') return false
    const { path, rest } = this.locate(value.path, asker)
    const [name, ...more] = rest
    return path !== null && name !== undefined && more.length === 0 && this.leads.mayGive(path, name, asker)
  }

  private mayUse(source: string, asker: Consultation): boolean {
    return importsOf(source).some(({ module, names }) => {
      const kind = module.startsWith('.') ? 'relative' : 'path'
      const brought = names
        .filter(name => name !== star)
        .map((name): Value => ({ kind, path: memberPath(module, name) }))
      const isWhole = brought.length < names.length || names.length === 0
      const modules: readonly Value[] = isWhole ? [...brought, { kind, path: module }] : brought
      return brought.some(each => this.mayBeClass(each, asker)) || modules.some(each => this.mayHoldClass(each, asker))
    })
  }

  /** Whether a value is a module that leads to the class. */
  private mayHoldClass(value: Value, asker: Consultation): boolean {
    if (value.kind !== 'path' && value.kind !== 'relative') return false
    const { path, rest } = this.locate(value.path, asker)
    return path !== null && rest.length === 0 && this.leads.isLeading(path, asker)
  }

  private isModule(value: Value, asker: Consultation): boolean {
    if (value.kind !== 'path' && value.kind !== 'relative') return false
    const { path, rest } = this.locate(value.path, asker)
    return path !== null && rest.length === 0 && (isPackage(path) || this.canHandOn(path, asker))
  }

  private locate(name: string, asker: Consultation): Place {
    const place = this.leads.places.locate(name, asker.folder)
    asker.on.add(place)
    return place
  }

  private libraryFor(asker: Consultation): Library {
    const { library } = this.libraries
    return { exports: (module, level) => library.exports(module, level) ?? this.exports(module, level, asker) }
  }

  /** The names that `from module import *` binds, for a module of the repository; null for any other. */
  private exports(module: string, level: number, asker: Consultation): ReadonlySet<string> | null {
    const { path, rest } = this.locate('.'.repeat(level) + module, asker)
    if (path === null || rest.length > 0) return null
    if (this.starred.has(path) || !this.canHandOn(path, asker)) return new Set()
    const known = this.exported.get(path) ?? this.exportsOf(path, asker)
    if (known) asker.on.add(known.asker)
    return known?.names ?? null
  }

  private exportsOf(path: string, asker: Consultation): Exports | null {
    const isOutermost = this.starred.size === 0
    this.starred.add(path)
    try {
      const module = this.open(path, asker)
      const exports = module && { names: module.file.resolver.exportedNames(), asker: module.asker }
      // In a circle, the names of the others are missing.
      if (exports && isOutermost) this.exported.set(path, exports)
      return exports
    } finally {
      if (isOutermost) this.starred.clear()
    }
  }

  /** Whether the module can hand the class on: it leads to its name, or to torch, whose `nn` it may import. */
  private canHandOn(path: string, asker: Consultation): boolean {
    return this.leads.mentionsTorch(path, asker) || this.leads.isLeading(path, asker)
  }

  /** The module, where it can hand the class on or `anyway`. */
  private open(path: string, asker: Consultation, anyway = false): Module | null {
    if (!anyway && !this.canHandOn(path, asker)) return null
    const known = this.opened.get(path)
    const module = known === undefined ? this.read(path) : known
    this.opened.delete(path)
    this.opened.set(path, module)
    if (module) asker.on.add(module.asker)
    return module
  }

  private read(path: string): Module | null {
    // What leads back here in a circle finds nothing.
    this.opened.set(path, null)
    const source = this.loader.read(path)
    const tree = source !== null && source.length <= mostCharacters ? this.parse(source) : null
    if (!tree || tree.depth > deepest) return null
    const module = this.module(tree, path)
    this.nodes += tree.size
    this.forget()
    return module
  }

  /** Forgets the modules that were asked about longest ago, until there is room for the others. */
  private forget(): void {
    for (const [path, module] of this.opened) {
      if (this.nodes <= mostNodes) return
      this.nodes -= module?.file.tree.size ?? 0
      this.opened.delete(path)
    }
  }

  private module(tree: SyntaxTree, path: string): Module {
    const asker = new Consultation(folderOf(path))
    return { file: new SourceFile(tree, this.libraryFor(asker), this.expanding(asker)), asker }
  }
}
