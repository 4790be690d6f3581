/** The modules that a source imports, as written, with leading dots; read off its lines, without parsing. */
export function importedNames(source: string): readonly string[] {
  const names: string[] = []
  for (const [, module, list] of joined(source).matchAll(
    /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import\b[ \t]*(\([^)]*|.*)|import[ \t]+[\w., \t]+)/gm,
  )) {
    if (module === undefined) continue
    names.push(module)
    // `from . import layers` imports a module by its name.
    const last = module.endsWith('.') ? '' : '.'
    for (const [word] of (list ?? '').replace(/#.*/g, '').matchAll(/[A-Za-z_]\w*/g)) names.push(module + last + word)
  }
  for (const [, list] of joined(source).matchAll(/^[ \t]*import[ \t]+([\w., \t]+)/gm))
    for (const part of (list ?? '').split(',')) names.push(part.trim().split(/\s/)[0] ?? '')
  return names.filter(Boolean)
}

/** The modules out of which a source imports a name, by itself or with a star. */
export function givers(source: string, name: string): readonly string[] {
  const statements = joined(source).matchAll(/^[ \t]*from[ \t]+([.\w]+)[ \t]+import\b[ \t]*(\([^)]*|.*)/gm)
  return [...statements].flatMap(([, module = '', list = '']) => {
    const names: readonly string[] = list.replace(/#.*/g, '').match(/\w+|\*/g) ?? []
    return names.includes(name) || names.includes('*') ? [module] : []
  })
}

/** The source with lines that a backslash continues as one line. */
function joined(source: string): string {
  return source.replace(/\\\r?\n/g, ' ')
}

/**
 * How a source seems to bind a name, by its lines. A class of its own never is another module's class, a function may return it;
 * `here` is an assignment, or what may be one.
 */
export function boundAt(
  source: string,
  name: string,
): 'here' | 'function' | 'definition' | 'import' | 'renamed' | 'nowhere' {
  if (!source.includes(name)) return /^[ \t]*from\b.*\bimport[ \t]*\*/m.test(source) ? 'import' : 'nowhere'
  const at = (pattern: RegExp) => new RegExp(pattern.source.replaceAll('NAME', name), 'm').test(source)
  if (at(/\bas[ \t]+NAME\b/)) return 'renamed'
  if (at(assigned) || at(/\bNAME[ \t]*:=/) || at(/\bfor\b.*\bNAME\b.*\bin\b/)) return 'here'
  if (at(/^(async[ \t]+)?def[ \t]+NAME\b/)) return 'function'
  const isDefined = at(/^[ \t]*(class|(async[ \t]+)?def)[ \t]+NAME\b/)
  return isDefined && !at(/\bimport\b.*\bNAME\b/) && !at(/^[ \t]*(\w+,[ \t]*)*NAME[ \t]*([,)#]|$)/)
    ? 'definition'
    : 'import'
}

/** `NAME = …`, `NAME: type = …`, and NAME among several targets. */
const assigned = /(^|[=;:])[ \t([*]*(\w+[ \t]*,[ \t([*]*)*NAME\b[ \t]*(,[^\n=]*|:[^\n=]*|[)\]])*=(?!=)/
