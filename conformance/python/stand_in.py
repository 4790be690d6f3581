"""What a file still asks of the other framework, which this process has not: names to import, containers that hold.

A layer of the other framework becomes a `Left`: it is noted, so that layers can be paired in order, and never run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType


class Module:
    def __init__(self, *parts: object, **named: object) -> None:
        # A generator's items are made, as a real container would.
        self.parts = [list(part) if isinstance(part, Iterator) else part for part in parts]

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self

    def __getitem__(self, index: int) -> object:
        return self.parts[index]


class Left(Module):
    """A layer that stays what it is, with torch's names for its first arguments, which are both frameworks'."""

    def __init__(self, in_channels: int, out_channels: int, *sizes: object, **named: object) -> None:
        self.in_channels, self.out_channels = in_channels, out_channels


class _Names(ModuleType):
    """A module in which every name is there: a class, or a dtype that is also a function."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        value: object = type(name, (Module,), {}) if name[0].isupper() else _Name(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


class _Name(str):
    __slots__ = ()

    def __call__(self, *args: object, **kwargs: object) -> object:
        return args[0] if args else self


def _install(names: list[str], layer: str) -> None:
    for name in names:
        module = _Names(name)
        module.__path__ = []  # type: ignore[attr-defined]
        module.__version__ = "stand-in"  # type: ignore[attr-defined]
        module.Module = Module  # type: ignore[attr-defined]
        setattr(module, layer, Left)
        module.__all__ = [layer, "Module", "Sequential"]  # type: ignore[attr-defined]
        sys.modules[name] = module
        parent, _, last = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], last, module)


def install_torch() -> None:
    inner = ["modules", "modules.conv", "utils", "utils.parametrizations", "functional", "init"]
    _install(["torch", "torch.nn", *(f"torch.nn.{name}" for name in inner)], "ConvTranspose1d")


def install_mindspore() -> None:
    _install(["mindspore", "mindspore.nn"], "Conv1dTranspose")
