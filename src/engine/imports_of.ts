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

/** The source with lines that a backslash continues as one line. */
function joined(source: string): string {
  return source.replace(/\\\r?\n/g, ' ')
}

/** How a source seems to bind a name at its top level, by its lines: a class of its own never is another module's class. */
export function boundAt(source: string, name: string): 'here' | 'class' | 'import' | 'renamed' | 'nowhere' {
  if (!source.includes(name)) return /^[ \t]*from\b.*\bimport[ \t]*\*/m.test(source) ? 'import' : 'nowhere'
  const at = (pattern: string) => new RegExp(pattern.replace('NAME', name), 'm').test(source)
  if (at('\\bas[ \\t]+NAME\\b')) return 'renamed'
  if (at('^[ \\t]*NAME[ \\t]*(,|[:=])') || at('^(async[ \\t]+)?def[ \\t]+NAME\\b')) return 'here'
  return at('^class[ \\t]+NAME\\b') ? 'class' : 'import'
}
