/**
 * The compat module that `torchspore compat` prints: a subclass of MindSpore's layer that is called as torch's is.
 * Python has to read as Python here, so its own backticks are apostrophes.
 */
export const compatModule = `"""torch.nn.ConvTranspose1d for MindSpore, printed by 'torchspore compat': the same arguments, values and errors.

Checkpoints name its parameters 'weight', of shape (in_channels, out_channels // groups, 1, kernel_size), and 'bias'.
'device' is read by nobody: MindSpore's context decides. What torch refuses in forward is refused here at the latest.
"""

import operator

import mindspore as ms


def _single(value):
    """The int in what torch takes for one: an int, or a sequence of one."""
    values = tuple(value) if hasattr(value, '__iter__') and not isinstance(value, str) else (value,)
    if len(values) != 1:
        raise RuntimeError(f'expected one int, but got {value}')
    if isinstance(values[0], bool):
        raise TypeError(f'expected an int, but got {value}')
    return int(operator.index(values[0]))


class ConvTranspose1d(ms.nn.Conv1dTranspose):
    """A transposed convolution over (N, C, L) or (C, L), with any output_padding or output_size that torch takes."""

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1,
                 bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None):
        if hasattr(type(self), 'forward'):
            raise TypeError(f'MindSpore calls construct, and never {type(self).__name__}.forward')
        if padding_mode != 'zeros':
            raise ValueError(f'Only "zeros" padding mode is supported for {type(self).__name__}')
        in_channels, out_channels, groups = (int(operator.index(n)) for n in (in_channels, out_channels, groups))
        if groups <= 0:
            raise ValueError('groups must be a positive integer')
        if in_channels % groups != 0 or out_channels % groups != 0:
            raise ValueError('in_channels and out_channels must be divisible by groups')
        sizes = (kernel_size, stride, dilation, padding, output_padding)
        kernel_size, stride, dilation, padding, output_padding = (_single(size) for size in sizes)
        if min(in_channels, out_channels, kernel_size, stride, dilation) < 1:
            raise RuntimeError('channels, kernel_size, stride and dilation must be positive')
        if min(padding, output_padding) < 0:
            raise RuntimeError('negative padding and output_padding are not supported')
        # A dtype of torch's is known by its name; without one, MindSpore 2.0 works too, which has no such parameter.
        types = {} if dtype is None else {'dtype': getattr(ms, str(dtype).rsplit('.', 1)[-1].lower())}
        super().__init__(in_channels, out_channels, kernel_size, stride, pad_mode='pad', padding=padding,
                         dilation=dilation, group=groups, has_bias=bool(bias), **types)
        self.groups = groups
        self.output_padding = (output_padding,)

    def construct(self, input, output_size=None):
        if input.ndim not in (2, 3):
            raise RuntimeError('Expected 2D (unbatched) or 3D (batched) input to conv_transpose1d')
        x = input if input.ndim == 3 else input.expand_dims(0)
        if x.shape[1] != self.in_channels or x.shape[2] < 1:
            raise RuntimeError('expected input to have in_channels channels, and frames')
        stride, dilation = self.stride[1], self.dilation[1]
        least = (x.shape[2] - 1) * stride - 2 * self.padding[3] + dilation * (self.kernel_size[1] - 1) + 1
        length = least + self.output_padding[0]
        if output_size is None:
            if self.output_padding[0] >= max(stride, dilation):
                raise RuntimeError('output padding must be smaller than either stride or dilation')
        else:
            if len(output_size) not in (1, input.ndim):
                raise ValueError('output_size must have one element, or one for each dimension of the input')
            length = output_size[-1]
            if length < least or length > least + stride - 1:
                raise ValueError('requested an output size that no output_padding gives')
        # As on torch's CPU, where layers with groups may give an empty output.
        if length < (1 if self.groups == 1 else 0):
            raise RuntimeError('Calculated output size is too small')
        # Frames of zeros at the end make room for what output_padding adds; what is too much of them is cut off.
        frames = (length - least + stride - 1) // stride
        if frames > 0:
            x = ms.ops.cat((x, ms.ops.zeros((x.shape[0], x.shape[1], frames), x.dtype)), 2)
        # Graph mode takes super() for the parent of the object's own class, which a subclass would call again and again.
        y = super(ConvTranspose1d, self).construct(x)
        if frames > 0:
            y = y[:, :, :length]
        return y if input.ndim == 3 else y.squeeze(0)
`
