"""Runs one MindSpore layer with the operands that torch's had."""

from __future__ import annotations

import mindspore as ms
import numpy as np
from integers import gradient, operands
from jobs import Json

DTYPES = {"float32": ms.float32, "float16": ms.float16, "bfloat16": ms.bfloat16}
MODES = {"PyNative": ms.PYNATIVE_MODE, "graph": ms.GRAPH_MODE}


def is_layer(cell: ms.nn.Cell) -> bool:
    """A rewritten call: Conv1dTranspose, what descends from it, or recipe E's sequence."""
    if isinstance(cell, ms.nn.SequentialCell):
        return any(isinstance(part, ms.nn.Conv2dTranspose) for part in cell)
    return isinstance(cell, ms.nn.Conv1dTranspose)


def parameters(cell: ms.nn.Cell) -> dict[str, ms.Parameter]:
    """The layer's weight and its bias, wherever in a sequence they are."""
    return {parameter.name.split(".")[-1]: parameter for parameter in cell.get_parameters()}


def tensor(values: np.ndarray, dtype: str) -> ms.Tensor:
    return ms.Tensor(values).astype(DTYPES[dtype])


def numbers(value: ms.Tensor) -> np.ndarray:
    return value.astype(ms.float32).asnumpy()


def outputs(cell: ms.nn.Cell, name: str, layer: Json, given: Json, shape: tuple[int, ...] | None) -> dict[str, np.ndarray]:
    """The output, and where torch's output has a shape, the gradients of input, weight and bias."""
    values = operands(name, layer, given)
    dtype = layer["dtype"]
    held = parameters(cell)
    for key, parameter in held.items():
        parameter.set_data(tensor(values[key].reshape(parameter.shape), dtype))
    x = tensor(values["x"], dtype)
    keywords = {key: tuple(value) for key, value in given.get("keywords", {}).items()}
    if shape is None:
        return {"y": numbers(cell(x, **keywords))}
    back = tensor(gradient(name, shape, dtype != "float32"), dtype)

    def forward(frames: ms.Tensor) -> tuple[ms.Tensor, ms.Tensor]:
        y = cell(frames, **keywords)
        return (y * back).sum(), y

    names = list(held)
    (_, y), (of_x, of_held) = ms.value_and_grad(forward, 0, [held[key] for key in names], has_aux=True)(x)
    found = {"y": y, "x": of_x, **dict(zip(names, of_held, strict=True))}
    return {key: numbers(value) for key, value in found.items()}
