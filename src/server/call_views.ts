import { type Hover, MarkupKind } from 'vscode-languageserver/node'
import type { VerifiedCall } from './extra_protocol.ts'
import type { CallReport } from './worker_protocol.ts'

/** A call's report where the pointer rests: the arguments, the proof, the windows. */
export function hoverOf({ range, sections, found }: CallReport, markdown: boolean): Hover {
  const heading = found ? `${found.code} ${found.message}` : null
  const value = markdown ? markdownOf(heading, sections) : [...(heading ? [heading] : []), ...sections].join('\n\n')
  return { range, contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } }
}

/** The same for a place of its own, where there is room for the samples. */
export function verifiedCall({ call, sections, samples, svg }: CallReport): VerifiedCall {
  const all = samples === null ? sections : [...sections.slice(0, 2), samples, ...sections.slice(2)]
  return { call, text: `${all.join('\n\n')}\n`, markdown: markdownOf(null, [call, ...all]), svg }
}

function markdownOf(heading: string | null, sections: readonly string[]): string {
  const blocks = sections.map(fenced)
  return [...(heading ? [escaped(heading)] : []), ...blocks].join('\n\n')
}

/** A block that a fence within the text does not end. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]#|]/g, '\\$&')
}
