"""Builds the models of one package under torch and records each ConvTranspose1d: record_models.py PACKAGE FOLDER."""

from __future__ import annotations

import ast
import builtins
import gc
import importlib.metadata
import json
import math
import sys
from functools import cache
from pathlib import Path
from types import FrameType

import numpy as np
import torch
from jobs import Json, describe, write_lines
from model_builders import models

LENGTH = 16
Call = tuple[torch.nn.ConvTranspose1d, Json]
calls: list[Call] = []
original = torch.nn.ConvTranspose1d.__init__


def noted(self: torch.nn.ConvTranspose1d, *args: object, **kwargs: object) -> None:
    original(self, *args, **kwargs)
    evaluated = [repr(value) for value in args] + [f"{name}={value!r}" for name, value in kwargs.items()]
    calls.append((self, {"evaluated": f"torch.nn.ConvTranspose1d({', '.join(evaluated)})", **place(sys._getframe(1))}))


@cache
def tree(path: str) -> ast.Module:
    return ast.parse(Path(path).read_bytes())


def place(frame: FrameType) -> Json:
    """The call's file and place, and what it reads there."""
    path = frame.f_code.co_filename
    line, end_line, column, end_column = list(frame.f_code.co_positions())[frame.f_lasti // 2]
    if not Path(path).exists():
        return {"file": None}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and (node.lineno, node.col_offset) == (line, column):
            if (node.end_lineno, node.end_col_offset) == (end_line, end_column):
                return {"file": path, "at": [line, column], "end": [end_line, end_column], "values": values(node, frame)}
    return {"file": None}


def values(call: ast.Call, frame: FrameType) -> Json:
    """The values of the names, attributes, subscripts and calls that its arguments are made of."""
    found: Json = {}

    def visit(node: ast.AST) -> None:
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) or _is_foreign(node):
            value = eval(compile(ast.Expression(node), "atom", "eval"), frame.f_globals, frame.f_locals)  # noqa: S307
            if _is_plain(value):
                found[ast.unparse(node)] = value.item() if isinstance(value, np.generic) else value
            return
        for child in ast.iter_child_nodes(node):
            if not (isinstance(node, ast.Call) and child is node.func):
                visit(child)

    for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
        visit(argument.value if isinstance(argument, ast.Starred) else argument)
    return found


def _is_foreign(node: ast.AST) -> bool:
    """A call of what is neither a builtin nor math's."""
    if not isinstance(node, ast.Call):
        return False
    name = ast.unparse(node.func)
    return not hasattr(builtins, name) and not (name.startswith("math.") and hasattr(math, name[5:]))


def _is_plain(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_plain(each) for each in value)
    return value is None or isinstance(value, (bool, int, float, str, np.integer, np.bool_))


def measured(layer: torch.nn.ConvTranspose1d, stem: str) -> Json:
    """Runs the layer on noise, and keeps what went in and out."""
    generator = torch.Generator().manual_seed(len(stem))
    x = torch.randn((1, layer.in_channels, LENGTH), generator=generator)
    exact = type(layer) is torch.nn.ConvTranspose1d or "Parametrized" in type(layer).__name__
    y = layer(x) if exact else torch.nn.ConvTranspose1d.forward(layer, x)
    arrays = {"x": x, "y": y, "weight": layer.weight} | ({} if layer.bias is None else {"bias": layer.bias})
    np.savez(f"{stem}.npz", **{key: value.detach().float().numpy() for key, value in arrays.items()})
    weight_norm = "weight_norm" if hasattr(layer, "weight_g") or hasattr(layer, "parametrizations") else None
    return {"arrays": f"{stem}.npz", "bias": layer.bias is not None, "weight_norm": weight_norm}


def recorded(package: str, name: str, folder: str) -> Json:
    calls.clear()
    try:
        model = models_of_package[name]()
        with torch.no_grad():
            stems = [f"{folder}/{name}.{number}" for number in range(len(calls))]
            layers = [{**told, **measured(layer, stem)} for (layer, told), stem in zip(calls, stems, strict=True)]
        del model
        error = None
    except Exception as problem:  # noqa: BLE001 a model that does not build is told with its error
        layers, error = [], describe(problem, "construction")
    calls.clear()
    gc.collect()
    version = importlib.metadata.version(package)
    return {"model": f"{package}.{name}", "package": package, "version": version, "error": error, "layers": layers}


if __name__ == "__main__":
    torch.manual_seed(0)
    torch.nn.ConvTranspose1d.__init__ = noted  # type: ignore[method-assign]
    models_of_package = models(sys.argv[1])
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    write_lines(f"{sys.argv[2]}/records.jsonl", [recorded(sys.argv[1], name, sys.argv[2]) for name in models_of_package])
    print(json.dumps({"torch": torch.__version__}))
