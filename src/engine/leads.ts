import { detached } from '../text/detached.ts'
import type { Consultation, Grounds } from './consultation.ts'
import { type BoundAt, boundAt, type ImportLine, importsOf, memberPath } from './imports_of.ts'
import { folderOf } from './module_path.ts'
import { type Files, isPackage, type Place, Places } from './places.ts'

/** What is known of a module by its lines. */
class Module implements Grounds {
  readonly path: string
  readonly folder: string
  /** Read off its lines when something is first asked of them. */
  outline: Outline | null = null
  readonly definitions = new Map<string, boolean>()
  readonly whole = new Step(this, null)
  readonly names = new Map<string, Step>()
  readonly paths: readonly string[]
  readonly on: readonly Grounds[] = []

  constructor(path: string) {
    this.path = path
    this.folder = folderOf(path)
    this.paths = [path]
  }
}

/** What is read off the lines of a module at once, since its text is not kept. */
interface Outline {
  readonly imports: readonly ImportLine[]
  /** Whether it names the class. */
  readonly namesClass: boolean
  /** Whether it names the class where that is not called: what may give a class of the module the class as an attribute. */
  readonly handsOver: boolean
  /** Whether it may have torch's own modules, or anything, by a star. */
  readonly mentionsTorch: boolean
}

/** A module, or a name in one: whether it leads to the class, or where to. */
class Step implements Grounds {
  readonly module: Module
  readonly name: string | null
  leads: true | readonly Step[] | null = null
  readonly places: Place[] = []
  answer: boolean | null = null
  /** Where a way to the class goes on. */
  next: Step | null = null
  readonly paths: readonly string[] = none

  constructor(module: Module, name: string | null) {
    this.module = module
    this.name = name
  }

  /** A yes rests on the way that was found, a no on all that was looked at. */
  get on(): readonly Grounds[] {
    return [this.module, ...this.places, ...this.further()]
  }

  private further(): readonly Step[] {
    if (this.answer) return this.next ? [this.next] : none
    return this.leads === true || this.leads === null ? none : this.leads
  }
}

const none: readonly never[] = []

/**
 * Tells which modules, and which names in them, may lead to the class, by a look at their lines: most are not parsed for
 * nothing. What says no here is certain as far as lines show: a class of the module's own, a name that nothing binds.
 */
export class Leads {
  readonly places: Places
  private readonly files: Files
  private readonly word: RegExp
  /** The word where it is not called. */
  private readonly handsOver: RegExp
  private readonly modules = new Map<string, Module>()

  /** `word` is what stands in a module that names the class, `others` as in Places. */
  constructor(files: Files, others: ReadonlySet<string>, word: RegExp) {
    this.files = files
    this.places = new Places(files, others)
    this.word = word
    this.handsOver = new RegExp(`${word.source}\\w*\\b(?!\\s*\\()`)
  }

  /** Of how many modules something is known. */
  get size(): number {
    return this.modules.size
  }

  /** Whether the module names the class, or imports what may be it. */
  isLeading(path: string, asker: Consultation): boolean {
    return this.reaches(this.module(path).whole, asker)
  }

  /** Whether a name of the module may be the class, or hold it. */
  mayGive(path: string, name: string, asker: Consultation): boolean {
    return this.reaches(this.nameIn(path, name), asker)
  }

  /** Whether the module defines the name as a class that does not hold the class, and nothing else binds it. */
  isDefinition(path: string, name: string, asker: Consultation): boolean {
    const module = this.module(path)
    asker.on.add(module)
    const known = module.definitions.get(name) ?? this.defines(module, name)
    module.definitions.set(detached(name), known)
    return known
  }

  /** Whether the module may have torch's own modules, or anything, by a star. */
  mentionsTorch(path: string, asker: Consultation): boolean {
    const module = this.module(path)
    asker.on.add(module)
    return this.outline(module).mentionsTorch
  }

  private module(path: string): Module {
    const module = this.modules.get(path) ?? new Module(path)
    this.modules.set(path, module)
    return module
  }

