/** A text on one line: a blank for each line end, with the blanks around it. */
export function onOneLine(text: string): string {
  // Each run of blanks is looked at once: a pattern that asks for a line end between them begins anew at each.
  return text.replace(/\s+/g, blanks => (/[\r\n]/.test(blanks) ? ' ' : blanks))
}
