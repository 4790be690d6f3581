"""How Node and the two frameworks' processes talk: JSON lines for what is asked and told, one .npz for the arrays."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]

# torch's own names, as a row of the goldens has them.
ARGUMENTS = "in_channels out_channels kernel_size stride padding output_padding groups bias dilation".split()


def read_lines(path: str | Path) -> Iterator[Json]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def write_lines(path: str | Path, rows: Iterator[Json] | list[Json]) -> None:
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row) + "\n")


def describe(error: BaseException, stage: str) -> Json:
    text = " ".join(str(error).split())
    return {"stage": stage, "type": type(error).__name__, "text": text[:300]}


def version_line(**versions: str) -> None:
    print(json.dumps({"python": sys.version.split()[0], **versions}))
