import torch.nn as nn


class Generator(nn.Module):
    """Upsamples a mel spectrogram to a waveform."""

    def __init__(self, h):
        super().__init__()
        self.ups = nn.ModuleList()
        for i, (u, k) in enumerate(zip(h.rates, h.kernels)):
            c = h.channels // 2**i
            self.ups.append(nn.ConvTranspose1d(c, c // 2, k, u, padding=(k - u) // 2))
        # A bias of False stays False; torch's default is True, MindSpore's is False.
        self.last = nn.ConvTranspose1d(c // 2, 1, kernel_size=7, padding=3, bias=False)

    def forward(self, x):
        for up in self.ups:
            x = up(x).relu()
        return self.last(x).tanh()
