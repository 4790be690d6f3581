import type { SyntaxTree } from '../python/parser.ts'
import { standardLibrary } from '../python/standard_library.ts'
import type { Value } from '../python/value.ts'
import { distinct } from '../python/value.ts'
import { boundAt, givers, importedNames } from './imports_of.ts'
import type { Libraries } from './libraries.ts'
import type { Loader } from './loader.ts'
import { ancestors, candidates, folderOf, type ModuleName, readModuleName } from './module_path.ts'
import { importedValue, type Repository } from './repository.ts'
import { openFile, type SourceFile } from './source_file.ts'

/** The files of a repository. */
export type Files = Omit<Loader, 'path'>

/** A file of the repository, or the one that is checked. */
export interface Module {
  readonly path: string
  readonly file: SourceFile
}

/** How deep names are followed from module to module. */
const mostSteps = 12
/** Trees are large, and of a repository's modules only a few are asked about again and again. */
const mostOpen = 24
/** Larger modules are not followed. */
const mostCharacters = 2 * 1024 * 1024
const deepest = 1500

function isPackage(path: string): boolean {
  return /(^|[\\/])__init__\.py$/.test(path)
}

/** Follows names into the other modules of the repository, opening as few of them as it can. */
export class Modules {
  private readonly loader: Files
  private readonly parse: (source: string) => SyntaxTree
  private readonly libraries: Libraries
  private readonly word: string
  private readonly opened = new Map<string, Module | null>()
  private readonly there = new Map<string, boolean>()
  private readonly holding = new Map<string, boolean>()
  private readonly giving = new Map<string, Map<string, boolean>>()
  private readonly roots = new Map<string, string | null>()

  /** `word` is what a module has to hold, itself or by its imports, to be worth opening. */
  constructor(loader: Files, parse: (source: string) => SyntaxTree, libraries: Libraries, word: string) {
    this.loader = loader
    this.parse = parse
    this.libraries = libraries
    this.word = word
  }

  /** What a value is, where its dotted path leads into the repository. Without one, the value itself. */
  expand(value: Value, from: string, steps = mostSteps): readonly Value[] {
    if (value.kind === 'member') return this.expandMember(value, from, steps)
    if ((value.kind !== 'path' && value.kind !== 'relative') || steps === 0) return [value]
    const { path, rest } = this.locate(readModuleName(value.path), from)
    if (path === null) return [value]
    const [name, ...more] = rest
    if (name === undefined) return [{ kind: 'local' }]
    const module = this.open(path)
    // What a package's own file does not bind may be a module that is not in view, such as a compiled one.
    const mayBeMore = more.length > 0 && isPackage(path)
    if (!module) return [{ kind: mayBeMore || this.canHandOn(path) ? 'unknown' : 'local' }]
    const { resolver } = module.file
    const found = resolver.exported(name)
    if (found === null) return [{ kind: 'unknown' }]
    const values = more.reduce<readonly Value[]>((all, part) => all.flatMap(each => resolver.member(each, part)), found)
    const doubts: readonly Value[] = module.file.tree.errors.length > 0 ? [{ kind: 'unknown' }] : []
    return distinct([...values.flatMap(each => this.expand(each, path, steps - 1)), ...doubts])
  }

  /** What one file can learn here. */
  for(path: string): Repository {
    return {
      expand: value => this.expand(value, path),
      isModule: imported => this.isModule(importedValue(imported), path),
      mayBeClass: imported => this.mayBeClass(importedValue(imported), path),
    }
  }

  private mayBeClass(value: Value, from: string): boolean {
    if (value.kind !== 'path' && value.kind !== 'relative') return false
    const { path, rest } = this.locate(readModuleName(value.path), from)
    const [name, ...more] = rest
    return path !== null && name !== undefined && more.length === 0 && this.mayGive(path, name)
  }

  /** Whether a name of a module may be the class, by a look at the module's lines: a class or another module's name is not opened for nothing. */
  private mayGive(path: string, name: string): boolean {
    const known = this.giving.get(name) ?? new Map<string, boolean>()
    this.giving.set(name, known)
    return this.leads(path, known, at => {
      const source = this.holds(at) ? (this.source(at) ?? '') : ''
      const bound = boundAt(source, name)
      if (bound === 'here' || bound === 'renamed') return true
      if (bound === 'function') return source.includes(this.word) ? true : []
      return bound === 'import' ? this.located(givers(source, name), at) : []
    })
  }

  /** Whether a source that does not name the class may get it by what it imports. */
  mayUse(source: string, from: string): boolean {
    return importedNames(source).some(name =>
      this.mayBeClass({ kind: name.startsWith('.') ? 'relative' : 'path', path: name }, from),
    )
  }

  private isModule(value: Value, from: string): boolean {
    if (value.kind !== 'path' && value.kind !== 'relative') return false
    const { path, rest } = this.locate(readModuleName(value.path), from)
    return path !== null && rest.length === 0 && (this.holds(path) || isPackage(path))
  }

