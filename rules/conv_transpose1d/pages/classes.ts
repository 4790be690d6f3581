import { type Page, page } from './page.ts'
import { python } from './python.ts'

const notCalled = page({
  code: 'TSP301',
  title: 'torch.nn.ConvTranspose1d is used without being called',
  what: 'The class itself is passed on: asked about in isinstance or issubclass, put into a table, given as a default, named in an annotation. A class test is rewritten together with all calls of the file; any other use is reported, and has no fix.',
  why: "After a rewrite a layer is MindSpore's, so a test for torch's class is false and its branch is silently skipped: initial values that are not set, weights that are not counted. A class out of a table is called elsewhere, where its arguments are not known. The test names mindspore.nn.Conv1dTranspose, the parent, because a layer of MindSpore's is no instance of a subclass of its class.",
  before: python(
    'from torch import nn',
    '',
    'up = nn.ConvTranspose1d(64, 32, 4, 2, padding=1)',
    '',
    '',
    'def upsampling_layers(model):',
    '    return [m for m in model.modules() if isinstance(m, nn.ConvTranspose1d)]',
  ),
  after: python(
    'from torch import nn',
    'import mindspore as ms',
    '',
    "up = ms.nn.Conv1dTranspose(64, 32, 4, 2, pad_mode='pad', padding=1, has_bias=True)",
    '',
    '',
    'def upsampling_layers(model):',
    '    return [m for m in model.modules() if isinstance(m, ms.nn.Conv1dTranspose)]',
  ),
  source: "Python's isinstance; the classes as they are in torch 2.15.0 and MindSpore 2.0.0, 2.7.0 and 2.10.0.",
})

const subclass = page({
  code: 'TSP302',
  title: 'A subclass of torch.nn.ConvTranspose1d',
  what: "A class has torch.nn.ConvTranspose1d as a base, calls its constructor through super(), or calls one of its methods by way of the class. Reported at the base with the methods that the class overrides, and at the constructor's call; none of it is rewritten.",
  why: "The subclass inherits torch's constructor, forward and attributes, and its callers rely on torch's signature. MindSpore runs construct, not forward, so an overridden forward would never be called; its constructor has other names and defaults, and its attributes have other forms.",
  before: python(
    'from torch import nn',
    '',
    '',
    'class CausalUp(nn.ConvTranspose1d):',
    '    def __init__(self, width, stride):',
    '        super().__init__(width, width, 2 * stride, stride)',
    '',
    '    def forward(self, x):',
    '        return super().forward(x)[:, :, : -self.stride[0]]',
  ),
  after: null,
  source:
    'Measured on MindSpore 2.0.0, 2.7.0 and 2.10.0 (signature and attributes); mindspore.nn.Cell calls construct, by its documentation.',
})

const lazy = page({
  code: 'TSP307',
  title: 'torch.nn.LazyConvTranspose1d has no counterpart',
  what: 'torch.nn.LazyConvTranspose1d reads in_channels off its first input. Write the number down as torch.nn.ConvTranspose1d(in_channels, …); that call can be rewritten.',
  why: 'MindSpore has no lazy layer of this kind: its parameters are made when the layer is, so in_channels has to be known then.',
  before: python('from torch import nn', '', 'up = nn.LazyConvTranspose1d(32, kernel_size=4, stride=2, padding=1)'),
  after: null,
  source: 'Measured: mindspore.nn has no LazyConvTranspose1d on 2.7.0 and 2.10.0.',
})

const possible = page({
  code: 'TSP308',
  title: "A class that may be torch's",
  what: "What is called or named here comes from several places, or from one that is not known, and torch.nn.ConvTranspose1d is among them. The notes say which lines bind the name. What is certainly another library's class gets no finding.",
  why: "A rewrite is right only for torch's class. Another class of that name may have other arguments or other values, and both branches would be replaced by one layer.",
  before: python(
    'import os',
    '',
    "if os.environ.get('STREAMING'):",
    '    from cached_conv import ConvTranspose1d',
    'else:',
    '    from torch.nn import ConvTranspose1d',
    '',
    'up = ConvTranspose1d(64, 32, 4, stride=2)',
  ),
  after: null,
  source: "Counted in public repositories: beside 179 calls of torch's class, 106 look-alikes.",
})

export const classPages: readonly Page[] = [notCalled, subclass, lazy, possible]
