"""Runs the rewrites under MindSpore and holds them to torch: run_mindspore.py JOBS TORCH_RESULTS ARRAYS RESULTS MODE..."""

from __future__ import annotations

import sys
from pathlib import Path

import mindspore as ms
import numpy as np
import stand_in
from comparison import difference
from jobs import Json, describe, read_lines, version_line, write_lines
from mindspore_layers import MODES, is_layer, outputs, parameters
from programs import Attempt, Recorded, attempts
from recorder import record

Arrays = dict[str, np.ndarray]


def verdict(cell: ms.nn.Cell, layer: Json, run: Json, arrays: Arrays) -> Json:
    """What one run of one layer came to."""
    name = run["name"]
    shape = arrays[f"{name}/y"].shape if f"{name}/x" in arrays else None
    try:
        found = outputs(cell, name, layer, run["input"], shape)
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


def layer_verdicts(cell: ms.nn.Cell, expected: Json, arrays: Arrays, job: Json) -> list[Json]:
    rows = []
    for mode in job["modes"]:
        ms.set_context(mode=MODES[mode])
        # Compiling a graph takes a quarter of a second: there the first input has to do.
        runs = expected["runs"][: job.get("graph_inputs", 1)] if mode == "graph" else expected["runs"]
        rows += [{"mode": mode, "name": run["name"], **verdict(cell, expected["layer"], run, arrays)} for run in runs]
    ms.set_context(mode=ms.PYNATIVE_MODE)
    return rows


def attempt_result(attempt: Attempt, expected: Json, arrays: Arrays, job: Json) -> Json:
    """The layers that both made, paired in the order in which they were made."""
    error, layers, value = attempt
    left = sum(isinstance(layer, stand_in.Left) for _, layer in layers)
    row: Json = {"error": error, "torch_error": expected["error"], "left": left, "runs": []}
    row["values"] = [expected["value"], value]
    row["torch_forward_errors"] = [
        run["error"]["type"] if run["error"] else None for layer in expected["layers"] for run in layer["runs"]
    ]
    row |= {"torch_layers": len(expected["layers"]), "mindspore_layers": len(layers)}
    if row["torch_layers"] != row["mindspore_layers"]:
        return row
    for (_, layer), original in zip(layers, expected["layers"], strict=True):
        if not isinstance(layer, stand_in.Left) and "layer" in original:
            runs = layer_verdicts(layer, original, arrays, job)
            row["runs"] += [{**run, "file": original["file"], "at": original["at"]} for run in runs]
    return row


def result(job: Json, expected: Json, recorded: Recorded, arrays: Arrays) -> Json:
    rows = [
        attempt_result(attempt, torch_row, arrays, job)
        for attempt, torch_row in zip(attempts(job, recorded), expected["attempts"], strict=True)
    ]
    return {"id": job["id"], "attempts": rows}


def main(jobs: str, torch_results: str, npz: str, out: str, *modes: str) -> None:
    recorded: Recorded = []
    stand_in.install_torch()
    sys.path.append(str(Path(jobs).parent))
    ms.set_context(mode=ms.PYNATIVE_MODE, device_target="CPU")
    record(ms.nn.Conv1dTranspose, recorded)
    record(ms.nn.SequentialCell, recorded, is_layer)
    record(stand_in.Left, recorded)
    arrays = dict(np.load(npz))
    pairs = zip(read_lines(jobs), read_lines(torch_results), strict=True)
    write_lines(out, (result({"modes": modes, **job}, expected, recorded, arrays) for job, expected in pairs))
    version_line(mindspore=ms.__version__, numpy=np.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
