"""Computes torch.jsonl again from its configurations and operands: goldens_torch.py GOLDENS OUT."""

from __future__ import annotations

import json
import sys

import torch
from jobs import ARGUMENTS, Json, read_lines, version_line


def regenerated(row: Json) -> Json:
    given = {key: value for key, value in row.items() if key not in ("y", "error")}
    try:
        layer = torch.nn.ConvTranspose1d(**{key: row[key] for key in ARGUMENTS})
        layer.weight.data = torch.tensor(row["weight"], dtype=torch.float32)
        if layer.bias is not None:
            layer.bias.data = torch.tensor(row["bias_values"], dtype=torch.float32)
        y = layer(torch.tensor(row["x"], dtype=torch.float32))
    except Exception as error:  # noqa: BLE001 an error is what the row tells
        return {**given, "error": f"{type(error).__name__}: {error}"[:170]}
    return {**given, "y": whole(y.tolist())}


def whole(value: list | float) -> list | int:
    """The floats of a nested list as the integers that they are."""
    if isinstance(value, list):
        return [whole(each) for each in value]
    if value != int(value):
        raise ValueError(f"not an integer: {value}")
    return int(value)


def main(goldens: str, out: str) -> None:
    with torch.no_grad(), open(out, "w", encoding="utf-8") as file:
        for row in read_lines(goldens):
            file.write(json.dumps(regenerated(row), separators=(",", ":")) + "\n")
    version_line(torch=torch.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
