import { type Page, page } from './page.ts'
import { python } from './python.ts'

const wrapper = page({
  code: 'TSP303',
  title: "A wrapper of torch's around the layer",
  what: "The layer is given to weight_norm, spectral_norm or another wrapper of torch.nn.utils. The layer's call is a finding of its own and may be rewritten; the wrapper is left to you.",
  why: "MindSpore has no weight_norm, and torch's raises for a layer that is no torch module. For inference, remove the wrapper in torch first (remove_weight_norm) and save the weights that result; for training, write the parametrisation for MindSpore.",
  before: python(
    'from torch import nn',
    'from torch.nn.utils import weight_norm',
    '',
    'up = weight_norm(nn.ConvTranspose1d(64, 32, 4, 2, padding=1))',
  ),
  after: null,
  source:
    'MindSpore 2.7.0 and 2.10.0 have no such function. In 63 public repositories, 68 of 179 calls stand inside weight_norm.',
})

const outputSize = page({
  code: 'TSP304',
  title: 'The layer is called with output_size',
  what: 'A layer that a call of torch.nn.ConvTranspose1d made is itself called with output_size. Choose output_padding for the length at construction, or use the class that torchspore compat prints, which takes output_size.',
  why: "torch chooses output_padding from output_size at each call, so one layer gives several lengths. MindSpore's layer has no such parameter and raises TypeError.",
  before: python(
    'from torch import nn',
    '',
    '',
    'class Up(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    '        self.up = nn.ConvTranspose1d(64, 32, 4, stride=2, padding=1)',
    '',
    '    def forward(self, x, skip):',
    '        return self.up(x, output_size=skip.shape[-1:])',
  ),
  after: null,
  source: 'Measured: calling Conv1dTranspose with output_size raises TypeError on MindSpore 2.0.0, 2.7.0 and 2.10.0.',
})

const torchMethod = page({
  code: 'TSP309',
  title: "A method of torch's modules is called on the layer",
  what: "A method such as .to, .cuda, .half or .load_state_dict is called on the layer. In MindSpore the device is set for the whole program by mindspore.set_device, the type by the layer's dtype or by .to_float, and weights are loaded by mindspore.load_param_into_net.",
  why: "MindSpore's layer has no .cuda, .cpu, .half, .float, .double, .bfloat16 or .type, so these raise AttributeError. It has .to on 2.10.0, not on 2.7.0, and that takes MindSpore's types and devices ('cuda' raises ValueError). Its load_state_dict refuses torch's weight, which has a dimension less.",
  before: python('from torch import nn', '', 'up = nn.ConvTranspose1d(64, 32, 4, 2, padding=1)', "up.to('cuda')"),
  after: null,
  source: 'Measured on MindSpore 2.7.0 and 2.10.0 (CPU).',
})

export const layerPages: readonly Page[] = [wrapper, outputSize, torchMethod]
