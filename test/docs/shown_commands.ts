import type { Block } from './blocks.ts'

/** A command in a page; `output` is what the page shows of it, null where it shows nothing. */
export interface Shown {
  readonly page: string
  readonly command: string
  readonly output: string | null
}

/** Blocks of whole commands; elsewhere a command is a part of a line. */
const scripts = new Set(['sh', 'console', ''])

export function commandsOf(block: Block): readonly Shown[] {
  const { page, language, text } = block
  if (text.startsWith('$ ')) return inConsole(block)
  if (!scripts.has(language))
    return Array.from(text.matchAll(/torchspore check [^'\n]*/g), ([command]) => ({ page, command, output: null }))
  const lines = text.replaceAll('\\\n', ' ').split('\n').map(withoutComment)
  return lines.filter(line => line !== '').map(command => ({ page, command, output: null }))
}

function inConsole({ page, text }: Block): readonly Shown[] {
  return text.split(/^\$ /m).flatMap(part => {
    const [command = '', ...output] = part.split('\n')
    return command === '' ? [] : [{ page, command, output: output.join('\n') }]
  })
}

export function withoutComment(line: string): string {
  return line.replace(/(^|\s+)# .*$/, '').trimEnd()
}

/** Whether an output is what is shown; `…` stands for anything, on a line of its own for lines. */
export function matches(shown: string, output: string): boolean {
  const pattern = shown
    .split('\n')
    .map(line => (line === '…' ? '[\\s\\S]*' : `${line.split('…').map(escaped).join('.*')}\n`))
    .join('')
  return new RegExp(`^${pattern.replace(/\n$/, '')}\n?$`).test(output)
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
