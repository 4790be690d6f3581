import fc from 'fast-check'

/** One way to import torch, and what the file then calls its things. */
export interface Spelling {
  readonly lines: readonly string[]
  readonly callee: string
  /** What stands before the other names of torch.nn; null where they are not at hand. */
  readonly nn: string | null
  readonly torch: string | null
}

const spelling = (lines: readonly string[], callee: string, nn: string | null, torch: string | null): Spelling => ({
  lines,
  callee,
  nn,
  torch,
})

const usual = [
  spelling(['import torch.nn as nn'], 'nn.ConvTranspose1d', 'nn.', null),
  spelling(['from torch import nn'], 'nn.ConvTranspose1d', 'nn.', null),
  spelling(['import torch', 'import torch.nn as nn'], 'nn.ConvTranspose1d', 'nn.', 'torch'),
  spelling(['import torch', 'from torch import nn'], 'nn.ConvTranspose1d', 'nn.', 'torch'),
]

const seldom = [
  spelling(['import torch'], 'torch.nn.ConvTranspose1d', 'torch.nn.', 'torch'),
  spelling(['import torch.nn'], 'torch.nn.ConvTranspose1d', 'torch.nn.', 'torch'),
  spelling(['from torch.nn import ConvTranspose1d'], 'ConvTranspose1d', null, null),
  spelling(['from torch.nn import Conv1d, ConvTranspose1d'], 'ConvTranspose1d', null, null),
  spelling(
    ['import torch', 'import torch.nn.functional as F', 'from torch import nn'],
    'nn.ConvTranspose1d',
    'nn.',
    'torch',
  ),
]

const rare = [
  spelling(['import torch as th'], 'th.nn.ConvTranspose1d', 'th.nn.', 'th'),
  spelling(['from torch import nn as tnn'], 'tnn.ConvTranspose1d', 'tnn.', null),
  spelling(['from torch.nn import Conv1d, ConvTranspose1d as Up'], 'Up', null, null),
  spelling(
    ['from torch.nn import (', '    Conv1d,  # down', '    ConvTranspose1d,', ')'],
    'ConvTranspose1d',
    null,
    null,
  ),
  spelling(['from torch.nn.modules.conv import ConvTranspose1d'], 'ConvTranspose1d', null, null),
  spelling(['import torch.nn.modules.conv as conv'], 'conv.ConvTranspose1d', null, null),
  spelling(['import torch.nn.modules.conv'], 'torch.nn.modules.conv.ConvTranspose1d', 'torch.nn.', 'torch'),
  spelling(['from torch.nn import modules'], 'modules.ConvTranspose1d', 'modules.', null),
  spelling(['from torch.nn import *'], 'ConvTranspose1d', '', null),
  spelling(['from torch.nn.modules.conv import *'], 'ConvTranspose1d', null, null),
  spelling(
    ['try:', '    import torch.nn as nn', 'except ImportError:', '    nn = None'],
    'nn.ConvTranspose1d',
    'nn.',
    null,
  ),
  spelling(
    [
      'try:',
      '    import torch',
      'except ModuleNotFoundError as error:',
      '    raise RuntimeError("no torch") from error',
    ],
    'torch.nn.ConvTranspose1d',
    'torch.nn.',
    'torch',
  ),
]

export const arbitrarySpelling: fc.Arbitrary<Spelling> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...usual) },
  { weight: 5, arbitrary: fc.constantFrom(...seldom) },
  { weight: 3, arbitrary: fc.constantFrom(...rare) },
)

/** What stands around torch's import. */
export interface Prelude {
  readonly top: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const docstring = '"""Upsampling, such as nn.ConvTranspose1d(1, 1, 3)."""'

const lines = (...choices: readonly (readonly string[])[]) => fc.constantFrom<readonly string[]>(...choices)

export const arbitraryPrelude: fc.Arbitrary<Prelude> = fc.record({
  top: lines(
    [],
    [],
    ['#!/usr/bin/env python3', '# -*- coding: utf-8 -*-'],
    ['# Copyright © 2023 名前', ''],
    [docstring, ''],
    ['from __future__ import annotations', ''],
    [docstring, 'from __future__ import annotations', ''],
  ),
  before: lines([], [], ['import os', 'import numpy as np', ''], ['import typing as tp']),
  after: lines(
    [],
    [],
    ['import mindspore as ms'],
    ['import mindspore', 'from mindspore import nn as msnn'],
    ['', 'LRELU_SLOPE = 0.1'],
    ['', 'logger = print; ms = 1000'],
  ),
})
