import { isBuiltin } from 'node:module'
import type { Import, Source } from './sources.ts'

/** What a room may import: of the rooms in `types` only types, of those in `values` anything. */
interface Arrows {
  readonly types: readonly string[]
  readonly values: readonly string[]
}

const core = ['text', 'python', 'kernel', 'mapping', 'rules']
const frontDoor: Arrows = { types: [], values: ['host', 'engine', 'config', 'report', 'messages'] }

/** Who may import whom; every room may import itself. A new room has to be named here. */
export const arrows: Readonly<Record<string, Arrows>> = {
  text: { types: [], values: [] },
  python: { types: [], values: ['text'] },
  kernel: { types: [], values: ['text', 'python'] },
  mapping: { types: [], values: ['text', 'python', 'kernel'] },
  rules: { types: [], values: ['python', 'kernel', 'mapping'] },
  engine: { types: [], values: core },
  messages: { types: ['kernel', 'mapping', 'engine'], values: [] },
  config: { types: ['engine'], values: ['messages', 'text'] },
  report: { types: ['engine'], values: ['messages', 'text'] },
  host: { types: [], values: ['engine', 'config', 'report', 'messages', 'text'] },
  cli: { ...frontDoor, values: [...frontDoor.values, 'pipe'] },
  server: frontDoor,
  pipe: frontDoor,
  playground: { types: [], values: ['engine', 'report', 'messages', 'text'] },
}

/** Constants of the engine that are Options' own: a setting's default, and the codes that it may name. */
const constants = new Set(['src/engine/codes.ts', 'src/engine/options.ts'])

/** The rooms that run in a browser: no file system, clock or process inside. */
export const pureRooms: ReadonlySet<string> = new Set([...core, 'engine', 'messages', 'config', 'report'])

/** The files that see the parser's own trees. */
const parserFiles = new Set(['parser', 'copy_tree'].map(name => `src/python/${name}.ts`))

/** The rooms that need nothing from outside, the parser apart. */
const bareRooms = new Set([...core, 'engine', 'messages'])

export function forbiddenImports(source: Source): readonly string[] {
  const forbidden = source.imports.filter(each => (each.outside ? !mayUse(source, each) : !mayImport(source, each)))
  return forbidden.map(each => `${source.path} imports ${each.typesOnly ? 'types of ' : ''}${each.target}`)
}

function mayImport({ room }: Source, { target, typesOnly }: Import): boolean {
  const to = roomOf(target)
  if (to === room || target === 'package.json') return true
  const { types, values } = arrows[room] ?? { types: [], values: [] }
  if (room === 'config' && constants.has(target)) return true
  return values.includes(to) || (typesOnly && types.includes(to))
}

function mayUse({ path, room }: Source, { target }: Import): boolean {
  if (target === 'web-tree-sitter') return parserFiles.has(path)
  return isBuiltin(target) ? !pureRooms.has(room) : !bareRooms.has(room)
}

function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'src' ? second : first
}

/** Each ring of files that import each other, from one of them back to it. */
export function cycles(sources: readonly Source[]): readonly string[] {
  const targets = new Map(sources.map(({ path, imports }) => [path, imports.map(({ target }) => target)]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' -> '))
    else if (!done.has(path)) for (const target of targets.get(path) ?? []) visit(target, [...way, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}
