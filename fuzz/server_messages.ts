import fc from 'fast-check'
import { characters, statements } from './pieces.ts'
import { arbitraryProgram } from './programs.ts'

/** The document whose findings are compared. */
export const own = 'file:///r/own.py'

const uris = ['file:///r/net.py', 'file:///r/other.py', 'untitled:Untitled-1', 'file:///r/n%C3%A4t%20.py', 'x', '']
const uri = fc.constantFrom(...uris)
const number = fc.oneof(fc.nat(60), fc.constantFrom(-1, 0, 1e6, 2 ** 31 - 1))
const position = fc.record({ line: number, character: number })
const range = fc.record({ start: position, end: position })
const text = fc.oneof(arbitraryProgram, fc.constantFrom(...characters, ...statements))

const requests = [
  ...['textDocument/diagnostic', 'textDocument/codeAction', 'textDocument/hover', 'textDocument/inlayHint'],
  ...['textDocument/codeLens', 'codeAction/resolve', 'workspace/diagnostic', 'workspace/executeCommand'],
  'torchspore/none',
]

// Every member that some kind of message has; they are read by their kind.
export type Message = Readonly<Record<string, unknown>> & { readonly kind: string }

/** By how much the version grows; an editor's numbers should, but some repeat or go back. */
const step = fc.oneof(
  { weight: 9, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) },
)

/** A change of the document whose findings are compared. */
export const edit: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('edit'),
      range,
      text: fc.constantFrom(...characters, ...statements, ''),
      step,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace'), text, step }) },
)

/** What else an editor may send, and what none should. */
export const other: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('request'),
      method: fc.constantFrom(...requests),
      uri: fc.constantFrom(own, ...uris),
      range,
      cancel: fc.boolean(),
      wait: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open'), uri, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), uri }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stray'), uri, range, text: fc.constantFrom(...characters) }) },
)
