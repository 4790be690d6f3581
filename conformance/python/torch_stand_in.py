"""What a rewritten file still asks of torch in MindSpore's process: names to import, containers that hold nothing back.

A ConvTranspose1d that was left as it is becomes a `Left`: it is noted, and never run.
"""

from __future__ import annotations

import sys
from types import ModuleType


class Module:
    def __init__(self, *parts: object, **named: object) -> None:
        self.parts = parts

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self


class Left(Module):
    """torch.nn.ConvTranspose1d."""

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0,
        groups=1, bias=True, dilation=1, padding_mode="zeros", device=None, dtype=None,
    ) -> None:  # fmt: skip
        for name, value in list(locals().items()):
            size = name in ("kernel_size", "stride", "padding", "output_padding", "dilation")
            setattr(self, name, (value,) if size and not isinstance(value, (tuple, list)) else value)


class _Names(ModuleType):
    """A module in which every name is there."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        value: object = type(name, (Module,), {}) if name[0].isupper() else _Dtype(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


class _Dtype(str):
    """torch.float16, or a function such as torch.tanh: has a name and can be called."""

    __slots__ = ()

    def __call__(self, *args: object, **kwargs: object) -> object:
        return args[0] if args else self


def install() -> None:
    names = ["torch", "torch.nn", "torch.nn.modules", "torch.nn.modules.conv", "torch.nn.utils"]
    names += ["torch.nn.utils.parametrizations", "torch.nn.functional", "torch.nn.init"]
    for name in names:
        module = _Names(name)
        module.__path__ = []  # type: ignore[attr-defined]
        sys.modules[name] = module
        parent, _, last = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], last, module)
    for name in ("torch.nn", "torch.nn.modules", "torch.nn.modules.conv"):
        sys.modules[name].ConvTranspose1d = Left  # type: ignore[attr-defined]
        sys.modules[name].Module = Module  # type: ignore[attr-defined]
        sys.modules[name].__all__ = ["ConvTranspose1d", "Module", "Sequential"]  # type: ignore[attr-defined]
    sys.modules["torch"].__version__ = "stand-in"  # type: ignore[attr-defined]