  /** The names that `from module import *` binds, for a module of the repository; null for any other. */
  exports(module: string, level: number, from: string): ReadonlySet<string> | null {
    const { path, rest } = this.locate(readModuleName('.'.repeat(level) + module), from)
    if (path === null || rest.length > 0) return null
    if (!this.canHandOn(path)) return new Set()
    return this.open(path)?.file.resolver.exportedNames() ?? null
  }

  private expandMember(value: Value & { readonly kind: 'member' }, from: string, steps: number): readonly Value[] {
    return this.expand(value.of, from, steps).map((of): Value => ({ ...value, of }))
  }

  /** The file of the longest part of a name that is a module of the repository, and what is left of the name. */
  private locate(
    { level, parts }: ModuleName,
    from: string,
  ): { readonly path: string | null; readonly rest: readonly string[] } {
    const nowhere = { path: null, rest: parts }
    if (level > 0) return this.below(ancestors(folderOf(from))[level - 1], parts, 0) ?? nowhere
    const [top] = parts
    if (!top || top === 'torch' || standardLibrary.has(top) || this.libraries.others.has(top)) return nowhere
    const root = this.rootOf(top, from)
    return (root !== null && this.below(root, parts, 1)) || nowhere
  }

  private below(folder: string | undefined, parts: readonly string[], least: number) {
    if (folder === undefined) return null
    for (let count = parts.length; count >= least; count--) {
      const path = candidates(folder, parts.slice(0, count)).find(each => this.exists(each))
      if (path !== undefined) return { path, rest: parts.slice(count) }
    }
    return null
  }

  /** The nearest folder above the file from which a top-level name can be imported. */
  private rootOf(top: string, from: string): string | null {
    const key = `${folderOf(from)} ${top}`
    const known = this.roots.get(key)
    if (known !== undefined) return known
    const hasInit = (folder: string) => this.exists(candidates(folder, [])[0] ?? '')
    const folders = ancestors(folderOf(from)).filter(folder => !hasInit(folder))
    const root = folders.find(folder => candidates(folder, [top]).some(path => this.exists(path))) ?? null
    this.roots.set(key, root)
    return root
  }

  private source(path: string): string | null {
    return this.loader.read(path)
  }

  private exists(path: string): boolean {
    const known = this.there.get(path)
    if (known !== undefined) return known
    const there = this.loader.exists ? this.loader.exists(path) : this.source(path) !== null
    this.there.set(path, there)
    return there
  }

  /** Whether the module, or one that it imports, holds the word. */
  private holds(path: string): boolean {
    return this.leads(path, this.holding, at => {
      const source = this.source(at) ?? ''
      return source.includes(this.word) || this.located(importedNames(source), at)
    })
  }

  /** Whether `next` says true of the module, or of one to which it leads; modules may import each other in circles. */
  private leads(path: string, known: Map<string, boolean>, next: (path: string) => true | readonly string[]): boolean {
    const answer = known.get(path)
    if (answer !== undefined) return answer
    const seen = new Set([path])
    // The set grows while it is gone through.
    for (const at of seen) {
      const found = known.get(at) ?? next(at)
      if (found === true) {
        known.set(at, true)
        known.set(path, true)
        return true
      }
      if (found !== false) for (const each of found) seen.add(each)
    }
    for (const at of seen) known.set(at, false)
    return false
  }

  /** The modules of the repository among those that a module names. */
  private located(names: readonly string[], path: string): readonly string[] {
    const paths = names.map(name => this.locate(readModuleName(name), path).path).filter(each => each !== null)
    return [...new Set(paths)].filter(each => each !== path)
  }

  /** Whether the module can hand the class on: it leads to its name, or to torch, whose `nn` it may import. */
  private canHandOn(path: string): boolean {
    return this.holds(path) || /\btorch\b|\bimport[ \t]*\*/.test(this.source(path) ?? '')
  }

  private open(path: string): Module | null {
    const known = this.opened.get(path)
    if (known !== undefined) return known
    const [oldest] = this.opened.keys()
    if (this.opened.size >= mostOpen && oldest !== undefined) this.opened.delete(oldest)
    this.opened.set(path, null)
    const source = this.canHandOn(path) ? this.source(path) : null
    const tree = source !== null && source.length <= mostCharacters ? this.parse(source) : null
    const module = tree && tree.depth <= deepest ? { path, file: this.openFile(tree, path) } : null
    this.opened.set(path, module)
    return module
  }

  private openFile(tree: SyntaxTree, path: string): SourceFile {
    return openFile(tree, this.libraryFor(path), value => this.expand(value, path))
  }

  /** What star imports bind, as seen from a file. */
  libraryFor(path: string) {
    const { library } = this.libraries
    return {
      exports: (module: string, level: number) => library.exports(module, level) ?? this.exports(module, level, path),
    }
  }
}
