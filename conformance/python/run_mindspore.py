"""Runs the rewrites under MindSpore and holds them to torch: run_mindspore.py JOBS TORCH_RESULTS ARRAYS RESULTS MODE..."""

from __future__ import annotations

import sys

import mindspore as ms
import numpy as np
import stand_in
from comparison import difference
from jobs import Json, describe, read_lines, version_line, write_lines
from mindspore_layers import MODES, is_layer, outputs, parameters
from programs import Recorded, attempts
from recorder import record

Arrays = dict[str, np.ndarray]


def verdict(cell: ms.nn.Cell, layer: Json, run: Json, arrays: Arrays) -> Json:
    """What one run of one layer came to."""
    name = run["name"]
    gradients = f"{name}/x" in arrays
    try:
        found = outputs(cell, name, layer, run["input"], gradients)
    except Exception as problem:  # noqa: BLE001
        error = {**describe(problem, "forward"), "dtype": layer["dtype"]}
        kind = "both raise" if run["error"] else "only mindspore raises"
        return {"verdict": kind, "torch": run["error"], "mindspore": error}
    if run["error"]:
        shape = list(found["y"].shape)
        return {"verdict": "only torch raises", "torch": run["error"], "mindspore": {"shape": shape}}
    expected = {key: arrays[f"{name}/{key}"] for key in found if f"{name}/{key}" in arrays}
    wrong = [
        difference(key, expected[key].reshape(found[key].shape) if key == "weight" else expected[key], found[key])
        for key in expected
    ]
    wrong += [{"of": key, "missing": True} for key in found.keys() ^ expected.keys()]
    if layer["bias"] != ("bias" in parameters(cell)):
        wrong.append({"of": "bias", "missing": True})
    wrong = [each for each in wrong if each]
    return {"verdict": "different" if wrong else "equal", "wrong": wrong}


def layer_verdicts(cell: ms.nn.Cell, expected: Json, arrays: Arrays, modes: list[str]) -> list[Json]:
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
    error: Json | None, layers: Recorded, expected: Json, arrays: Arrays, modes: list[str]
) -> Json:
    """The layers that both made, paired in the order in which they were made."""
    left = sum(isinstance(layer, stand_in.Left) for _, layer in layers)
    row: Json = {"error": error, "torch_error": expected["error"], "left": left, "runs": []}
    row["torch_forward_raises"] = all(run["error"] for layer in expected["layers"] for run in layer["runs"])
    row |= {"torch_layers": len(expected["layers"]), "mindspore_layers": len(layers)}
    if row["torch_layers"] != row["mindspore_layers"]:
        return row
    for (_, layer), original in zip(layers, expected["layers"], strict=True):
        if not isinstance(layer, stand_in.Left) and "layer" in original:
            runs = layer_verdicts(layer, original, arrays, modes)
            row["runs"] += [{**run, "file": original["file"], "at": original["at"]} for run in runs]
    return row


def result(job: Json, expected: Json, recorded: Recorded, arrays: Arrays, modes: list[str]) -> Json:
    rows = [
        attempt_result(error, layers, torch_row, arrays, job.get("modes", modes))
        for (error, layers), torch_row in zip(attempts(job, recorded), expected["attempts"], strict=True)
    ]
    return {"id": job["id"], "attempts": rows}


def main(jobs: str, torch_results: str, npz: str, out: str, *modes: str) -> None:
    recorded: Recorded = []
    stand_in.install_torch()
    ms.set_context(mode=ms.PYNATIVE_MODE, device_target="CPU")
    record(ms.nn.Conv1dTranspose, recorded)
    record(ms.nn.SequentialCell, recorded, is_layer)
    record(stand_in.Left, recorded)
    arrays = dict(np.load(npz))
    pairs = zip(read_lines(jobs), read_lines(torch_results), strict=True)
    write_lines(out, (result(job, expected, recorded, arrays, list(modes)) for job, expected in pairs))
    version_line(mindspore=ms.__version__, numpy=np.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
