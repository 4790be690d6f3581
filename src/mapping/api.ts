import type { Certificate } from '../kernel/certificate.ts'
import type { Counterexample } from '../kernel/counterexample.ts'
import type { TorchLayer } from '../kernel/window.ts'
import type { Expression } from '../python/expression.ts'
import type { Node } from '../python/node.ts'
import type { Argument } from './bind.ts'
import type { RaisingProblem } from './message.ts'
import type { Port } from './port.ts'
import type { Composed } from './recipe.ts'
import type { CallView, Given, Outcome, ParameterRule } from './rule.ts'
import type { Signature } from './signature.ts'

/** How the parts of a call are read at their place in a file. */
export interface CallReader {
  /** The dotted path that a name or attribute certainly has; null otherwise. */
  path(node: Node): string | null
  text(node: Node): string
  read(node: Node): Expression
}

/** A rewrite that was tried and is wrong. */
export interface Rejected {
  readonly rewrite: string
  readonly counterexample: Counterexample
}

/** A call of torch's that could be bound, with the reader for its file. */
export interface TorchCall {
  readonly arguments: ReadonlyMap<string, Argument>
  readonly reader: CallReader
}

/** What becomes of an attribute of torch's layer. */
export interface AttributeRule {
  /** Where MindSpore has what torch has at `[0]`. */
  readonly first: number | null
  readonly renamed: string | null
  /** Whether code that goes on reading it gets something else without an exception. */
  readonly silent: 'always' | 'where-shape-matters' | 'never'
}

/** Something of torch's: the dotted names that lead to it, and their last part, by which a reference is noticed. */
export interface Named {
  readonly name: string
  readonly paths: ReadonlySet<string>
}

/** Something else of torch's by a name of its own, that is reported and not rewritten. */
export interface Related extends Named {
  readonly code: 'TSP306' | 'TSP307'
}

/** One pair of callables, torch's and MindSpore's: all that the engine needs to know of it. */
export interface Api extends Named {
  readonly signature: Signature
  /** Its counterpart in mindspore.nn. */
  readonly counterpart: string
  /** The class of the compat module: a subclass of the counterpart that takes this callable's own arguments. */
  readonly compatClass: string
  readonly rules: readonly ParameterRule[]
  /** The attributes that are of another form. */
  readonly attributes: ReadonlyMap<string, AttributeRule>
  readonly related: readonly Related[]
  /** How many parameters at the front have the same place in both signatures. */
  readonly positions: number
  /** Why torch raises whatever the names are; null where it may not. */
  raises(given: (parameter: string) => Given | null): RaisingProblem | null
  /** How to write a call of which some parameter's outcome is `compose`. */
  compose(original: TorchCall, outcomes: ReadonlyMap<string, Outcome>, view: CallView): Composed
  /** Rewrites of such a call that come to mind and are wrong. */
  rejected(original: TorchCall, view: CallView): readonly Rejected[]
  /** Says of a rewritten call, read at its new place, whether it equals torch's. */
  certify(original: TorchCall, rewritten: Node, reader: CallReader): Certificate
  /** The layer that a call makes in torch. */
  torchLayer(original: TorchCall): TorchLayer
  /** What a call of MindSpore's, ours or another's, makes. */
  port(call: Node, reader: CallReader): Port
}
