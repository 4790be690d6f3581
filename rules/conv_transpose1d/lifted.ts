import { printQuoted } from '../../src/mapping/quote.ts'
import type { Recipe } from '../../src/mapping/recipe.ts'
import { type CallView, drop, type Given, type NewValue, type Outcome, same, wrapped } from '../../src/mapping/rule.ts'
import type { Frames } from './frames.ts'
import { scalarNode } from './frames.ts'

/**
 * Recipe E: the input gets a height of 1, so that Conv2dTranspose can crop unlike amounts at both ends, which
 * Conv1dTranspose cannot; frames of zeros at the end make room for what output_padding adds.
 */
export function lifted(outcomes: ReadonlyMap<string, Outcome>, view: CallView, { count, crop }: Frames): Recipe {
  const pad = count === '0' ? '' : `{nn}.ConstantPad1d((0, ${count}), 0.0), `
  const lift: readonly (readonly [string, Outcome])[] = [
    ...['kernel_size', 'stride', 'dilation'].map(name => [name, pair(name, view)] as const),
    ['padding', paddingOutcome(view, crop)],
    ['output_padding', drop()],
  ]
  return {
    code: 'TSP102',
    callee: `{nn}.SequentialCell(${pad}{nn}.Unflatten(2, (1, -1)), {nn}.Conv2dTranspose`,
    after: ', {nn}.Flatten(2, 3))',
    outcomes: new Map([...outcomes, ...lift]),
    unsafe: { id: 'lifted.unsafe' },
    note: { subject: 'output_padding', message: { id: 'lifted.frames', count, crop } },
  }
}

/** A size of one dimension as the second of two. */
function pair(name: string, view: CallView): Outcome {
  const given = view.given(name)
  if (!given) return { kind: 'absent' }
  return { kind: 'pass', keyword: name, value: around(given, '(1, ', ')'), before: [], notes: [] }
}

function around({ argument }: Given, before: string, after: string): NewValue {
  const node = scalarNode(argument.value)
  return wrapped(before, after, node === argument.value ? null : node)
}

function paddingOutcome(view: CallView, crop: string): Outcome {
  const given = view.given('padding')
  const pad_mode = `pad_mode=${printQuoted('pad', view.quote)}`
  if (!given) return { kind: 'add', arguments: [pad_mode, `padding=(0, 0, 0, ${crop})`], notes: [] }
  return {
    kind: 'pass',
    keyword: 'padding',
    value: around(given, '(0, 0, ', `, ${crop})`),
    before: [pad_mode],
    notes: [],
  }
}

/** Where `output_padding = stride - dilation·(kernel_size - 1) - 1` and padding is 0: pad_mode='same' gives just torch's window. */
export function sameMode(outcomes: ReadonlyMap<string, Outcome>, view: CallView): Recipe {
  const pad_mode = `pad_mode=${printQuoted('same', view.quote)}`
  const added: Outcome = { kind: 'add', arguments: [pad_mode], notes: [] }
  const padding = view.given('padding')
  const zero: Outcome = { kind: 'pass', keyword: 'padding', value: same, before: [pad_mode], notes: [] }
  return {
    code: 'TSP102',
    callee: '{nn}.Conv1dTranspose',
    after: '',
    outcomes: new Map([...outcomes, ['padding', padding ? zero : added], ['output_padding', drop()]]),
    unsafe: null,
    note: { subject: 'output_padding', message: { id: 'same.exact' } },
  }
}
