import { certify } from '../../src/kernel/certify.ts'
import type { Counterexample } from '../../src/kernel/counterexample.ts'
import type { TorchCall } from '../../src/mapping/api.ts'
import type { CallView } from '../../src/mapping/rule.ts'
import { isBool } from '../../src/python/expression.ts'
import { torchLayer } from './torch_layer.ts'

/** The ports that people write, and that are wrong for this call: with output_padding, pad_mode='same', as the official page has it. */
export function rejected(
  original: TorchCall,
  view: CallView,
): readonly { rewrite: string; counterexample: Counterexample }[] {
  const layer = torchLayer(original.arguments, original.reader.read)
  const { bias, groups, output_padding, ...sizes } = layer
  const certificate = certify(layer, [
    {
      ...sizes,
      layer: 'mindspore.nn.Conv1dTranspose',
      pad_mode: 'same',
      padding: { kind: 'int', value: 0n },
      group: groups,
      has_bias: bias,
    },
  ])
  if (certificate.status !== 'refuted') return []
  return [{ rewrite: sameText(view), counterexample: certificate.counterexample }]
}

function sameText(view: CallView): string {
  const text = (name: string) => view.given(name)?.text
  const bias = view.given('bias')
  const has_bias = !bias ? 'True' : isBool(bias.value) ? bias.text : `bool(${bias.text})`
  const named = [
    ['stride', text('stride')],
    ['pad_mode', `${view.quote}same${view.quote}`],
    ['dilation', text('dilation')],
    ['group', text('groups')],
    ['has_bias', has_bias],
  ].flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
  const first = ['in_channels', 'out_channels', 'kernel_size'].map(text)
  return `mindspore.nn.Conv1dTranspose(${[...first, ...named].join(', ')})`
}
