import { Consultation } from './consultation.ts'
import { type BoundAt, boundAt, givers, type ImportLine, importsOf, memberPath } from './imports_of.ts'
import { type Files, isPackage, type Places } from './places.ts'

/** A module, or a name in one; equal texts are the same. */
type Key = string

const moduleKey = (path: string): Key => `\0${path}`
const nameKey = (path: string, name: string): Key => `${name}\0${path}`

/** Where a key leads: to the class, or to other keys; and the files that say so. */
interface Step {
  readonly leads: true | readonly Key[]
  readonly asked: readonly string[]
}

/**
 * Tells which modules, and which names in them, may lead to the class, by a look at their lines: most are not parsed for
 * nothing. What says no here is certain as far as lines show: a class of the module's own, a name that nothing binds.
 */
export class Leads {
  private readonly files: Files
  private readonly places: Places
  private readonly word: RegExp
  /** The word where it is not called: what may give a class of the module the class as an attribute. */
  private readonly handsOver: RegExp
  private readonly steps = new Map<Key, Step>()
  private readonly defined = new Map<Key, boolean>()
  private readonly torch = new Map<string, boolean>()

  /** `word` is what stands in a module that names the class. */
  constructor(files: Files, places: Places, word: RegExp) {
    this.files = files
    this.places = places
    this.word = word
    this.handsOver = new RegExp(`${word.source}\\w*\\b(?!\\s*\\()`)
  }

  /** Whether the module names the class, or imports what may be it. */
  isLeading(path: string, asker: Consultation): boolean {
    return this.reaches(moduleKey(path), asker)
  }

  /** Whether a name of the module may be the class, or hold it. */
  mayGive(path: string, name: string, asker: Consultation): boolean {
    return this.reaches(nameKey(path, name), asker)
  }

  /** Whether the module defines the name as a class that does not hold the class, and nothing else binds it. */
  isDefinition(path: string, name: string, asker: Consultation): boolean {
    asker.add([path])
    const key = nameKey(path, name)
    const known = this.defined.get(key) ?? this.defines(this.files.read(path) ?? '', name)
    this.defined.set(key, known)
    return known
  }

  /** Whether the module may have torch's own modules, or anything, by a star. */
  mentionsTorch(path: string): boolean {
    const known = this.torch.get(path) ?? /\btorch\b|\bimport[ \t]*\*/.test(this.files.read(path) ?? '')
    this.torch.set(path, known)
    return known
  }

  private defines(source: string, name: string): boolean {
    return boundAt(source, name) === 'definition' && !this.handsOver.test(source)
  }

  /** Whether a key is, or comes from, a module that names the class; modules may import each other in circles. */
  private reaches(key: Key, asker: Consultation): boolean {
    const { known } = asker
    const answer = known.get(key)
    if (answer !== undefined) return answer
    const cameFrom = new Map<Key, Key | null>([[key, null]])
    // The map grows while it is gone through.
    for (const at of cameFrom.keys()) {
      const leads = known.get(at) ?? this.step(at).leads
      if (leads === true) {
        this.answer(true, wayTo(at, cameFrom), asker)
        return true
      }
      if (leads !== false) for (const each of leads) if (!cameFrom.has(each)) cameFrom.set(each, at)
    }
    this.answer(false, [...cameFrom.keys()], asker)
    return false
  }

  /** A yes rests on the way that was found, a no on all that was looked at. */
  private answer(answer: boolean, keys: readonly Key[], { known, asked }: Consultation): void {
    for (const key of keys) {
      if (!known.has(key)) for (const path of this.step(key).asked) asked.add(path)
      known.set(key, answer)
    }
  }

  private step(key: Key): Step {
    const step = this.steps.get(key) ?? this.look(key)
    this.steps.set(key, step)
    return step
  }

  private look(key: Key): Step {
    const end = key.indexOf('\0')
    const module = new Consultation(key.slice(end + 1))
    module.add([module.path])
    const source = this.files.read(module.path) ?? ''
    const leads = end === 0 ? this.ofModule(source, module) : this.ofName(key.slice(0, end), source, module)
    return { leads, asked: [...module.asked] }
  }

  private ofModule(source: string, module: Consultation): true | readonly Key[] {
    return this.word.test(source) || importsOf(source).flatMap(line => this.ofImport(line, module))
  }

  private ofImport({ module, names }: ImportLine, from: Consultation): readonly Key[] {
    const { path, rest } = this.places.locate(module, from)
    // What is taken out of one file is no module.
    const isFile = path !== null && rest.length === 0 && !isPackage(path)
    const submodules = isFile ? [] : names.map(name => this.places.locate(memberPath(module, name), from).path)
    const own = path === null ? [] : this.ofLocated(path, rest, names)
    return [...own, ...submodules.flatMap(each => (each !== null && each !== path ? moduleKey(each) : []))]
  }

  private ofLocated(path: string, [inside]: readonly string[], names: readonly string[]): readonly Key[] {
    if (inside !== undefined) return [nameKey(path, inside)]
    if (names.length === 0 || names.includes('*')) return [moduleKey(path)]
    return names.map(name => nameKey(path, name))
  }

  private ofName(name: string, source: string, module: Consultation): true | readonly Key[] {
    const bound: BoundAt = boundAt(source, name)
    if (bound === 'here' || bound === 'renamed') return [moduleKey(module.path)]
    if (bound === 'function') return this.word.test(source) || []
    if (bound === 'definition') return this.handsOver.test(source) || []
    if (bound !== 'import') return []
    const modules = givers(source, name)
    if (modules.some(each => /^torch\b/.test(each))) return true
    const located = modules.map(each => this.places.locate(each, module).path)
    return located.flatMap(each => (each !== null && each !== module.path ? nameKey(each, name) : []))
  }
}

/** The keys from where a search began to where it ended. */
function wayTo(end: Key, cameFrom: ReadonlyMap<Key, Key | null>): readonly Key[] {
  const way: Key[] = []
  for (let at: Key | null | undefined = end; at; at = cameFrom.get(at)) way.push(at)
  return way
}
