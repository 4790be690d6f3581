"""Runs the notes about MindSpore as they are written: notes.py PAGE OUT. Each block of Python is followed by what it prints."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import mindspore as ms
from jobs import Json, version_line, write_lines

BLOCKS = re.compile(r"```python\n((?:(?!```).)*)```\n\n```text\n(.*?)\n```", re.S)
BEFORE = "import mindspore as ms\nimport numpy as np\n"


def outcome(code: str) -> str:
    """What is printed, or the error."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(BEFORE + code, {"__name__": "note"})  # noqa: S102
    except Exception as error:  # noqa: BLE001 an error is what some notes are about
        return f"{type(error).__name__}: {' '.join(str(error).split())}"
    return printed.getvalue().strip()


def ending(code: str) -> str:
    """How a process of its own ends. From a file: graph mode reads the source of what it compiles."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "note.py")
        script.write_text(BEFORE + code, encoding="utf-8")
        status = subprocess.run([sys.executable, str(script)], capture_output=True, check=False).returncode
    return f"signal {-status}" if status < 0 else f"exit status {status}"


def rows(page: str) -> Iterator[Json]:
    for code, expected in BLOCKS.findall(Path(page).read_text(encoding="utf-8")):
        found = ending(code) if expected.startswith("signal") else outcome(code)
        # Only the beginning of a long error is told.
        yield {"code": code, "expected": expected, "found": found, "same": found.startswith(expected)}


def main(page: str, out: str) -> None:
    ms.set_context(mode=ms.PYNATIVE_MODE, device_target="CPU")
    write_lines(out, list(rows(page)))
    version_line(mindspore=ms.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
