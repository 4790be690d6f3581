"""Computes MindSpore's goldens again: goldens_mindspore.py TORCH_GOLDENS CONV1D_GOLDENS CONV2D_GOLDENS OUT1D OUT2D."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import mindspore as ms
import numpy as np
from jobs import Json, read_lines, version_line
from mindspore_layers import parameters


def common(row: Json) -> Json:
    return {"group": row["groups"], "has_bias": row["bias"]}


def conv1d(row: Json, golden: Json) -> ms.nn.Cell:
    return ms.nn.Conv1dTranspose(
        row["in_channels"], row["out_channels"], row["kernel_size"], row["stride"],
        pad_mode=golden["pad_mode"], padding=golden["padding"], dilation=row["dilation"], **common(row),
    )  # fmt: skip


def lifted(row: Json, golden: Json) -> ms.nn.Cell:
    layer = ms.nn.Conv2dTranspose(
        row["in_channels"], row["out_channels"], (1, row["kernel_size"]), (1, row["stride"]), pad_mode="pad",
        padding=(0, 0, golden["left"], golden["right"]), dilation=(1, row["dilation"]), **common(row),
    )  # fmt: skip
    return ms.nn.SequentialCell(ms.nn.Unflatten(2, (1, -1)), layer, ms.nn.Flatten(2, 3))


def value(row: Json, layer: ms.nn.Cell) -> list:
    for name, parameter in parameters(layer).items():
        operand = row["weight"] if name == "weight" else row["bias_values"]
        parameter.set_data(ms.Tensor(np.array(operand, np.float32).reshape(parameter.shape)))
    y = layer(ms.Tensor(np.array(row["x"], np.float32))).asnumpy()
    if not np.array_equal(y, y.astype(np.int64)):
        raise ValueError(f"not integers: {row['id']}")
    return y.astype(np.int64).tolist()


def regenerate(rows: dict[int, Json], goldens: str, out: str, layer: Callable[[Json, Json], ms.nn.Cell]) -> None:
    with open(out, "w", encoding="utf-8") as file:
        for golden in read_lines(goldens):
            row = rows[golden["torch_id"]]
            again = {**golden, "y": value(row, layer(row, golden))}
            file.write(json.dumps(again, separators=(",", ":")) + "\n")


def main(torch_goldens: str, conv1d_goldens: str, conv2d_goldens: str, out1d: str, out2d: str) -> None:
    ms.set_context(mode=ms.PYNATIVE_MODE, device_target="CPU")
    rows = {row["id"]: row for row in read_lines(torch_goldens)}
    regenerate(rows, conv1d_goldens, out1d, conv1d)
    regenerate(rows, conv2d_goldens, out2d, lifted)
    version_line(mindspore=ms.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
