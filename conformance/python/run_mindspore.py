"""Runs the rewrites under MindSpore and holds them to torch: run_mindspore.py JOBS TORCH_RESULTS ARRAYS RESULTS MODE..."""

from __future__ import annotations

import sys

import mindspore as ms
import numpy as np
import torch_stand_in
from comparison import difference
from jobs import Json, describe, read_lines, version_line, write_lines
from mindspore_layers import MODES, is_layer, outputs
from programs import Recorded, attempts
from recorder import record


def verdict(cell: ms.nn.Cell, layer: Json, run: Json, arrays: np.lib.npyio.NpzFile) -> Json:
    """What one run of one layer came to."""
    name = run["name"]
    gradients = f"{name}/x" in arrays.files
    try:
        found = outputs(cell, name, layer, run["input"], gradients)
    except Exception as problem:  # noqa: BLE001
        error = describe(problem, "forward")
        kind = "both raise" if run["error"] else "only mindspore raises"
        return {"verdict": kind, "torch": run["error"], "mindspore": error}
    if run["error"]:
        shape = list(found["y"].shape)
        return {"verdict": "only torch raises", "torch": run["error"], "mindspore": {"shape": shape}}
    expected = {key: arrays[f"{name}/{key}"] for key in found if f"{name}/{key}" in arrays.files}
    wrong = [
        difference(key, expected[key].reshape(found[key].shape) if key == "weight" else expected[key], found[key])
        for key in expected
    ]
    wrong += [{"of": key, "missing": True} for key in found.keys() ^ expected.keys()]
    if layer["bias"] != ("bias" in {name.split(".")[-1] for name in cell.parameters_dict()}):
        wrong.append({"of": "bias", "missing": True})
    wrong = [each for each in wrong if each]
    return {"verdict": "different" if wrong else "equal", "wrong": wrong}


def layer_verdicts(cell: ms.nn.Cell, expected: Json, arrays: np.lib.npyio.NpzFile, modes: list[str]) -> list[Json]:
    rows = []
    for mode in modes:
        ms.set_context(mode=MODES[mode])
        rows += [
            {"mode": mode, "name": run["name"], **verdict(cell, expected["layer"], run, arrays)}
            for run in expected["runs"]
        ]
    ms.set_context(mode=ms.PYNATIVE_MODE)
    return rows


def attempt_result(
    error: Json | None, layers: Recorded, expected: Json, arrays: np.lib.npyio.NpzFile, modes: list[str]
) -> Json:
    """The layers that both made, paired in the order in which they were made."""
    left = sum(isinstance(layer, torch_stand_in.Left) for _, layer in layers)
    row: Json = {"error": error, "torch_error": expected["error"], "left": left, "runs": []}
    row |= {"torch_layers": len(expected["layers"]), "mindspore_layers": len(layers)}
    if row["torch_layers"] != row["mindspore_layers"]:
        return row
    for (_, layer), original in zip(layers, expected["layers"], strict=True):
        if not isinstance(layer, torch_stand_in.Left):
            runs = layer_verdicts(layer, original, arrays, modes)
            row["runs"] += [{**run, "file": original["file"], "at": original["at"]} for run in runs]
    return row


def result(job: Json, expected: Json, recorded: Recorded, arrays: np.lib.npyio.NpzFile, modes: list[str]) -> Json:
    rows = [
        attempt_result(error, layers, torch_row, arrays, job.get("modes", modes))
        for (error, layers), torch_row in zip(attempts(job, recorded), expected["attempts"], strict=True)
    ]
    return {"id": job["id"], "attempts": rows}


def main(jobs: str, torch_results: str, npz: str, out: str, *modes: str) -> None:
    recorded: Recorded = []
    torch_stand_in.install()
    ms.set_context(mode=ms.PYNATIVE_MODE, device_target="CPU")
    record(ms.nn.Conv1dTranspose, recorded)
    record(ms.nn.SequentialCell, recorded, is_layer)
    record(torch_stand_in.Left, recorded)
    # Uses around a layer that MindSpore's has not: they fail at once, and are not what is measured here.
    for name in ("requires_grad_", "apply"):
        if not hasattr(ms.nn.Cell, name):
            setattr(ms.nn.Cell, name, lambda self, *args: self)
    arrays = np.load(npz)
    pairs = zip(read_lines(jobs), read_lines(torch_results), strict=True)
    write_lines(out, (result(job, expected, recorded, arrays, list(modes)) for job, expected in pairs))
    version_line(mindspore=ms.__version__, numpy=np.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
