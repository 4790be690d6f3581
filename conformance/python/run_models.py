"""Evaluates rewritten calls with what torch recorded, and compares the layers: run_models.py JOBS OUT BOUND."""

from __future__ import annotations

import ast
import math
import sys
from collections.abc import Iterator

import mindspore as ms
import numpy as np
from jobs import Json, describe, read_lines, version_line, write_lines
from mindspore_layers import numbers, parameters

PARTS = 8


class _Values(ast.NodeTransformer):
    """Puts a recorded value where the text reads a name."""

    def __init__(self, values: Json) -> None:
        self.values = values

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.expr) and (text := ast.unparse(node)) in self.values:
            return ast.parse(repr(self.values[text]), mode="eval").body
        return self.generic_visit(node)


def layer_of(job: Json) -> ms.nn.Cell:
    expression = ast.parse(f"(\n{job['expression']}\n)", mode="eval")
    filled = ast.fix_missing_locations(_Values(job["values"]).visit(expression))
    return eval(compile(filled, job["id"], "eval"), {"ms": ms, "mindspore": ms, "math": math, "nn": ms.nn})  # noqa: S307


def compared(job: Json, bound: float) -> Json:
    """The largest difference by the scale of torch's output; over the bound, where it comes from too."""
    arrays = dict(np.load(job["arrays"]))
    layer = layer_of(job)
    held = parameters(layer)
    for key, parameter in held.items():
        parameter.set_data(ms.Tensor(arrays[key].reshape(parameter.shape)))
    if ("bias" in held) != job["bias"]:
        return {"error": {"text": "bias on one side only"}}
    y = numbers(layer(ms.Tensor(arrays["x"])))
    if y.shape != arrays["y"].shape:
        return {"error": {"text": f"shape {y.shape} instead of {arrays['y'].shape}"}}
    scale = np.abs(arrays["y"]).max()

    def apart(one: np.ndarray, other: np.ndarray) -> float:
        return float(np.abs(one - other).max() / scale)

    found: Json = {"difference": apart(y, arrays["y"])}
    if found["difference"] > bound:
        exact = arrays["exact"]
        found["rounding"] = {
            "torch": apart(arrays["y"], exact),
            "mindspore": apart(y, exact),
            "in_parts": apart(in_parts(layer, arrays), exact),
        }
    return found


def in_parts(layer: ms.nn.Cell, arrays: dict[str, np.ndarray]) -> np.ndarray:
    """The same layer on a part of its input's channels at a time, added up in float64.

    It is linear, and a zero adds no rounding: only the sums that float32 has to hold are shorter.
    """
    x = arrays["x"]
    parts = [np.where(np.arange(x.shape[1])[:, None] % PARTS == part, x, 0) for part in range(PARTS)]
    total = sum(numbers(layer(ms.Tensor(part.astype(np.float32)))).astype(np.float64) for part in parts)
    bias = arrays["bias"].astype(np.float64)[:, None] if "bias" in arrays else 0.0
    return total - (PARTS - 1) * bias


def rows(jobs: str, bound: float) -> Iterator[Json]:
    for job in read_lines(jobs):
        row: Json = {"id": job["id"], "error": None, "difference": None, "rounding": None}
        try:
            yield {**row, **compared(job, bound)}
        except Exception as problem:  # noqa: BLE001
            yield {**row, "error": describe(problem, "forward")}


if __name__ == "__main__":
    ms.set_context(mode=ms.PYNATIVE_MODE, device_target="CPU")
    write_lines(sys.argv[2], rows(sys.argv[1], float(sys.argv[3])))
    version_line(mindspore=ms.__version__)
