"""Evaluates rewritten calls with what torch recorded, and compares the layers: run_models.py JOBS OUT."""

from __future__ import annotations

import ast
import math
import sys
from collections.abc import Iterator

import mindspore as ms
import numpy as np
from jobs import Json, describe, read_lines, version_line, write_lines
from mindspore_layers import numbers, parameters


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


def compared(job: Json) -> Json:
    """The largest difference, by the scale of torch's output."""
    arrays = np.load(job["arrays"])
    layer = layer_of(job)
    held = parameters(layer)
    for key, parameter in held.items():
        parameter.set_data(ms.Tensor(arrays[key].reshape(parameter.shape)))
    if ("bias" in held) != job["bias"]:
        return {"error": {"text": "bias on one side only"}}
    y = numbers(layer(ms.Tensor(arrays["x"])))
    if y.shape != arrays["y"].shape:
        return {"error": {"text": f"shape {y.shape} instead of {arrays['y'].shape}"}}
    return {"difference": float(np.abs(y - arrays["y"]).max() / np.abs(arrays["y"]).max())}


def rows(jobs: str) -> Iterator[Json]:
    for job in read_lines(jobs):
        try:
            yield {"id": job["id"], "error": None, "difference": None, **compared(job)}
        except Exception as problem:  # noqa: BLE001
            yield {"id": job["id"], "difference": None, "error": describe(problem, "forward")}


if __name__ == "__main__":
    ms.set_context(mode=ms.PYNATIVE_MODE, device_target="CPU")
    write_lines(sys.argv[2], rows(sys.argv[1]))
    version_line(mindspore=ms.__version__)
