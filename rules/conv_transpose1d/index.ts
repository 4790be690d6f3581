import type { Api } from '../../src/mapping/api.ts'
import { attributes } from './attributes.ts'
import { bias } from './bias.ts'
import { certifyCall } from './certify_call.ts'
import { compose } from './compose.ts'
import { device } from './device.ts'
import { dilation } from './dilation.ts'
import { dtype } from './dtype.ts'
import { groups } from './groups.ts'
import { in_channels } from './in_channels.ts'
import { kernel_size } from './kernel_size.ts'
import { out_channels } from './out_channels.ts'
import { output_padding } from './output_padding.ts'
import { padding } from './padding.ts'
import { padding_mode } from './padding_mode.ts'
import { port } from './port.ts'
import { rejected } from './rejected.ts'
import { related } from './related.ts'
import { torchConvTranspose1d, torchPaths } from './signatures.ts'
import { stride } from './stride.ts'
import { torchLayer } from './torch_layer.ts'
import { torchRaises } from './torch_raises.ts'

/** torch.nn.ConvTranspose1d and mindspore.nn.Conv1dTranspose. */
export const conv_transpose1d: Api = {
  signature: torchConvTranspose1d,
  paths: torchPaths,
  name: 'ConvTranspose1d',
  counterpart: 'Conv1dTranspose',
  compatClass: 'ConvTranspose1d',
  rules: [
    ...[in_channels, out_channels, kernel_size, stride, padding, output_padding],
    ...[groups, bias, dilation, padding_mode, device, dtype],
  ],
  attributes,
  related,
  positions: 4,
  raises: torchRaises,
  compose,
  rejected,
  certify: certifyCall,
  torchLayer: ({ arguments: bound, reader }) => torchLayer(bound, reader.read),
  port,
}
