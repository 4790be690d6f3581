import { labels as htmlLabels } from '../../src/messages/en/html.ts'
import { labels as pageLabels } from '../../src/messages/en/page.ts'
import { labels as playgroundLabels } from '../../src/messages/en/playground.ts'
import { labels as verifyLabels } from '../../src/messages/en/verify_report.ts'
import type { Said } from '../../src/messages/said.ts'

/** For each id, messages that differ in every choice of words: each its own value of each argument. */
export type Samples = { readonly [K in Said['id']]: readonly Extract<Said, { readonly id: K }>[] }

// Object.keys gives strings; a table of words has its labels for keys, and no others.
const keysOf = <Label extends string>(words: Readonly<Record<Label, string>>) => Object.keys(words) as Label[]

const tally = {
  total: 41,
  safe: 42,
  unsafe: 43,
  rest: [{ code: 'TSP206', name: 'starred-arguments', count: 44 }],
} as const
const twoKinds = { ...tally, rest: [...tally.rest, { code: 'TSP202', name: 'padding-mode', count: 45 }] } as const
const applicabilities = ['safe', 'unsafe'] as const
const place = { line: 31 }
const inCell = { line: 32, cell: 33 }
const problem = { kind: 'missing', parameters: ['first', 'second'] } as const
const counterexample = {
  values: { k: 'five' },
  L: 14,
  torch_shape: [11, 12, 13],
  mindspore_shape: [21, 22, 23],
  index: [0, 15, 16],
  torch: 17,
  mindspore: -18,
}

