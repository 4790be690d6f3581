/** The modules that a source imports, as written, with leading dots; read off its lines, without parsing. */
export function importedNames(source: string): readonly string[] {
  const names: string[] = []
  for (const [, module, list] of source.matchAll(
    /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(.*)|import[ \t]+[\w., \t]+)/gm,
  )) {
    if (module === undefined) continue
    names.push(module)
    // `from . import layers` imports a module by its name.
    const last = module.endsWith('.') ? '' : '.'
    for (const [word] of (list ?? '').matchAll(/[A-Za-z_]\w*/g)) names.push(module + last + word)
  }
  for (const [, list] of source.matchAll(/^[ \t]*import[ \t]+([\w., \t]+)/gm))
    for (const part of (list ?? '').split(',')) names.push(part.trim().split(/\s/)[0] ?? '')
  return names.filter(Boolean)
}
