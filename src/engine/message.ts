import type { Counterexample } from '../kernel/counterexample.ts'
import type { KernelMessage } from '../kernel/message.ts'
import type { MappingMessage } from '../mapping/message.ts'
import type { Code } from './codes.ts'
import type { VerifyMessage } from './verify_message.ts'

/** What is said to a person, as data; src/messages has the words, one table a language. */
export type Message = KernelMessage | MappingMessage | EngineMessage | VerifyMessage

/** What the engine itself has to say. `callee` and `call` are text of the program, `line` counts from 1, in a notebook in its cell. */
export type EngineMessage =
  | { readonly id: 'call.plain' }
  | { readonly id: 'call.composed' }
  | { readonly id: 'call.compat'; readonly path: string }
  | { readonly id: 'compat.takes' }
  | { readonly id: 'call.blocked'; readonly parameter: string }
  | { readonly id: 'call.starred'; readonly argument: string }
  | { readonly id: 'call.uncertified' }
  | { readonly id: 'call.in-fstring' }
  | { readonly id: 'call.broken' }
  | { readonly id: 'attribute.other-form'; readonly name: string; readonly silent: boolean; readonly certain: boolean }
  | { readonly id: 'attribute.left-behind'; readonly name: string; readonly line: number; readonly cell?: number }
  | { readonly id: 'layer.wrapped'; readonly name: string }
  | { readonly id: 'layer.handed-on'; readonly name: string; readonly line: number; readonly cell?: number }
  | { readonly id: 'layer.inherited'; readonly name: string; readonly line: number; readonly cell?: number }
  | { readonly id: 'layer.output-size' }
  | { readonly id: 'layer.torch-method'; readonly name: string }
  | { readonly id: 'mindspore.no-class' }
  | { readonly id: 'mindspore.torch-keyword'; readonly keyword: string }
  | { readonly id: 'mindspore.other-window'; readonly mode: 'same' | 'valid'; readonly shift: string }
  | { readonly id: 'mindspore.leans' }
  | { readonly id: 'related.functional' }
  | { readonly id: 'related.lazy' }
  | { readonly id: 'subclass.base'; readonly name: string }
  | { readonly id: 'subclass.overrides'; readonly touches: readonly string[] }
  | { readonly id: 'subclass.constructor' }
  | { readonly id: 'subclass.unbound' }
  | { readonly id: 'subclass.compat'; readonly name: string; readonly path: string }
  | { readonly id: 'subclass.changes'; readonly methods: readonly string[]; readonly touches: readonly string[] }
  | { readonly id: 'reference.compat'; readonly path: string }
  | { readonly id: 'reference.handed-on'; readonly line: number; readonly cell?: number }
  | { readonly id: 'reference.class-test' }
  | { readonly id: 'reference.test-left-behind'; readonly line: number; readonly cell?: number }
  | { readonly id: 'reference.class-called'; readonly line: number; readonly cell?: number }
  | { readonly id: 'reference.name-test'; readonly line: number; readonly cell?: number }
  | { readonly id: 'reference.not-call' }
  | { readonly id: 'reference.possible'; readonly callee: string }
  | { readonly id: 'reference.binding'; readonly name: string; readonly line: number; readonly cell?: number }
  | { readonly id: 'fix.replace'; readonly call: string }
  /** The finding that shares the fix is not to be reported. */
  | { readonly id: 'fix.withheld'; readonly code: Code; readonly line: number }
  | { readonly id: 'file.syntax' }
  | { readonly id: 'file.too-large'; readonly bytes: number; readonly limit: number }
  | { readonly id: 'file.too-deep'; readonly depth: number; readonly limit: number }
  | { readonly id: 'file.not-utf8' }
  | { readonly id: 'file.binary' }
  | { readonly id: 'file.missing' }
  | { readonly id: 'file.unreadable'; readonly reason: string }
  | { readonly id: 'suppression.unused'; readonly codes: readonly string[] }
  | { readonly id: 'counterexample'; readonly counterexample: Counterexample }
