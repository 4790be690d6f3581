import mindspore.nn as nn
import torch


class Decoder(nn.Cell):
    def __init__(self, c):
        super().__init__()
        self.one = nn.ConvTranspose1d(c, c, 4, 2, padding=1)
        self.two = nn.Conv1dTranspose(c, c, 4, stride=2, pad_mode="pad", padding=1, bias=True)
        self.three = torch.nn.ConvTranspose1d(c, 1, 4, 2, 1)
