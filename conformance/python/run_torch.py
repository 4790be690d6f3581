"""Runs the originals under torch: run_torch.py JOBS RESULTS ARRAYS."""

from __future__ import annotations

import sys

import numpy as np
import stand_in
import torch
from integers import gradient, operands
from jobs import Json, describe, read_lines, version_line, write_lines
from programs import Recorded, attempts
from recorder import record

arrays: dict[str, np.ndarray] = {}


def shape_of(layer: torch.nn.ConvTranspose1d) -> Json:
    return {
        "in_channels": layer.in_channels,
        "out_channels": layer.out_channels,
        "weight": list(layer.weight.shape),
        "bias": layer.bias is not None,
        "dtype": str(layer.weight.dtype).removeprefix("torch."),
    }


def tensor(values: np.ndarray, layer: torch.nn.ConvTranspose1d) -> torch.Tensor:
    return torch.from_numpy(values).to(layer.weight.dtype)


def run(name: str, layer: torch.nn.ConvTranspose1d, given: Json, gradients: bool) -> Json:
    values = operands(name, shape_of(layer), given)
    layer.weight.data = tensor(values["weight"], layer)
    layer.weight.grad = None
    if layer.bias is not None:
        layer.bias.data = tensor(values["bias"], layer)
        layer.bias.grad = None
    layer.requires_grad_(gradients)
    x = tensor(values["x"], layer).requires_grad_(gradients)
    try:
        y = layer(x, **given.get("keywords", {}))
    except Exception as problem:  # noqa: BLE001
        return {"error": describe(problem, "forward")}
    arrays[f"{name}/y"] = y.detach().float().numpy()
    if gradients:
        narrow = layer.weight.dtype is not torch.float32
        y.backward(tensor(gradient(name, tuple(y.shape), narrow), layer))
        arrays[f"{name}/x"] = x.grad.float().numpy()
        arrays[f"{name}/weight"] = layer.weight.grad.float().numpy()
        if layer.bias is not None:
            arrays[f"{name}/bias"] = layer.bias.grad.float().numpy()
    return {"error": None}


def layer_result(name: str, place: Json, layer: torch.nn.ConvTranspose1d | stand_in.Left, job: Json) -> Json:
    if isinstance(layer, stand_in.Left):
        return {**place, "runs": []}
    if layer.weight.is_meta:
        layer.to_empty(device="cpu")
    runs = [
        {"name": f"{name}/{number}", "input": given, **run(f"{name}/{number}", layer, given, job["gradients"])}
        for number, given in enumerate(job["inputs"])
    ]
    return {**place, "layer": shape_of(layer), "runs": runs}


def results(job: Json, recorded: Recorded) -> Json:
    rows = []
    for number, (error, layers, value) in enumerate(attempts(job, recorded)):
        names = [f"{job['id']}/{number}/{place}" for place in range(len(layers))]
        rows.append(
            {
                "error": error,
                "value": value,
                "layers": [layer_result(name, *layer, job) for name, layer in zip(names, layers, strict=True)],
            }
        )
    return {"id": job["id"], "attempts": rows}


def main(jobs: str, out: str, npz: str) -> None:
    recorded: Recorded = []
    torch.manual_seed(0)
    stand_in.install_mindspore()
    # A weight that is computed at each call would not keep the values that it is given.
    torch.nn.utils.weight_norm = lambda layer, *args, **kwargs: layer
    record(torch.nn.ConvTranspose1d, recorded)
    record(stand_in.Left, recorded)
    write_lines(out, (results(job, recorded) for job in read_lines(jobs)))
    np.savez(npz, **arrays)
    version_line(torch=torch.__version__, numpy=np.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
