"""Checks a table of source files: every row gets its findings, the rewritten text, or an error."""

import json
import os
from typing import Any, Iterator, Sequence

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from checker import Answer, checker, line_of

FINDING = pa.struct(
    [
        ("code", pa.string()),
        ("message", pa.string()),
        ("row", pa.int32()),
        ("column", pa.int32()),
        ("cell", pa.int32()),
        ("fix", pa.string()),
        ("certificate", pa.string()),
        ("json", pa.string()),
    ]
)
ADDED = pa.schema([("fixed", pa.string()), ("findings", pa.list_(FINDING)), ("error", pa.string())])


def check_table(
    table: DataFrame,
    command: Sequence[str],
    path: str = "path",
    content: str = "content",
    patience: float = 300.0,
) -> DataFrame:
    """The table without its content, with `fixed` (the rewritten text, or null), `findings` and `error` added.

    `command` starts `torchspore pipe`; a word that names a file in an archive shipped with --archives is found there.
    `content` is a column of text, or of bytes in UTF-8. `patience` is how many seconds one row may take.
    """
    kept = [name for name in table.columns if name != content and name not in ADDED.names]
    schema = StructType([table.schema[name] for name in kept] + from_arrow_schema(ADDED).fields)

    def checked(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        asked = checker([_found(word) for word in command], patience)
        for batch in batches:
            yield _checked(batch, kept, asked.answers(_lines(batch, path, content)))

    return table.mapInArrow(checked, schema)


def _found(word: str) -> str:
    """A file of a shipped archive: below the worker's folder on a cluster, below Spark's own in local mode."""
    shipped = os.path.join(SparkFiles.getRootDirectory(), word)
    return shipped if not os.path.exists(word) and os.path.exists(shipped) else word


def _lines(batch: pa.RecordBatch, path: str, content: str) -> list[bytes | str]:
    paths, contents = batch.column(path).to_pylist(), batch.column(content).to_pylist()
    return [line_of(*row) for row in zip(paths, contents)]


def _checked(batch: pa.RecordBatch, kept: Sequence[str], answers: Sequence[Answer]) -> pa.RecordBatch:
    if len(answers) != batch.num_rows:
        raise RuntimeError(f"{batch.num_rows} rows have {len(answers)} answers")
    columns = [batch.column(name) for name in kept]
    rows = [_row(answer) for answer in answers]
    added = [pa.array([row[field.name] for row in rows], field.type) for field in ADDED]
    return pa.RecordBatch.from_arrays(columns + added, names=[*kept, *ADDED.names])


def _row(answer: Answer) -> dict[str, Any]:
    return {
        "fixed": _text(answer["fixed"]),
        "findings": [_finding(each) for each in answer["findings"]],
        "error": _text(answer["error"]),
    }


def _finding(finding: dict[str, Any]) -> dict[str, Any]:
    fix, certificate = finding["fix"], finding["certificate"]
    return {
        "code": finding["code"],
        "message": _text(finding["message"]),
        **finding["location"],
        "cell": finding["cell"],
        "fix": fix and fix["applicability"],
        "certificate": certificate and certificate["status"],
        "json": json.dumps(finding),
    }


def _text(text: str | None) -> str | None:
    """Text that Arrow can hold: half of a surrogate pair, which no UTF-8 can, as Python escapes it."""
    return text and text.encode("utf-8", "backslashreplace").decode("utf-8")