  private nameIn(path: string, name: string): Step {
    const module = this.module(path)
    const step = module.names.get(name) ?? new Step(module, detached(name))
    module.names.set(step.name ?? name, step)
    return step
  }

  private sourceOf({ path }: Module): string {
    return this.files.read(path) ?? ''
  }

  private outline(module: Module): Outline {
    module.outline ??= this.outlineOf(this.sourceOf(module))
    return module.outline
  }

  private outlineOf(source: string): Outline {
    const namesClass = this.word.test(source)
    return {
      imports: importsOf(source).map(remembered),
      namesClass,
      handsOver: namesClass && this.handsOver.test(source),
      mentionsTorch: /\btorch\b|\bimport[ \t]*\*/.test(source),
    }
  }

  private defines(module: Module, name: string): boolean {
    return !this.outline(module).handsOver && boundAt(this.sourceOf(module), name) === 'definition'
  }

  /** Whether a step leads to a module that names the class; modules may import each other in circles. */
  private reaches(step: Step, asker: Consultation): boolean {
    asker.on.add(step)
    return step.answer ?? this.follow(step)
  }

  private follow(first: Step): boolean {
    const cameFrom = new Map<Step, Step | null>([[first, null]])
    // The map grows while it is gone through.
    for (const at of cameFrom.keys()) {
      if (at.answer === false) continue
      const leads = at.answer || this.leadsOf(at)
      if (leads === true) {
        markWay(at, cameFrom)
        return true
      }
      for (const each of leads) if (!cameFrom.has(each)) cameFrom.set(each, at)
    }
    for (const each of cameFrom.keys()) each.answer = false
    return false
  }

  private leadsOf(step: Step): true | readonly Step[] {
    step.leads ??= step.name === null ? this.ofModule(step) : this.ofName(step.name, step)
    return step.leads
  }

  private ofModule(step: Step): true | readonly Step[] {
    const { namesClass, imports } = this.outline(step.module)
    return namesClass || imports.flatMap(line => this.ofImport(line, step))
  }

  private ofImport({ module, names }: ImportLine, step: Step): readonly Step[] {
    const { path, rest } = this.locate(module, step)
    // What is taken out of one file is no module.
    const isFile = path !== null && rest.length === 0 && !isPackage(path)
    const submodules = isFile ? [] : names.map(name => this.locate(memberPath(module, name), step).path)
    const own = path === null ? [] : this.ofLocated(path, rest, names)
    return [...own, ...submodules.flatMap(each => (each !== null && each !== path ? this.module(each).whole : []))]
  }

  private ofLocated(path: string, [inside]: readonly string[], names: readonly string[]): readonly Step[] {
    if (inside !== undefined) return [this.nameIn(path, inside)]
    if (names.length === 0 || names.includes('*')) return [this.module(path).whole]
    return names.map(name => this.nameIn(path, name))
  }

  private ofName(name: string, step: Step): true | readonly Step[] {
    const { module } = step
    const { imports, namesClass, handsOver } = this.outline(module)
    const bound: BoundAt = boundAt(this.sourceOf(module), name)
    if (bound === 'here' || bound === 'renamed') return [module.whole]
    if (bound === 'function') return namesClass || []
    if (bound === 'definition') return handsOver || []
    const givers = imports.filter(({ names }) => names.includes(name) || names.includes('*'))
    if (givers.some(each => /^torch\b/.test(each.module))) return true
    const located = givers.map(each => this.locate(each.module, step).path)
    return located.flatMap(each => (each !== null && each !== module.path ? this.nameIn(each, name) : []))
  }

  private locate(name: string, step: Step): Place {
    const place = this.places.locate(name, step.module.folder)
    step.places.push(place)
    return place
  }
}

function remembered({ module, names }: ImportLine): ImportLine {
  return { module: detached(module), names: names.map(detached) }
}

/** The steps from where a search began to one that leads to the class. */
function markWay(end: Step, cameFrom: ReadonlyMap<Step, Step | null>): void {
  end.answer = true
  for (let at = end, from = cameFrom.get(at); from; at = from, from = cameFrom.get(at)) {
    from.answer = true
    from.next = at
  }
}
