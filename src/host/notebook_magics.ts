/** Cell magics below which the cell is Python that runs among the notebook's own names. */
const transparent = new Set(['capture', 'debug', 'ipytest', 'prun', 'time', 'timeit'])

/** Commands that IPython takes for magics without their `%`, followed by what cannot follow a name in Python. */
const automagic =
  /(?:pip3?|conda|mamba|micromamba|uv|cd|ls|ll|cat|cp|mv|rm|mkdir|rmdir|man|less|more|load_ext|reload_ext|load|run|matplotlib|pylab|config|env|set_env|time|timeit|reset|who|whos)[ \t]+(?!(?:if|else|in|is|and|or|not|for|as)\b)(?:[\w~/$"']|\.\.?(?:[/\s]|$))/y

const tokens =
  /(?<quote>"""|'''|"|')|#[^\r\n]*|(?<open>[([{])|(?<close>[)\]}])|\\(?:\r\n|\r|\n)|(?<end>[\r\n])|(?<assigned>=[ \t]*(?=[!%]))|(?<help>\?)/g

/** Whether a cell is Python, and not handed to another language or process by the magic in its first line. */
export function isPythonCell(code: string): boolean {
  const magic = /^\s*%%(\S*)/.exec(code)?.[1]
  return magic === undefined || transparent.has(magic)
}

/** A cell's code as Python can parse it, and what was hidden for that. */
export interface Hidden {
  readonly text: string
  /** In the order of the text. */
  readonly magics: readonly Magic[]
}

/** A hidden piece of code; the letter that stands for it in the text comes after so many characters of it. */
interface Magic {
  readonly code: string
  readonly lead: 0 | 1
}

/**
 * Hides a cell's magics, shell and help lines: each becomes a name that is `letter`, filled up with blanks, or a comment
 * where nothing may be put before it. All offsets and rows hold.
 */
export function hideMagics(code: string, letter: string): Hidden {
  const magics: Magic[] = []
  const hide = (magic: string, lead: Magic['lead']) => {
    if (magic !== '') magics.push({ code: magic, lead })
    const blanks = magic.slice(1 + lead).replace(/[^\r\n]/g, ' ')
    return magic && '#'.slice(0, lead) + letter + blanks
  }
  const first = /^\s*(?=%%)/.exec(code)?.[0].length ?? 0
  const start = first > 0 || code.startsWith('%%') ? next(/[\r\n]|$/g, code, first) : 0
  const parts = [code.slice(0, first), hide(code.slice(first, start), 1)]
  for (let at = start; at < code.length; ) {
    const { magic, end } = readStatement(code, at)
    parts.push(code.slice(at, magic ?? end), hide(code.slice(magic ?? end, end), 0))
    at = end
  }
  return { text: parts.join(''), magics }
}

/** The code again, after edits that touched nothing hidden. */
export function showMagics({ text, magics }: Hidden, letter: string): string {
  const parts: string[] = []
  let at = 0
  for (const { code, lead } of magics) {
    const start = text.indexOf(letter, at) - lead
    parts.push(text.slice(at, start), code)
    at = start + code.length
  }
  return [...parts, text.slice(at)].join('')
}

/** A logical line: where its magic begins, if it has one, and where it ends. */
interface Statement {
  readonly magic: number | null
  readonly end: number
}

function readStatement(code: string, start: number): Statement {
  const begin = next(/\S|$/g, code, start)
  automagic.lastIndex = begin
  return /[%!?,;/]/.test(code.charAt(begin)) || automagic.test(code) ? command(code, begin, begin) : python(code, begin)
}

/** A command ends with its line, unless a backslash stands there. */
function command(code: string, start: number, magic: number): Statement {
  return { magic, end: next(/(?<!\\)\r|(?<!\\\r?)\n|$/g, code, start) }
}

function python(code: string, begin: number): Statement {
  let depth = 0
  const scan = new RegExp(tokens)
  scan.lastIndex = begin
  for (let found = scan.exec(code); found; found = scan.exec(code)) {
    const { quote, open, close, end, assigned, help } = found.groups ?? {}
    if (quote) scan.lastIndex = stringEnd(code, scan.lastIndex, quote)
    if (open) depth++
    if (close) depth--
    if (depth > 0) continue
    if (end) return { magic: null, end: scan.lastIndex }
    if (assigned) return command(code, scan.lastIndex, scan.lastIndex)
    if (help) return command(code, begin, begin)
  }
  return { magic: null, end: code.length }
}

/** Behind a string whose opening quote ends at the offset; one that is not closed ends with its line, or the text. */
function stringEnd(code: string, start: number, quote: string): number {
  const scan = new RegExp(`\\\\(?:\\r\\n|[^])|${quote}${quote.length === 1 ? '|(?=[\\r\\n])' : ''}|$`, 'g')
  scan.lastIndex = start
  while (scan.exec(code)?.[0].startsWith('\\')) {}
  return scan.lastIndex || code.length
}

function next(wanted: RegExp, code: string, start: number): number {
  wanted.lastIndex = start
  return wanted.exec(code)?.index ?? code.length
}
