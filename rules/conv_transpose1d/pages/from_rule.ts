import type { InvalidExample, ParameterRule } from '../../../src/mapping/rule.ts'
import { conv_transpose1d } from '../index.ts'
import type { CallExample, Page, ParameterNote } from './page.ts'
import { inFunction } from './python.ts'

const { rules } = conv_transpose1d

/** The calls that some rule flags with a code. */
function flagged(code: string): readonly CallExample[] {
  const calls = rules.flatMap(({ invalid }) => invalid.filter(each => each.code === code).map(({ call }) => call))
  return [...new Set(calls)].map(before => ({ before, after: null }))
}

/** The calls that some rule rewrites, with output_padding composed or not. */
export function rewritten(composed: boolean): readonly CallExample[] {
  const examples = rules.flatMap(({ valid }) => valid.filter(({ after }) => isComposed(after) === composed))
  return [...new Map(examples.map(each => [each.before, each])).values()]
}

function isComposed(after: string): boolean {
  return after.includes('SequentialCell(') || after.includes("pad_mode='same'")
}

/** What every rule says of its parameter. */
export function parameterNotes(): readonly ParameterNote[] {
  return rules.map(({ parameter, counterpart, explanation, source }) => {
    return { name: parameter, counterpart, explanation, source }
  })
}

/** The part of a blocking code's page that its rule already says: why, where from, and the first call it flags so. */
export function fromRule(
  { parameter, explanation, source, invalid }: ParameterRule,
  code: InvalidExample['code'],
  parameters: string,
  imports: readonly string[] = ['import torch.nn as nn'],
): Pick<Page, 'code' | 'why' | 'before' | 'after' | 'calls' | 'source'> {
  const example = invalid.find(each => each.code === code)
  if (!example) throw new Error(`the rule of ${parameter} shows no ${code}`)
  const before = inFunction(parameters, example.call, ...imports)
  const calls = flagged(code).filter(each => each.before !== example.call)
  return { code, why: explanation, before, after: null, calls, source }
}
