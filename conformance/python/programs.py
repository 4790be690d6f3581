"""Runs Python as a fixture or a generated file has it, and yields the layers that it makes."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Callable, Iterator

from jobs import Json, describe

Recorded = list[tuple[Json, object]]


Attempt = tuple[Json | None, Recorded, object]


def attempts(job: Json, recorded: Recorded) -> Iterator[Attempt]:
    """For each call of a module, or each valuation of one expression: its error, the layers it made, a plain value."""
    for attempt in _module(job) if job["kind"] == "module" else _expression(job):
        recorded.clear()
        error, value = None, None
        try:
            value = attempt()
        except Exception as problem:  # noqa: BLE001 whatever the program raises is the answer
            error = describe(problem, "construction")
        yield error, list(recorded), value if isinstance(value, (bool, int, float, str)) else None


def _module(job: Json) -> Iterator[Callable[[], object]]:
    """The module itself, then each call in it."""
    for name in [name for name in sys.modules if name.split(".")[0] == job["module"].split(".")[0]]:
        del sys.modules[name]
    sys.path.insert(0, job["root"])
    namespace: Json = {}

    def load() -> None:
        namespace.update(vars(importlib.import_module(job["module"])))

    yield load
    for call in job["calls"]:
        yield lambda call=call: eval(call, namespace)  # noqa: S307
    sys.path.remove(job["root"])


def _expression(job: Json) -> Iterator[Callable[[], object]]:
    expression = compile(f"(\n{job['expression']}\n)", job["id"], "eval")
    for valuation in job["valuations"]:
        namespace: Json = {"__name__": "generated"}
        _surroundings(job["source"], namespace)
        exec("\n".join(valuation), namespace)  # noqa: S102
        yield lambda namespace=namespace: eval(expression, namespace)  # noqa: S307


def _surroundings(source: str, namespace: Json) -> None:
    """The module's imports and constants, in their order; of imports that are not to be had, the others."""
    for statement in ast.parse(source.lstrip("\ufeff")).body:
        if not _is_plain(statement):
            continue
        try:
            exec(compile(ast.Module([statement], []), "generated", "exec"), namespace)  # noqa: S102
        except ImportError:
            continue


def _is_plain(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Assign):
        return isinstance(statement.value, (ast.Constant, ast.Name))
    return isinstance(statement, (ast.Import, ast.ImportFrom, ast.Try))
