"""How the rate grows from one process to one and two workers of Spark, over the Python files of a folder.

    python bench.py FOLDER [--rows N] [--repeat N] [--holding TEXT]

Each way is timed over the same rows, after a short run that starts its processes; the medians are printed with the machine's
load, since whatever else runs takes away from the second worker.
"""

import argparse
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession

import job
from checker import Checker, line_of
from table import check_table

HERE = Path(__file__).resolve().parent
CLI = os.environ.get("TORCHSPORE_CLI", str(HERE / "../../dist/cli.js"))
PIPE = ["node", CLI, "pipe", "--isolated"]

# Rows of the run before, in which processes start and compile what they run most, as long-lived ones have done.
WARM = 300


def sources(folder: Path, rows: int, holding: str) -> list[tuple[str, str]]:
    """So many rows from all over the files of a folder that hold a text, again and again where they are fewer."""
    files = []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_bytes().decode("utf-8", "ignore") if path.is_file() else ""
        if holding in text and "\0" not in text:
            files.append((str(path), text))
    if not files:
        sys.exit(f"bench: no Python file below {folder} holds {holding!r}")
    return list(itertools.islice(itertools.cycle(files[:: max(1, len(files) // rows)]), rows))


def by_pipe(rows: list[tuple[str, str]], processor: list[float]) -> float:
    """Seconds of one process by itself, without its start; adds what it took of processors in all, a row."""
    asked = Checker(PIPE, patience=300)
    lines = [line_of(path, text) for path, text in rows]
    before = processor_seconds()
    asked.answers(lines[:WARM])
    start = time.monotonic()
    asked.answers(lines)
    seconds = time.monotonic() - start
    asked.stop()
    processor.append((processor_seconds() - before) * len(lines) / (len(lines) + WARM))
    return seconds


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def by_spark(workers: int, table: str) -> float:
    """Seconds of a job with so many workers, without their start. In a process of its own, since a session is one for all."""
    builder = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    spark = builder.config("spark.sql.execution.arrow.maxBytesPerBatch", job.BATCH).getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    # Many tasks a worker, so that none is left over with the costly rows.
    rows = spark.read.parquet(table).repartition(16)
    write = lambda some: check_table(some, PIPE).write.format("noop").mode("overwrite").save()
    write(rows.limit(WARM).repartition(2 * workers))
    start = time.monotonic()
    write(rows)
    seconds = time.monotonic() - start
    spark.stop()
    return seconds


def in_own_process(workers: int, table: str) -> float:
    command = [sys.executable, __file__, table, "--spark", str(workers)]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return float(done.stdout)


def write_table(rows: list[tuple[str, str]], folder: str) -> str:
    """The rows as Parquet in files of equal size, so that no worker is left over with more."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({"path": [path for path, _ in rows], "content": [text for _, text in rows]})
    parts = 8
    for part in range(parts):
        pq.write_table(table.take(list(range(part, len(rows), parts))), f"{folder}/{part}.parquet")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=4000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--holding", default="")
    parser.add_argument("--spark", type=int)
    options = parser.parse_args()
    if options.spark:
        print(by_spark(options.spark, options.folder))
        return
    rows = sources(Path(options.folder), options.rows, options.holding)
    megabytes = sum(len(text.encode("utf-8", "replace")) for _, text in rows) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        table = write_table(rows, folder)
        processor: list[float] = []
        ways = {
            "one process": lambda: by_pipe(rows, processor),
            "Spark, 1 worker": lambda: in_own_process(1, table),
            "Spark, 2 workers": lambda: in_own_process(2, table),
        }
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        # In turns, so that a busy minute of the machine falls on all.
        for _ in range(options.repeat):
            for way, measure in ways.items():
                seconds[way].append(measure())
    print(f"{len(rows)} rows, {megabytes:.0f} MB, median of {options.repeat}; load of the last minute {os.getloadavg()[0]:.1f}")
    base = statistics.median(seconds["one process"])
    for way, times in seconds.items():
        median = statistics.median(times)
        spread = " ".join(f"{each:.1f}" for each in sorted(times))
        print(f"{way:18} {median:7.1f} s {len(rows) / median:8.0f} rows/s {megabytes / median:6.1f} MB/s  {base / median:.2f} x  ({spread})")
    alone = statistics.median(processor)
    print(f"One process took {alone:.1f} s of processors: {len(rows) / alone:.0f} rows, {megabytes / alone:.1f} MB a second of one")


if __name__ == "__main__":
    main()
