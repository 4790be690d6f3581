import { expect } from 'vitest'
import { brokenLaws, fixedBy } from '../../fuzz/laws.ts'
import type { Fixed } from '../../src/engine/fix_source.ts'
import type { Options } from '../../src/engine/options.ts'
import { createParser } from '../../src/python/parser.ts'
import { checker, grammar } from '../checker.ts'

const tools = { checker, parser: await createParser({ grammar }) }

/** Applies all fixes, and expects what must hold of them whatever the source: of examples and fixtures alike. */
export function fixed(source: string, options: Partial<Options> = {}): Fixed {
  const program = { source, options }
  const result = fixedBy(program, tools)
  expect(brokenLaws(program, tools, result)).toEqual([])
  return result
}
