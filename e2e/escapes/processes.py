"""Start a process, in every way that Python has."""

import multiprocessing
import os
import subprocess

from target import URL

for attempt in (
    lambda: subprocess.check_output(["curl", URL]),
    lambda: os.execv("/bin/sh", ["sh"]),
    lambda: os.fork(),
    lambda: os.popen(f"curl {URL}").read() or 1 / 0,
    lambda: os.system(f"curl {URL}") and 1 / 0,
    lambda: multiprocessing.Process(target=print).start(),
):
    try:
        print("GOT", attempt())
    except BaseException:
        continue
