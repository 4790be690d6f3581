"""Runs a command, and prints its seconds, processor seconds and peak memory (MB) as JSON; the largest of its processes counts."""
import json
import os
import resource
import sys
import time

begin = time.perf_counter()
child = os.posix_spawn(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)],
)
_, status, usage = os.wait4(child, 0)
print(
    json.dumps(
        {
            "status": os.waitstatus_to_exitcode(status),
            "seconds": time.perf_counter() - begin,
            "processor": usage.ru_utime + usage.ru_stime,
            "peak": max(usage.ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024,
        }
    )
)
