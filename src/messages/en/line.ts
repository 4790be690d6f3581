/** A line of the file, or of a cell of a notebook. */
export function lineOf({ line, cell }: { readonly line: number; readonly cell?: number }): string {
  return cell === undefined ? `line ${line}` : `line ${line} of cell ${cell}`
}
