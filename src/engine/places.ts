import { standardLibrary } from '../python/standard_library.ts'
import { detached } from '../text/detached.ts'
import type { Grounds } from './consultation.ts'
import type { Loader } from './loader.ts'
import { ancestors, candidates, join, type ModuleName, readModuleName } from './module_path.ts'

/** The files of a repository. */
export type Files = Omit<Loader, 'path'>

/** The file of the longest part of a dotted name that is a module of the repository, and what is left of the name. */
export interface Place extends Grounds {
  readonly path: string | null
  readonly rest: readonly string[]
}

/** In so many folders, from a file's own upwards, `src` may hold what it imports: tests, scripts and examples stand beside it. */
const mostAbove = 3

/** A folder of files that import, and what their imports were found to be. */
interface Folder {
  /** Where their absolute imports may begin: itself and those above it, without packages, and `src` in the nearest. */
  readonly roots: Grounds & { readonly folders: readonly string[] }
  /** By the first part of a name: the root from which it can be imported. */
  readonly tops: Map<string, Root>
  /** By the name as it is written. */
  readonly places: Map<string, Place>
}

type Root = Grounds & {
  readonly folder: string | null
  /** Where there is none, the folders that have one of that name, which is no package. */
  readonly spaces: readonly string[]
}

/** Whether a file stands for its folder. */
export function isPackage(path: string): boolean {
  return /(^|[\\/])__init__\.py$/.test(path)
}

/** Finds the files of a repository that dotted names lead to. */
export class Places {
  private readonly files: Files
  private readonly others: ReadonlySet<string>
  private readonly looked = new Map<string, Looked>()
  private readonly folders = new Map<string, Folder>()

  /** `others` are libraries that are not in the repository, whatever is called like them. */
  constructor(files: Files, others: ReadonlySet<string>) {
    this.files = files
    this.others = others
  }

  /** Where a name leads, with leading dots where it is relative, for the files of a folder. */
  locate(name: string, from: string): Place {
    const folder = this.folder(from)
    const known = folder.places.get(name)
    if (known) return known
    const own = detached(name)
    const place = this.find(readModuleName(own), from, folder)
    folder.places.set(own, place)
    return place
  }

  private folder(path: string): Folder {
    const folder = this.folders.get(path) ?? { roots: this.rootsAbove(path), tops: new Map(), places: new Map() }
    this.folders.set(path, folder)
    return folder
  }

  private rootsAbove(path: string): Folder['roots'] {
    const { what, paths } = this.search(exists =>
      ancestors(path)
        .filter(each => !exists(candidates(each, [])[0] ?? ''))
        .flatMap((each, at) => (at < mostAbove && exists(join(each, 'src', '')) ? [each, join(each, 'src')] : [each])),
    )
    return { folders: what, paths, on: [] }
  }

  private find(name: ModuleName, from: string, folder: Folder): Place {
    const { level, parts } = name
    const root =
      level > 0
        ? { folder: ancestors(from)[level - 1] ?? null, spaces: [], paths: [], on: [] }
        : this.root(parts, folder)
    if (!root) return { path: null, rest: parts, paths: [], on: [] }
    const { what, paths } = this.search(exists => {
      // Where no folder has a package or module of that name, one without `__init__.py` may hold modules all the same (PEP 420).
      const found =
        root.folder === null
          ? root.spaces.map(each => fileOf(each, name, exists, 2))
          : [fileOf(root.folder, name, exists)]
      return found.find(({ path }) => path !== null) ?? { path: null, rest: parts }
    })
    return { ...what, paths, on: [root] }
  }

  /** The nearest folder from which the first part of a name can be imported. */
  private root([top]: readonly string[], folder: Folder): Root | null {
    if (!top || top === 'torch' || standardLibrary.has(top) || this.others.has(top)) return null
    const known = folder.tops.get(top)
    if (known) return known
    const { folders } = folder.roots
    const { what, paths } = this.search(exists => {
      const own = folders.find(each => candidates(each, [top]).some(exists)) ?? null
      return { folder: own, spaces: own === null ? folders.filter(each => exists(join(each, top, ''))) : [] }
    })
    const root = { ...what, paths, on: [folder.roots] }
    folder.tops.set(top, root)
    return root
  }

  private search<T>(find: (exists: Exists) => T): { readonly what: T; readonly paths: readonly string[] } {
    const paths: string[] = []
    const what = find(path => {
      const looked = this.look(path)
      paths.push(looked.path)
      return looked.isThere
    })
    return { what, paths }
  }

  private look(path: string): Looked {
    const known = this.looked.get(path)
    if (known) return known
    const isThere = /[\\/]$/.test(path) ? this.isFolder(path.slice(0, -1)) : this.isFile(path)
    const looked = { path, isThere }
    this.looked.set(path, looked)
    return looked
  }

  private isFile(path: string): boolean {
    return this.files.exists ? this.files.exists(path) : this.files.read(path) !== null
  }

  private isFolder(path: string): boolean {
    return this.files.isFolder?.(path) ?? true
  }
}

/** A path that was looked for, that of a folder with a separator behind it; equal ones are one in memory. */
interface Looked {
  readonly path: string
  readonly isThere: boolean
}

type Exists = (path: string) => boolean

/** The file of the longest part of a name, which has at least so many parts. */
function fileOf(
  folder: string,
  { level, parts }: ModuleName,
  exists: Exists,
  least = level > 0 ? 0 : 1,
): Pick<Place, 'path' | 'rest'> {
  for (let count = parts.length; count >= least; count--) {
    const path = candidates(folder, parts.slice(0, count)).find(exists)
    if (path !== undefined) return { path, rest: parts.slice(count) }
  }
  return { path: null, rest: parts }
}
