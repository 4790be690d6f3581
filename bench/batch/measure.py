"""Runs a command, and prints its seconds, processor seconds, peak memory (MB), and whether it ended, as JSON.

    measure.py SECONDS COMMAND...

A command that takes longer than the limit is killed with all that it started. Of its processes the largest one's memory counts.
"""
import json
import os
import resource
import signal
import sys
import threading
import time

limit = float(sys.argv[1])
begin = time.perf_counter()
child = os.posix_spawn(
    sys.argv[2],
    sys.argv[2:],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)],
    setpgroup=0,
)
watch = threading.Timer(limit, os.killpg, (child, signal.SIGKILL))
watch.start()
_, status, usage = os.wait4(child, 0)
watch.cancel()
seconds = time.perf_counter() - begin
print(
    json.dumps(
        {
            "status": os.waitstatus_to_exitcode(status),
            "ended": seconds < limit,
            "seconds": seconds,
            "processor": usage.ru_utime + usage.ru_stime,
            "peak": max(usage.ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024,
        }
    )
)
