from torch.nn import ConvTranspose1d

SIZES = {"kernel_size": 16, "stride": 8, "padding": 4}


def layer(c, *sizes, **more):
    return ConvTranspose1d(c, c // 2, *sizes, **more)


known = ConvTranspose1d(64, 32, **{"kernel_size": 16, "stride": 8, "padding": 4})
# With a module of the compat class (see Settings) these can be said, too.
table = ConvTranspose1d(64, 32, **SIZES)
