/** A cell as its notebook holds it. */
export interface TestCell {
  readonly cell_type: string
  readonly source: string | readonly string[]
  readonly metadata?: object
}

/** A code cell, its source a list of lines as Jupyter writes it. */
export function code(source: string, metadata: object = {}): TestCell {
  return { cell_type: 'code', metadata, source: source.match(/[^\n]*\n|[^\n]+/g) ?? [] }
}

export function markdown(source: string): TestCell {
  return { cell_type: 'markdown', metadata: {}, source }
}

/** A notebook's JSON as Jupyter writes it. */
export function notebook(cells: readonly TestCell[], metadata: object = { language_info: { name: 'python' } }): string {
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`
}
