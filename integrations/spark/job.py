"""Checks and rewrites a table of source files on Spark.

    spark-submit --py-files checker.py,table.py --archives torchspore.tar.gz#torchspore job.py \\
        --input FOLDER_OF_PARQUET --output FOLDER [--partitions N]

The input has the columns `path` and `content`; all others are kept beside the results. The output is Parquet too, written
whole or not at all, and the same when the job is run again. The last line is a summary as JSON; the exit status is 1 when a
row is missing.
"""

import argparse
import json
import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from table import check_table

# Bytes of sources that are in a worker's memory at once, some times over.
BATCH = str(16 * 1024 * 1024)

SHIPPED = ["torchspore/node", "torchspore/dist/cli.js"]


def summary_of(checked: DataFrame) -> dict[str, object]:
    """Counts of what was written."""
    is_rewritten = F.col("fixed").isNotNull()
    is_failed = F.col("error").isNotNull()
    counts = checked.agg(
        F.count("*").alias("rows"),
        F.count_if(F.size("findings") > 0).alias("rows_with_findings"),
        F.count_if(is_rewritten).alias("rows_rewritten"),
        F.count_if(is_failed).alias("rows_with_errors"),
    ).first()
    findings = checked.select(F.explode("findings").alias("finding")).groupBy("finding.code").count()
    errors = checked.where(is_failed).groupBy("error").count().orderBy(F.desc("count")).limit(20)
    return {
        **counts.asDict(),
        "findings": {row["code"]: row["count"] for row in findings.orderBy("code").collect()},
        "errors": {row["error"]: row["count"] for row in errors.collect()},
    }


def run(spark: SparkSession, options: argparse.Namespace) -> dict[str, object]:
    """Reads, checks, writes, and counts what was written."""
    table = spark.read.parquet(options.input)
    spread = table.repartition(options.partitions) if options.partitions else table
    command = [*options.torchspore, "pipe", "--isolated", *options.flags.split()]
    checked = check_table(spread, command, options.path, options.content, options.patience)
    checked.write.mode("overwrite").parquet(options.output)
    return {"rows_in": table.count(), **summary_of(spark.read.parquet(options.output))}


def main(arguments: list[str]) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(description="Checks and rewrites a table of source files with torchspore.")
    parser.add_argument("--input", required=True, help="folder of Parquet files with the sources")
    parser.add_argument("--output", required=True, help="folder for the results; what is there is replaced")
    parser.add_argument("--path", default="path", help="the column of paths (default: path)")
    parser.add_argument("--content", default="content", help="the column of sources, text or bytes (default: content)")
    parser.add_argument("--partitions", type=int, help="spread the rows over so many tasks")
    parser.add_argument("--patience", type=float, default=300.0, help="seconds that one row may take (default: 300)")
    parser.add_argument("--torchspore", nargs="+", default=SHIPPED, help="how torchspore is started")
    parser.add_argument("--flags", default="", help="more options for torchspore pipe, such as '--unsafe-fixes'")
    options = parser.parse_args(arguments)
    spark = SparkSession.builder.appName("torchspore").config("spark.sql.execution.arrow.maxBytesPerBatch", BATCH).getOrCreate()
    summary = run(spark, options)
    print(json.dumps(summary))
    return 0 if summary["rows"] == summary["rows_in"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
