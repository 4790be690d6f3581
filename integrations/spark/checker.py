"""One long-lived `torchspore pipe` for a Python worker, which outlives batches and tasks and is replaced when it dies."""

import json
import subprocess
import threading
import time
from typing import Any, Sequence

Answer = dict[str, Any]

# A process that ends so often before it answers anything will not answer at all.
STARTS = 3

# Spark hands many tasks to one worker process, and this module stays loaded in it.
_checkers: dict[tuple[tuple[str, ...], float], "Checker"] = {}


def checker(command: Sequence[str], patience: float) -> "Checker":
    """The worker's own checker for a command and a patience, started when it is first asked; `patience` in seconds a row."""
    return _checkers.setdefault((tuple(command), patience), Checker(command, patience))


def line_of(path: str | None, content: str | bytes | None) -> bytes | str:
    """A row as `torchspore pipe` reads it; or, as text, why there is nothing to read."""
    if content is None:
        return "there is no content"
    try:
        source = content if isinstance(content, str) else content.decode("utf-8")
    except UnicodeDecodeError:
        return "the content is not UTF-8"
    return json.dumps({"path": path, "source": source}, ensure_ascii=False).encode("utf-8") + b"\n"


def failed(error: str) -> Answer:
    """The answer to a row that could not be checked."""
    return {"fixed": None, "findings": [], "error": error}


class Watch:
    """Kills a process that answers nothing for so many seconds, by one thread for all rows of a batch."""

    def __init__(self, process: subprocess.Popen[bytes], patience: float) -> None:
        self.process = process
        self.patience = patience
        self.over = threading.Event()

    def __enter__(self) -> "Watch":
        self.answered()
        threading.Thread(target=self._run, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()

    def answered(self) -> None:
        """Starts the time of the next row."""
        self.deadline = time.monotonic() + self.patience

    def _run(self) -> None:
        while not self.over.wait(self.deadline - time.monotonic()):
            if time.monotonic() >= self.deadline:
                self.process.kill()
                return


class Checker:
    """Asks one process, row after row; there is an answer to every row, whatever happens to the process."""

    def __init__(self, command: Sequence[str], patience: float) -> None:
        self.command = list(command)
        self.patience = patience
        self.process: subprocess.Popen[bytes] | None = None

    def answers(self, lines: Sequence[bytes | str]) -> list[Answer]:
        """One answer a line, in order. When the process dies, the rows that it left are asked one by one, each twice at most.

        Raises RuntimeError when the process cannot be started at all, since then no row is to blame.
        """
        asked = [line for line in lines if isinstance(line, bytes)]
        answers = self._stream(asked)
        answers += [self._alone(line) for line in asked[len(answers) :]]
        rest = iter(answers)
        return [next(rest) if isinstance(line, bytes) else failed(line) for line in lines]

    def stop(self) -> None:
        """Ends the process, if one runs."""
        process, self.process = self.process, None
        if process:
            process.kill()
            process.communicate()

    def _alone(self, line: bytes) -> Answer:
        answers = self._stream([line]) or self._stream([line])
        return answers[0] if answers else failed("torchspore ended, or did not answer, twice at this row")

    def _stream(self, lines: Sequence[bytes]) -> list[Answer]:
        """The answers up to where the process died; all of them, unless it did."""
        process = self.process or self._start()
        writer = threading.Thread(target=_write, args=(process, lines), daemon=True)
        writer.start()
        answers = self._read(process, len(lines))
        if len(answers) < len(lines):
            self.stop()
        writer.join()
        return answers

    def _read(self, process: subprocess.Popen[bytes], count: int) -> list[Answer]:
        """So many answers, or those up to where the process ended."""
        answers: list[Answer] = []
        with Watch(process, self.patience) as watch:
            while len(answers) < count and (line := process.stdout.readline()).endswith(b"\n"):
                watch.answered()
                answers.append(json.loads(line))
        return answers

    def _start(self) -> subprocess.Popen[bytes]:
        for _ in range(STARTS):
            try:
                process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            except OSError as error:
                raise RuntimeError(f"torchspore cannot be started as {self.command}: {error}") from error
            self.process = process
            _write(process, [b'{"path":null,"source":""}\n'])
            if self._read(process, 1):
                return process
            self.stop()
        raise RuntimeError(f"torchspore does not answer as {self.command}; the worker's log may say why")


def _write(process: subprocess.Popen[bytes], lines: Sequence[bytes]) -> None:
    try:
        for line in lines:
            process.stdin.write(line)
        process.stdin.flush()
    except OSError:
        # It died; whoever reads its answers sees that too.
        pass
