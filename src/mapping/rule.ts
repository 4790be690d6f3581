import type { Expression } from '../python/expression.ts'
import type { Node } from '../python/node.ts'
import type { Argument } from './bind.ts'
import type { BlockingCode } from './blocking.ts'
import type { MappingMessage } from './message.ts'

/** An argument as a rule sees it. */
export interface Given {
  readonly argument: Argument
  readonly value: Expression
  /** The value's source text. */
  readonly text: string
}

/** What a rule may ask of the call around its argument. */
export interface CallView {
  /** The quote that inserted strings take. */
  readonly quote: "'" | '"'
  readonly mindsporeVersion: string
  readonly deviceTarget: 'CPU' | 'GPU' | 'Ascend' | null
  /** What is given for another parameter; null where it is left out. */
  given(parameter: string): Given | null
  /** The dotted path that a name or attribute certainly has, such as `torch.float16`; null otherwise. */
  path(node: Node): string | null
  /** Whether a name is a local that is bound once, so that it means the same wherever it is read. */
  isSettled(node: Node): boolean
  /** Whether the expression may be a tuple, list or dictionary that stands in the program. */
  mayBeTable(node: Node): boolean
}

/** How the value of an argument is written anew. In `text`, `{ms}` stands for the name that mindspore is bound to. */
export type NewValue =
  | { readonly kind: 'same' }
  /** Text around the value, or around the part of it that stays. */
  | { readonly kind: 'wrapped'; readonly before: string; readonly after: string; readonly inner: Node | null }
  | { readonly kind: 'text'; readonly text: string }

/** What becomes of one parameter. */
export type Outcome =
  /** Not given, and nothing to write. */
  | { readonly kind: 'absent' }
  /** Stays where it is, under `keyword`; `before` are arguments written in front of it. */
  | {
      readonly kind: 'pass'
      readonly keyword: string
      readonly value: NewValue
      readonly before: readonly string[]
      readonly notes: readonly MappingMessage[]
    }
  /** Not given, but has to be written. */
  | { readonly kind: 'add'; readonly arguments: readonly string[]; readonly notes: readonly MappingMessage[] }
  | { readonly kind: 'drop'; readonly notes: readonly MappingMessage[] }
  /** Has no counterpart by itself: the API's `compose` says how the whole call is written. */
  | { readonly kind: 'compose' }
  /** `everywhere`: not even a class of MindSpore's that takes torch's arguments could do with it. */
  | {
      readonly kind: 'refuse'
      readonly code: BlockingCode
      readonly note: MappingMessage
      readonly everywhere: boolean
    }

/** A call that the rule shows, and what it becomes. */
export interface ValidExample {
  readonly before: string
  readonly after: string
}

/** A call that the rule shows, and the code of what stands in the way. */
export interface InvalidExample {
  readonly call: string
  readonly code: BlockingCode
}

/** What is known of one parameter of one callable: the rule, its documentation and its tests in one. */
export interface ParameterRule {
  readonly parameter: string
  /** The parameter's name in MindSpore; null where there is none. */
  readonly counterpart: string | null
  readonly explanation: string
  readonly source: string
  readonly valid: readonly ValidExample[]
  readonly invalid: readonly InvalidExample[]
  map(given: Given | null, call: CallView): Outcome
}

export const same: NewValue = { kind: 'same' }

/** Text around a value; with `inner`, only that part of the value stays between them. */
export function wrapped(before: string, after: string, inner: Node | null = null): NewValue {
  return { kind: 'wrapped', before, after, inner }
}

export const absent: Outcome = { kind: 'absent' }

/** The value as it is, under another name or the same. */
export function pass(keyword: string, ...notes: readonly MappingMessage[]): Outcome {
  return { kind: 'pass', keyword, value: same, before: [], notes }
}

/** The argument goes, since MindSpore does the same without it. */
export function drop(...notes: readonly MappingMessage[]): Outcome {
  return { kind: 'drop', notes }
}

/** The call is not rewritten in place on account of this argument. */
export function refuse(code: BlockingCode, note: MappingMessage): Outcome {
  return { kind: 'refuse', code, note, everywhere: false }
}

/** The call is not rewritten at all on account of this argument. */
export function refuseEverywhere(code: BlockingCode, note: MappingMessage): Outcome {
  return { kind: 'refuse', code, note, everywhere: true }
}
