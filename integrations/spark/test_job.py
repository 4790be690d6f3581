import datetime
import decimal
import json
import os
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

from pyspark.sql import SparkSession

import job
from table import check_table

HERE = os.path.dirname(os.path.abspath(__file__))
CLI = os.environ.get("TORCHSPORE_CLI", os.path.join(HERE, "../../dist/cli.js"))
TORCHSPORE = ["node", CLI]
PIPE = [*TORCHSPORE, "pipe", "--isolated"]
FAKE = [sys.executable, os.path.join(HERE, "fake.py")]

PLAIN = "import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n"
FIXED = """import torch.nn as nn
import mindspore as ms

up = ms.nn.Conv1dTranspose(4, 2, 3, pad_mode='pad', has_bias=True)
"""


class JobTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        local = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        cls.spark = local.config("spark.sql.execution.arrow.maxBytesPerBatch", job.BATCH).getOrCreate()
        cls.spark.sparkContext.setLogLevel("OFF")
        cls.addClassCleanup(cls.spark.stop)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def table(self, sources, partitions=2):
        rows = [(f"{index}.py", source) for index, source in enumerate(sources)]
        return self.spark.createDataFrame(rows, "path string, content string").repartition(partitions)

    def rows(self, sources, command, **options):
        checked = check_table(self.table(sources), command, **options)
        return sorted(checked.collect(), key=lambda row: int(row["path"].removesuffix(".py")))

    def test_rows_get_findings_and_the_rewritten_text(self):
        plain, nothing, broken = self.rows([PLAIN, "x = 1", "nn.ConvTranspose1d("], PIPE)
        self.assertEqual(plain["fixed"], FIXED)
        self.assertEqual([finding["code"] for finding in plain["findings"]], ["TSP101"])
        finding = plain["findings"][0]
        self.assertEqual((finding["row"], finding["column"], finding["fix"]), (3, 9, "safe"))
        self.assertEqual((finding["certificate"], json.loads(finding["json"])["filename"]), ("proved", "0.py"))
        self.assertEqual((nothing["fixed"], nothing["findings"], nothing["error"]), (None, [], None))
        self.assertEqual([finding["code"] for finding in broken["findings"]], ["TSP901"])

    def test_other_columns_stay_as_they_are(self):
        day, number = datetime.datetime(2026, 11, 22, 1, 2, 3), decimal.Decimal("12345678901234567890.123456")
        schema = "n decimal(38,6), path string, at timestamp, content binary, error string, tags map<string,array<int>>"
        table = self.spark.createDataFrame([(number, "a.py", day, PLAIN.encode(), "theirs", {"a": [1]})], schema)
        row = check_table(table, PIPE).first()
        self.assertEqual((row["n"], row["at"], row["tags"], row["error"]), (number, day, {"a": [1]}, None))
        self.assertEqual(row["fixed"], FIXED)

    def test_no_row_is_lost_when_processes_die(self):
        rows = self.rows(["a", "die", "b", None, "half", *["c"] * 500, "die"], FAKE)
        self.assertEqual([row["path"] for row in rows], [f"{index}.py" for index in range(506)])
        self.assertEqual([row["path"] for row in rows if row["error"]], ["1.py", "3.py", "4.py", "505.py"])

    def test_no_row_is_lost_when_the_real_process_is_killed(self):
        mortal = os.path.join(self.folder, "mortal.py")
        with open(mortal, "w") as file:
            file.write(
                "import random, subprocess, sys\n"
                f"child = subprocess.Popen({PIPE!r}, stdout=subprocess.PIPE)\n"
                "for _, line in zip(range(random.randint(50, 800)), child.stdout):\n"
                "    sys.stdout.buffer.write(line)\n"
                "    sys.stdout.flush()\n"
                "child.kill()\n"
            )
        rows = self.rows([PLAIN] * 4000, [sys.executable, mortal])
        self.assertEqual([row["fixed"] for row in rows], [FIXED] * 4000)

    def test_a_command_that_does_not_start_ends_the_job(self):
        with self.assertRaisesRegex(Exception, "torchspore does not answer as"):
            self.rows([PLAIN], [*TORCHSPORE, "pipe", "--no-such-option"])

    def test_the_job_writes_the_same_again_and_counts(self):
        source, target = os.path.join(self.folder, "in"), os.path.join(self.folder, "out")
        self.table([PLAIN, "x = 1", "nn.ConvTranspose1d(", None], 4).write.parquet(source)
        flags = ["--input", source, "--output", target, "--partitions", "3", "--torchspore", *TORCHSPORE]
        results = []
        for _ in range(2):
            self.assertEqual(self.run_job(flags), 0)
            results.append(sorted(self.spark.read.parquet(target).collect(), key=lambda row: row["path"]))
        self.assertEqual(*results)
        self.assertEqual(
            job.summary_of(self.spark.read.parquet(target)),
            {
                "rows": 4,
                "rows_with_findings": 2,
                "rows_rewritten": 1,
                "rows_with_errors": 1,
                "findings": {"TSP101": 1, "TSP901": 1},
                "errors": {"there is no content": 1},
            },
        )

    def test_a_cluster_gets_everything_from_the_archive(self):
        source, target = os.path.join(self.folder, "in"), os.path.join(self.folder, "out")
        self.table([PLAIN, "x = 1"]).write.parquet(source)
        packed = subprocess.run(["node", "run.mjs", "pack"], cwd=HERE, capture_output=True, text=True, check=True)
        submit = [os.path.join(os.path.dirname(sys.executable), "spark-submit"), "--master", "local[2]"]
        files = ["--py-files", "checker.py,table.py", "--archives", f"{packed.stdout.strip()}#torchspore", "job.py"]
        local = ["--conf", "spark.driver.bindAddress=127.0.0.1", "--conf", "spark.driver.host=127.0.0.1"]
        command = [*submit, *local, *files, "--input", source, "--output", target]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        summary = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual((summary["rows_in"], summary["rows"], summary["rows_rewritten"]), (2, 2, 1))

    def run_job(self, flags):
        with unittest.mock.patch("builtins.print"):
            return job.main(flags)


if __name__ == "__main__":
    unittest.main()
