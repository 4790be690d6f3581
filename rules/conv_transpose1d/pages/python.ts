/** A Python file of these lines. */
export function python(...lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('')
}

/** A Python file with a function of these parameters that returns the layer which a rule shows. */
export function inFunction(parameters: string, call: string, ...imports: readonly string[]): string {
  return python(...imports, '', '', `def upsample(${parameters}):`, `    return ${call}`)
}