export const samples: Samples = {
  'call.plain': [{ id: 'call.plain' }],
  'call.composed': [{ id: 'call.composed' }],
  'call.compat': [{ id: 'call.compat', path: 'pkg.Path' }],
  'compat.takes': [{ id: 'compat.takes' }],
  'call.blocked': [{ id: 'call.blocked', parameter: 'device' }],
  'call.starred': [{ id: 'call.starred', argument: '*args' }],
  'call.uncertified': [{ id: 'call.uncertified' }],
  'call.in-fstring': [{ id: 'call.in-fstring' }],
  'call.broken': [{ id: 'call.broken' }],
  'attribute.other-form': ['stride', 'weight'].flatMap(name =>
    [true, false].map(certain => ({ id: 'attribute.other-form' as const, name, silent: name === 'stride', certain })),
  ),
  'attribute.left-behind': [place, inCell].map(each => ({ id: 'attribute.left-behind', name: 'stride', ...each })),
  'layer.wrapped': [{ id: 'layer.wrapped', name: 'spectral_norm' }],
  'layer.handed-on': [place, inCell].map(each => ({ id: 'layer.handed-on', name: 'utils.init', ...each })),
  'layer.inherited': [place, inCell].map(each => ({ id: 'layer.inherited', name: 'Base', ...each })),
  'layer.output-size': [{ id: 'layer.output-size' }],
  'layer.torch-method': [{ id: 'layer.torch-method', name: 'cuda' }],
  'mindspore.no-class': [{ id: 'mindspore.no-class' }],
  'mindspore.torch-keyword': [{ id: 'mindspore.torch-keyword', keyword: 'groups' }],
  'mindspore.other-window': [
    { id: 'mindspore.other-window', mode: 'same', shift: '(k - u)//2' },
    { id: 'mindspore.other-window', mode: 'valid', shift: '0' },
  ],
  'mindspore.leans': [{ id: 'mindspore.leans' }],
  'related.functional': [{ id: 'related.functional' }],
  'related.lazy': [{ id: 'related.lazy' }],
  'subclass.base': [{ id: 'subclass.base', name: 'Up' }],
  'subclass.overrides': [
    { id: 'subclass.overrides', touches: ['stride', 'weight'] },
    { id: 'subclass.overrides', touches: [] },
  ],
  'subclass.constructor': [{ id: 'subclass.constructor' }],
  'subclass.unbound': [{ id: 'subclass.unbound' }],
  'subclass.compat': [{ id: 'subclass.compat', name: 'Up', path: 'pkg.Path' }],
  'subclass.changes': [{ id: 'subclass.changes', methods: ['extra_repr', 'reset'], touches: ['stride', 'weight'] }],
  'reference.compat': [{ id: 'reference.compat', path: 'pkg.Path' }],
  'reference.handed-on': [place, inCell].map(each => ({ id: 'reference.handed-on', ...each })),
  'reference.class-test': [{ id: 'reference.class-test' }],
  'reference.test-left-behind': [place, inCell].map(each => ({ id: 'reference.test-left-behind', ...each })),
  'reference.class-called': [place, inCell].map(each => ({ id: 'reference.class-called', ...each })),
  'reference.name-test': [place, inCell].map(each => ({ id: 'reference.name-test', ...each })),
  'reference.not-call': [{ id: 'reference.not-call' }],
  'reference.possible': [{ id: 'reference.possible', callee: 'kinds[0]' }],
  'reference.binding': [place, inCell].map(each => ({ id: 'reference.binding', name: 'Layer', ...each })),
  'fix.replace': [{ id: 'fix.replace', call: 'up(1)' }],
  'fix.withheld': [{ id: 'fix.withheld', code: 'TSP301', line: 31 }],
  'file.syntax': [{ id: 'file.syntax' }],
  'file.too-large': [{ id: 'file.too-large', bytes: 5001, limit: 4001 }],
  'file.too-deep': [{ id: 'file.too-deep', depth: 5002, limit: 4002 }],
  'file.not-utf8': [{ id: 'file.not-utf8' }],
  'file.binary': [{ id: 'file.binary' }],
  'file.missing': [{ id: 'file.missing' }],
  'file.unreadable': [{ id: 'file.unreadable', reason: 'EACCES' }],
  'suppression.unused': [
    { id: 'suppression.unused', codes: ['TSP1', 'TSP2'] },
    { id: 'suppression.unused', codes: [] },
  ],
  counterexample: [
    { id: 'counterexample', counterexample },
    {
      id: 'counterexample',
      counterexample: {
        ...counterexample,
        mindspore_shape: [],
        index: null,
        torch: null,
        mindspore: null,
        mindspore_raises: 'ValueError',
      },
    },
  ],
  'proof.equal': [
    { id: 'proof.equal', first: 'p', length: 'L·u', conditions: ['p >= 0', 'u > 0'] },
    { id: 'proof.equal', first: 'p', length: 'L·u', conditions: [] },
  ],
  'proof.tested': [{ id: 'proof.tested', samples: 51 }],
  'proof.refuted': [{ id: 'proof.refuted' }],
  'proof.unknown': (
    ['no-samples', 'call-result', 'calls-changed', 'other-dtype', 'not-read', 'other-arguments'] as const
  ).map(reason => ({ id: 'proof.unknown', reason })),
  'assume.int': [{ id: 'assume.int', name: 'conv.padding' }],
  'proof.compat': [{ id: 'proof.compat', path: 'pkg.Path' }],
  'proof.same-layer': [{ id: 'proof.same-layer' }],
  'proof.translated': [{ id: 'proof.translated' }],
  'assume.compat': [{ id: 'assume.compat', path: 'pkg.Path' }],
  'argument.unwrapped': [{ id: 'argument.unwrapped', value: '(4,)' }],
  'argument.twice': [{ id: 'argument.twice', value: 'f()' }],
  'argument.table': [{ id: 'argument.table', value: 'KERNEL' }],
  'argument.not-scalar': [{ id: 'argument.not-scalar', value: '[1, 2]' }],
  'bias.default': [{ id: 'bias.default' }],
  'bias.renamed': [{ id: 'bias.renamed' }],
  'bias.wrapped': [{ id: 'bias.wrapped', value: 'use_bias' }],
  'device.dropped': [{ id: 'device.dropped' }],
  'device.blocks': [{ id: 'device.blocks', value: 'next_device()' }],
  'dtype.none': [{ id: 'dtype.none' }],
  'dtype.mapped': [{ id: 'dtype.mapped', from: 'torch.float16', to: 'ms.float16' }],
  'dtype.blocks': [{ id: 'dtype.blocks', value: 'torch.float64' }],
  'dtype.too-old': [{ id: 'dtype.too-old', version: '2.0.0' }],
  'groups.renamed': [{ id: 'groups.renamed' }],
  'groups.ascend': [{ id: 'groups.ascend' }],
  'lifted.frames': [
    { id: 'lifted.frames', count: '(p + u) // u', crop: 'p - o + u' },
    { id: 'lifted.frames', count: '0', crop: 'p - o' },
  ],
  'lifted.unsafe': [{ id: 'lifted.unsafe' }],
  'output-padding.zero': [{ id: 'output-padding.zero' }],
  'padding.kept': [{ id: 'padding.kept' }],
  'padding.absent': [{ id: 'padding.absent' }],
  'padding-mode.zeros': [{ id: 'padding-mode.zeros' }],
  'padding-mode.blocks': [{ id: 'padding-mode.blocks', value: 'mode' }],
  'same.exact': [{ id: 'same.exact' }],
  'torch.raises': [
    { id: 'torch.raises', problem },
    { id: 'torch.raises', problem: { kind: 'duplicate', parameter: 'bias' } },
    { id: 'torch.raises', problem: { kind: 'unexpected', keyword: 'pad_mode' } },
    { id: 'torch.raises', problem: { kind: 'too-many', given: 14, most: 12 } },
    { id: 'torch.raises', problem: { kind: 'behind-keyword' } },
    ...(
      ['at-least-1', 'at-least-0', 'an-int', 'only-zeros', 'divides-channels', 'below-stride-or-dilation'] as const
    ).map(rule => ({
      id: 'torch.raises' as const,
      problem: { kind: 'value' as const, parameter: 'sizes', value: '-7', rule },
    })),
  ],
  'report.fix': applicabilities.map(applicability => ({ id: 'report.fix', applicability })),
  'report.assumes': [{ id: 'report.assumes' }],
  'report.refuted': [{ id: 'report.refuted' }],
  'ask.fix': applicabilities.map(applicability => ({ id: 'ask.fix', applicability, count: 61 })),
  'ask.apply': [{ id: 'ask.apply' }],
  'ask.leave': [{ id: 'ask.leave' }],
  'ask.all': [{ id: 'ask.all' }],
  'ask.quit': [{ id: 'ask.quit' }],
  'summary.none': [{ id: 'summary.none' }],
  'summary.found': [
    { id: 'summary.found', tally: twoKinds, offer: { flags: '--fix', count: 46 } },
    { id: 'summary.found', tally: twoKinds, offer: null },
  ],
  'summary.fixed': [{ id: 'summary.fixed', fixed: 47, left: twoKinds }],
  'summary.would-fix': [{ id: 'summary.would-fix', fixed: 47, left: twoKinds }],
  'verify.empty': [{ id: 'verify.empty' }],
  'verify.syntax': [{ id: 'verify.syntax', text: 'a b' }],
  'verify.several': [{ id: 'verify.several', count: 71 }],
  'verify.not-a-call': [{ id: 'verify.not-a-call', text: 'a + b' }],
  'verify.other-callee': [{ id: 'verify.other-callee', callee: 'nn.Conv1d', expected: 'ConvTranspose1d' }],
  'verify.port-refused': [{ id: 'verify.port-refused', callee: 'nn.Conv1dTranspose', problem }],
  'verify.label': keysOf(verifyLabels).map(label => ({ id: 'verify.label', label })),
  'verify.layer': (['torch', 'pad', 'same', 'valid', 'composed', 'port'] as const).map(layer => ({
    id: 'verify.layer',
    layer,
  })),
  'verify.default': [{ id: 'verify.default', value: '1' }],
  'verify.unknown-argument': [{ id: 'verify.unknown-argument' }],
  'verify.windows': [{ id: 'verify.windows', names: ['k = 4', 'u = 2'], scale: 10 }],
  'verify.window': [true, false, null].map(same => ({ id: 'verify.window', first: 2, length: 81, same })),
  'verify.picture-of': [{ id: 'verify.picture-of', call: 'up(1)' }],
  'page.label': keysOf(pageLabels).map(label => ({ id: 'page.label', label })),
  'page.index': [{ id: 'page.index' }],
  'page.generated': [{ id: 'page.generated' }],
  'server.ignore': [{ id: 'server.ignore', code: 'TSP101' }],
  'server.fix-all': [{ id: 'server.fix-all' }],
  'server.fixes': applicabilities.map(applicability => ({ id: 'server.fixes', applicability })),
  'server.fixes-explained': applicabilities.map(applicability => ({ id: 'server.fixes-explained', applicability })),
  'server.wrong-settings': (['last', 'defaults'] as const).map(used => ({
    id: 'server.wrong-settings',
    problem: 'select: no',
    used,
  })),
  'server.stopped': [{ id: 'server.stopped', seconds: 91 }],
  'server.failed': [{ id: 'server.failed', reason: 'EPIPE' }],
  'server.fixing': [{ id: 'server.fixing', done: 92, files: 93 }],
  'server.fix-workspace': [{ id: 'server.fix-workspace' }],
  'server.not-here': [{ id: 'server.not-here', uri: 'file:///a.py' }],
  'html.label': keysOf(htmlLabels).map(label => ({ id: 'html.label', label })),
  'playground.label': keysOf(playgroundLabels).map(label => ({ id: 'playground.label', label })),
  'playground.place': [{ id: 'playground.place', line: 31, column: 32 }],
  'playground.too-long': [{ id: 'playground.too-long', length: 5003, most: 4003 }],
  'playground.fix-of': applicabilities.map(applicability => ({
    id: 'playground.fix-of',
    applicability,
    title: 'a_title',
  })),
  'playground.raises': [{ id: 'playground.raises', problem: 'stride: 0' }],
}
