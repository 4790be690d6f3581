import type { Node } from '../../src/python/node.ts'
import { readString } from '../../src/python/string_literal.ts'

/** What a number or string is worth, in the words of python/ast_judge.py. */
export function numberWords(text: string): string {
  const digits = text.replaceAll('_', '')
  if (/^0[xob]/i.test(digits)) return `int ${BigInt(digits).toString(16)}`
  if (/j$/i.test(digits)) return `complex ${bits(Number(digits.slice(0, -1)))}`
  return /^\d+$/.test(digits) ? `int ${BigInt(digits).toString(16)}` : `float ${bits(Number(digits))}`
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return view.getBigUint64(0).toString(16).padStart(16, '0')
}

/** Where backslashes are, or places are not told, the value is not told either. */
export function stringWords(node: Node, source: string, isPlaced: boolean): string {
  const text = source.slice(node.start, node.end)
  const strings = node.type === 'string' ? [node] : node.parts
  if (strings.some(each => /b/i.test(prefixOf(each, source)))) return 'bytes'
  if (!isPlaced || text.includes('\\')) return 'str'
  const value = strings.map(each => readString(source.slice(each.start, each.end)) ?? '<not read>').join('')
  const shown = value.replace(/\r\n?/g, '\n').replace(/[^ -~]/gu, '?')
  return `str ${shown.length} ${shown.slice(0, 60)}`
}

export function isFormat(string: Node, source: string): boolean {
  return /f/i.test(prefixOf(string, source))
}

function prefixOf(string: Node, source: string): string {
  return /^\w*/.exec(source.slice(string.start, string.end))?.[0] ?? ''
}
