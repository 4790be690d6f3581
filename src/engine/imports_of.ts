/** One import: the module as written, with leading dots, and the names taken out of it, a star among them. */
export interface ImportLine {
  readonly module: string
  readonly names: readonly string[]
}

/** The imports of a source, read off its lines, without parsing. */
export function importsOf(source: string): readonly ImportLine[] {
  const text = joined(source)
  const imports: ImportLine[] = []
  let end = 0
  for (let at = text.indexOf('import'); at !== -1; at = text.indexOf('import', end)) {
    statement.lastIndex = startBefore(text, at)
    const found = statement.exec(text)
    end = Math.max(statement.lastIndex, at + 'import'.length)
    if (found) imports.push(...importsIn(found))
  }
  return imports
}

/** Where the statement begins that holds an import: with its line, or behind the `:` or `;` of another. */
function startBefore(text: string, at: number): number {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - longest), at)
  return at - line.length + Math.max(line.lastIndexOf(';'), line.lastIndexOf(':')) + 1
}

const statement =
  /[ \t]*(?:from[ \t]+([.\w\u0080-\uffff]+)[ \t]+import\b[ \t]*(\([^)]*|.*)|import[ \t]+([\w\u0080-\uffff., \t]+))/y

function importsIn([, module, list = '', modules = '']: readonly (string | undefined)[]): readonly ImportLine[] {
  if (module !== undefined)
    return [{ module, names: list.replace(/#.*/g, '').match(/[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|\*/g) ?? [] }]
  return modules.split(',').flatMap(part => {
    const name = part.trim().split(/\s/)[0]
    return name ? [{ module: name, names: [] }] : []
  })
}

/** What stands under a name in a module, by one dotted path: `.` and `layers` are `.layers`. */
export function memberPath(module: string, name: string): string {
  return module.endsWith('.') ? module + name : `${module}.${name}`
}

/** The source with `\n` at its lines' ends, and lines that a backslash continues as one. */
function joined(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source
  return text.includes('\\\n') ? text.replaceAll('\\\n', ' ') : text
}

export type BoundAt = 'here' | 'function' | 'definition' | 'import' | 'renamed' | 'nowhere'

/**
 * How a source seems to bind a name, by its lines. A class of its own never is another module's class, a function may return it;
 * `here` is an assignment, or what may be one.
 */
export function boundAt(source: string, name: string): BoundAt {
  if (!source.includes(name)) return 'nowhere'
  const lines = linesNaming(source, name)
  if (/\bas[ \t]+SOUGHT\b/.test(lines)) return 'renamed'
  const each = lines.split('\n')
  if (each.some(line => line.length > longest || assigned.test(line) || hasInOrder(line, loop))) return 'here'
  if (/\bSOUGHT[ \t]*:=/.test(lines)) return 'here'
  if (/^(async[ \t]+)?def[ \t]+SOUGHT\b/m.test(lines)) return 'function'
  const isDefined = /^[ \t]*(class|(async[ \t]+)?def)[ \t]+SOUGHT\b/m.test(lines)
  const isImported = each.some(line => listed.test(line) || hasInOrder(line, importing))
  return isDefined && !isImported ? 'definition' : 'import'
}

/** In a longer line the patterns would look for an end again and again; what it binds is left to the parser. */
const longest = 2000

/** `from m import (\n  a, SOUGHT,` on a line of its own. */
const listed = /^[ \t]*(\w+,[ \t]*)*SOUGHT[ \t]*([,)#]|$)/
const loop = [/\bfor\b/g, /\bSOUGHT\b/g, /\bin\b/g]
const importing = [/\bimport\b/g, /\bSOUGHT\b/g]

/** Whether a line has one behind the other; with `.*` between them, one pattern would try every pair of places. */
function hasInOrder(line: string, patterns: readonly RegExp[]): boolean {
  let at = 0
  return patterns.every(pattern => {
    pattern.lastIndex = at
    const found = pattern.exec(line)
    at = pattern.lastIndex
    return found !== null
  })
}

/** `SOUGHT = …`, `SOUGHT: type = …`, and SOUGHT among several targets. */
const assigned = /(^|[=;:])[ \t([*]*(\w+[ \t]*,[ \t([*]*)*SOUGHT\b[ \t]*[)\]]*([,:][^=]*)?=(?!=)/

/** The lines of a source with a name, which is SOUGHT in them: patterns that are the same for every name are compiled once. */
function linesNaming(source: string, name: string): string {
  const lines: string[] = []
  for (let at = source.indexOf(name); at !== -1; ) {
    const end = source.indexOf('\n', at)
    lines.push(source.slice(source.lastIndexOf('\n', at) + 1, end === -1 ? source.length : end))
    at = end === -1 ? -1 : source.indexOf(name, end)
  }
  return lines.map(line => soughtIn(line, name)).join('\n')
}

/** The line with SOUGHT for the name, but not where that is a part of another. */
function soughtIn(line: string, name: string): string {
  const [first = '', ...others] = line.split(name)
  let before = first
  return others.reduce((text, after) => {
    const isPart = /[\w\u0080-\uffff]$/.test(before) || /^[\w\u0080-\uffff]/.test(after)
    before = after || name
    return text + (isPart ? name : 'SOUGHT') + after
  }, first)
}
