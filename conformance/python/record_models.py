"""Builds the models of one package under torch and records each ConvTranspose1d: record_models.py PACKAGE FOLDER."""

from __future__ import annotations

import ast
import builtins
import gc
import importlib.metadata
import math
import sys
import zlib
from functools import cache
from pathlib import Path
from types import FrameType

import numpy as np
import stubs
import torch
from jobs import Json, describe, version_line, write_lines
from model_builders import MODELS

LENGTH = 16
Layer = torch.nn.ConvTranspose1d
SETTINGS = ("stride", "padding", "output_padding", "dilation", "groups")
# Each layer, its settings as it was made, and what is told of its call.
calls: list[tuple[Layer, Json, Json]] = []
original = Layer.__init__


def noted(self: Layer, *args: object, **kwargs: object) -> None:
    original(self, *args, **kwargs)
    calls.append((self, settings(self), {"evaluated": call_text(args, kwargs), **place(sys._getframe(1))}))


def call_text(args: tuple[object, ...], kwargs: Json) -> str:
    texts = [repr(value) for value in args] + [f"{name}={value!r}" for name, value in kwargs.items()]
    return f"torch.nn.ConvTranspose1d({', '.join(texts)})"


def settings(layer: Layer) -> Json:
    return {name: getattr(layer, name) for name in SETTINGS}


def as_it_is(layer: Layer, made: Json, told: Json) -> Json:
    """The call; where the model set an attribute of the layer later, one that makes the layer as it is now."""
    if settings(layer) == made:
        return told
    sizes = (layer.in_channels, layer.out_channels, layer.kernel_size)
    return {"evaluated": call_text(sizes, {**settings(layer), "bias": layer.bias is not None}), "file": None}


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


def measured(layer: Layer, stem: str, name: str) -> Json:
    """Runs the layer on noise, and keeps what went in and out, and what comes out without rounding."""
    generator = torch.Generator().manual_seed(zlib.crc32(name.encode()))
    x = torch.randn((1, layer.in_channels, LENGTH), generator=generator)
    exact = type(layer) is Layer or "Parametrized" in type(layer).__name__
    y = layer(x) if exact else Layer.forward(layer, x)
    held = {"weight": layer.weight} | ({} if layer.bias is None else {"bias": layer.bias})
    wide = [held["weight"].double(), held["bias"].double() if "bias" in held else None]
    reference = torch.nn.functional.conv_transpose1d(x.double(), *wide, **settings(layer))
    arrays = {"x": x, "y": y, "exact": reference, **held}
    np.savez(f"{stem}.npz", **{key: value.detach().numpy() for key, value in arrays.items()})
    return {"arrays": f"{stem}.npz", "bias": layer.bias is not None}


def recorded(package: str, name: str, folder: str) -> Json:
    calls.clear()
    torch.manual_seed(0)
    try:
        model = MODELS[package][name]()
        with torch.no_grad():
            layers = [
                {**as_it_is(layer, made, told), **measured(layer, f"{folder}/{name}.{number}", f"{name} {number}")}
                for number, (layer, made, told) in enumerate(calls)
            ]
        del model
        error = None
    except Exception as problem:  # noqa: BLE001 a model that does not build is told with its error
        layers, error = [], describe(problem, "construction")
    calls.clear()
    gc.collect()
    version = importlib.metadata.version(package)
    return {"model": f"{package}.{name}", "package": package, "version": version, "error": error, "layers": layers}


if __name__ == "__main__":
    Layer.__init__ = noted  # type: ignore[method-assign]
    stubs.install()
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    write_lines(f"{sys.argv[2]}/records.jsonl", [recorded(sys.argv[1], name, sys.argv[2]) for name in MODELS[sys.argv[1]]])
    version_line(torch=torch.__version__)
