"""Small integers, the same in every process: numpy's own generators may change their stream between versions."""

from __future__ import annotations

import math
import zlib

import numpy as np


def integers(name: str, shape: tuple[int, ...], top: int) -> np.ndarray:
    """A float32 array of integers from -top to top, decided by the name and the shape alone."""
    count = np.arange(math.prod(shape), dtype=np.uint64)
    state = count + np.uint64(zlib.crc32(f"{name} {shape}".encode()))
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
        state = (state ^ (state >> np.uint64(shift))) * np.uint64(factor)
    return (state % np.uint64(2 * top + 1)).astype(np.float32).reshape(shape) - np.float32(top)


def gradient(name: str, shape: tuple[int, ...], narrow: bool) -> np.ndarray:
    """What is propagated back from an output of this shape."""
    return integers(f"{name} gradient", shape, 1 if narrow else 3)


def operands(name: str, layer: dict, given: dict) -> dict[str, np.ndarray]:
    """Input, weight and bias of a layer: small enough that every sum is exact in the layer's type."""
    narrow = layer["dtype"] != "float32"
    top = 1 if narrow else 3
    frames = (layer["in_channels"], given["length"])
    x = integers(f"{name} x", frames if given.get("batch") is None else (given["batch"], *frames), top)
    if narrow:
        # 16-bit floats hold few integers: only two channels sound.
        x[..., 2:, :] = 0
    return {
        "x": x,
        "weight": integers(f"{name} weight", tuple(layer["weight"]), top),
        "bias": integers(f"{name} bias", (layer["out_channels"],), top),
    }
