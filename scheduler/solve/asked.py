"""Questions to HiGHS, a solver of linear and mixed integer programs, in a process of its own.

ortools has another HiGHS in itself, and the two must not meet (https://highs.dev; Huangfu and Hall, "Parallelizing the
dual revised simplex method", 2018).
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from scheduler.mip.rows import MipQuestion, RelaxedQuestion

PROCESS = "scheduler.mip.process"
POLL = 0.05
"""Seconds between two looks at whether to stop."""
GRACE = 0.5
"""Seconds after the end of its time in which the other process may still better its answer."""

Numbers = list[int]


def asked(question: MipQuestion | RelaxedQuestion, stop: Callable[[], bool]) -> dict[str, list[Numbers]]:
    """The whole numbers that the answer tells, line after line, by the word that a line begins with.

    stop is looked at all the time, and ends the call with what there is by then; so does the end of its time. Where no
    other process can be started nothing is found out.
    """
    try:
        printed = _printed(question, stop)
    except OSError:
        return {}
    answer: dict[str, list[Numbers]] = {}
    for line in printed.decode(errors="replace").splitlines(keepends=True):
        word, *numbers = line.split() or [""]
        # HiGHS may have said something of itself beside them, and of a process that was ended the last line may be cut.
        if numbers and line.endswith("\n") and all(number.lstrip("-").isdigit() for number in numbers):
            answer.setdefault(word, []).append([int(number) for number in numbers])
    return answer


def _printed(question: MipQuestion | RelaxedQuestion, stop: Callable[[], bool]) -> bytes:
    sent = pickle.dumps(question)
    printed: list[bytes] = []
    with _started() as process:
        # In a thread, for `communicate` with a timeout may leave a part of what is asked unwritten (Python 3.11).
        reading = threading.Thread(target=lambda: printed.append(process.communicate(sent)[0]), daemon=True)
        reading.start()
        while reading.is_alive():
            reading.join(POLL)
            if stop() or time.time() > question.end + GRACE:
                process.kill()
    return b"".join(printed)


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
