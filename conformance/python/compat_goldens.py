"""Runs the compat class over torch's goldens: compat_goldens.py FOLDER_OF_THE_MODULE TORCH_GOLDENS OUT."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import mindspore as ms
import numpy as np
from comparison import difference
from jobs import ARGUMENTS, Json, read_lines, version_line, write_lines
from mindspore_layers import MODES

# Compiling a graph takes a quarter of a second: of the rows, each one of so many.
GRAPH_EVERY = 16


def told(row: Json, compat: type[ms.nn.Cell]) -> tuple[str, str]:
    try:
        layer = compat(**{key: row[key] for key in ARGUMENTS})
        names = [parameter.name for parameter in layer.get_parameters()]
        layer.weight.set_data(ms.Tensor(np.expand_dims(np.array(row["weight"], np.float32), 2)))
        if row["bias"]:
            layer.bias.set_data(ms.Tensor(np.array(row["bias_values"], np.float32)))
        y = layer(ms.Tensor(np.array(row["x"], np.float32))).asnumpy()
    except Exception as error:  # noqa: BLE001
        return ("both raise" if "error" in row else "different"), f"{type(error).__name__}: {error}"[:200]
    if "error" in row:
        return "different", f"only torch raises: {row['error']}"
    wrong = difference("y", np.array(row["y"], np.float32), y)
    if names != (["weight", "bias"] if row["bias"] else ["weight"]):
        return "different", f"parameters {names}"
    return ("different", str(wrong)) if wrong else ("equal", "")


def rows(goldens: str, compat: type[ms.nn.Cell]) -> Iterator[Json]:
    for mode, every in (("PyNative", 1), ("graph", GRAPH_EVERY)):
        ms.set_context(mode=MODES[mode], device_target="CPU")
        for row in read_lines(goldens):
            if row["id"] % every == 0:
                verdict, words = told(row, compat)
                yield {"id": row["id"], "mode": mode, "verdict": verdict, "told": words}


def main(folder: str, goldens: str, out: str) -> None:
    sys.path.insert(0, folder)
    from mindspore_compat import ConvTranspose1d

    write_lines(out, rows(goldens, ConvTranspose1d))
    version_line(mindspore=ms.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
