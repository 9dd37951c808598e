"""The bound of a model by HiGHS, a solver of mixed integer programs.

Of the week in outline, whose linear relaxation is tight, its cuts prove in a few seconds what CP-SAT does not in many
(Huangfu and Hall, "Parallelizing the dual revised simplex method", 2018; https://highs.dev). It works in a process of
its own, for ortools has another HiGHS in itself, and the two must not meet.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time

from ortools.sat.python.cp_model import CpModel

from scheduler.solve.linear_rows import linear_rows

PROCESS = "scheduler.mip.process"
POLL = 0.05
"""Seconds between two looks at the stop event."""
GRACE = 0.5
"""Seconds after the end of its time in which the other process may still better the bound."""


def mip_bound(model: CpModel, seconds: float, stop: threading.Event | None = None) -> int | None:
    """What the objective of a model that minimizes can't be below; None if nothing was found out in the time.

    Nor is anything found out where no other process can be started.
    """
    try:
        return _asked(model, time.time() + seconds, stop)
    except OSError:
        return None


def _asked(model: CpModel, end: float, stop: threading.Event | None) -> int | None:
    asked = pickle.dumps((linear_rows(model), end))
    printed: list[bytes] = []
    with _started() as process:
        # In a thread, for `communicate` with a timeout may leave a part of what is asked unwritten (Python 3.11).
        reading = threading.Thread(target=lambda: printed.append(process.communicate(asked)[0]), daemon=True)
        reading.start()
        while reading.is_alive():
            reading.join(POLL)
            if (stop is not None and stop.is_set()) or time.time() > end + GRACE:
                process.kill()
    return _last(b"".join(printed))


def _started() -> subprocess.Popen[bytes]:
    """The other process: it looks for modules where this one does, and never in the folder it is called from (-P)."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable or "python", "-P", "-m", PROCESS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": paths},
    )


def _last(printed: bytes) -> int | None:
    """The last line, if it is a number; before the first HiGHS may have said something of itself."""
    last = printed.decode(errors="replace").splitlines()[-1:]
    return int(last[0]) if last and last[0].lstrip("-").isdigit() else None
