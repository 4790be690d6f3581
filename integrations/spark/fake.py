"""Stands for `torchspore pipe` in tests: some sources make it die, hang, or break off in the middle of an answer."""

import json
import os
import sys
import time

for line in sys.stdin.buffer:
    row = json.loads(line)
    source = row["source"]
    answer = json.dumps({"path": row["path"], "fixed": None, "findings": [], "error": None, "pid": os.getpid()})
    if source == "die":
        os._exit(1)
    if source == "hang":
        time.sleep(1000)
    if source == "slow":
        time.sleep(0.5)
    if source == "half":
        sys.stdout.write(answer[:10])
        sys.stdout.flush()
        os._exit(1)
    if source.startswith("once "):
        flag = source.removeprefix("once ")
        if not os.path.exists(flag):
            open(flag, "x").close()
            os._exit(1)
    print(answer, flush=True)
