from torch import nn


def upsample(c, s):
    # MindSpore has no output_padding: a composition of layers makes the same samples.
    return nn.Sequential(
        nn.ConvTranspose1d(c, c, 2 * s, s, padding=s // 2 + s % 2, output_padding=s % 2),
        nn.ConvTranspose1d(c, 1, 3, stride=2, padding=1, output_padding=1),
        nn.ConvTranspose1d(1, 1, 2, stride=4, output_padding=2),
    )
