import { standardLibrary } from '../python/standard_library.ts'
import type { Consultation } from './consultation.ts'
import type { Loader } from './loader.ts'
import { ancestors, candidates, folderOf, type ModuleName, readModuleName } from './module_path.ts'

/** The files of a repository. */
export type Files = Omit<Loader, 'path'>

/** The file of the longest part of a dotted name that is a module of the repository, and what is left of the name. */
export interface Place {
  readonly path: string | null
  readonly rest: readonly string[]
}

/** A memory of what was found, and of the files that were looked for. */
interface Found<T> {
  readonly what: T
  readonly asked: readonly string[]
}

/** Whether a file stands for its folder. */
export function isPackage(path: string): boolean {
  return /(^|[\\/])__init__\.py$/.test(path)
}

/** Finds the files of a repository that dotted names lead to. */
export class Places {
  private readonly files: Files
  private readonly others: ReadonlySet<string>
  private readonly there = new Map<string, boolean>()
  private readonly roots = new Map<string, Found<string | null>>()
  private readonly found = new Map<string, Found<Place>>()

  /** `others` are libraries that are not in the repository, whatever is called like them. */
  constructor(files: Files, others: ReadonlySet<string>) {
    this.files = files
    this.others = others
  }

  /** Where a name leads, with leading dots where it is relative, as the asker means it. */
  locate(name: string, asker: Consultation): Place {
    const { level, parts } = readModuleName(name)
    const folder = level > 0 ? ancestors(folderOf(asker.path))[level - 1] : this.rootFor(parts, asker)
    if (folder === undefined) return { path: null, rest: parts }
    return this.remembered(this.found, `${folder} ${parts.join('.')}`, asker, exists =>
      find(folder, { level, parts }, exists),
    )
  }

  private rootFor([top]: readonly string[], asker: Consultation): string | undefined {
    if (!top || top === 'torch' || standardLibrary.has(top) || this.others.has(top)) return undefined
    const folder = folderOf(asker.path)
    return this.remembered(this.roots, `${folder} ${top}`, asker, exists => rootOf(top, folder, exists)) ?? undefined
  }

  private remembered<T>(known: Map<string, Found<T>>, key: string, asker: Consultation, find: Search<T>): T {
    const found = known.get(key) ?? this.search(find)
    known.set(key, found)
    asker.add(found.asked)
    return found.what
  }

  private search<T>(find: Search<T>): Found<T> {
    const asked: string[] = []
    const what = find(path => {
      asked.push(path)
      return this.exists(path)
    })
    return { what, asked }
  }

  private exists(path: string): boolean {
    const known = this.there.get(path)
    if (known !== undefined) return known
    const there = this.files.exists ? this.files.exists(path) : this.files.read(path) !== null
    this.there.set(path, there)
    return there
  }
}

type Exists = (path: string) => boolean
type Search<T> = (exists: Exists) => T

function find(folder: string, { level, parts }: ModuleName, exists: Exists): Place {
  for (let count = parts.length; count >= (level > 0 ? 0 : 1); count--) {
    const path = candidates(folder, parts.slice(0, count)).find(exists)
    if (path !== undefined) return { path, rest: parts.slice(count) }
  }
  return { path: null, rest: parts }
}

/** The nearest folder from which a top-level name can be imported, out of a folder and those above it. */
function rootOf(top: string, folder: string, exists: Exists): string | null {
  const hasInit = (each: string) => exists(candidates(each, [])[0] ?? '')
  const folders = ancestors(folder).filter(each => !hasInit(each))
  return folders.find(each => candidates(each, [top]).some(exists)) ?? null
}
