"""One call of HiGHS, a solver of mixed integer programs, for a model of CP-SAT.

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
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python.cp_model import CpModel

from scheduler.mip.rows import MipQuestion
from scheduler.solve.linear_rows import linear_rows

PROCESS = "scheduler.mip.process"
POLL = 0.05
"""Seconds between two looks at whether to stop."""
GRACE = 0.5
"""Seconds after the end of its time in which the other process may still better its answer."""


@dataclass(frozen=True)
class MipAnswer:
    """bound: what the objective can't be below; values: of every variable by index, in the best solution of the rows.

    None is what was not found. The rows may say less than the model, so that the values are no more than a guide.
    """

    bound: int | None = None
    values: tuple[int, ...] | None = None


def mip_call(
    model: CpModel, seconds: float, stop: Callable[[], bool] = lambda: False, seed: int = 0, gap: float = 0.0
) -> MipAnswer:
    """The answer about a model that minimizes; stop is looked at all the time, and ends the call without an answer.

    gap: how far from its bound, as a part of it, the solution may be. Where no other process can be started nothing is
    found out.
    """
    try:
        return _asked(MipQuestion(linear_rows(model), time.time() + seconds, seed, gap), stop)
    except OSError:
        return MipAnswer()


def _asked(question: MipQuestion, stop: Callable[[], bool]) -> MipAnswer:
    asked = pickle.dumps(question)
    printed: list[bytes] = []
    with _started() as process:
        # In a thread, for `communicate` with a timeout may leave a part of what is asked unwritten (Python 3.11).
        reading = threading.Thread(target=lambda: printed.append(process.communicate(asked)[0]), daemon=True)
        reading.start()
        while reading.is_alive():
            reading.join(POLL)
            if stop() or time.time() > question.end + GRACE:
                process.kill()
    return _read(b"".join(printed).decode(errors="replace").splitlines())


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


def _read(lines: list[str]) -> MipAnswer:
    """The last of each kind of line; HiGHS may have said something of itself beside them."""
    answer = {words[0]: tuple(int(word) for word in words[1:]) for words in map(str.split, lines) if _told(words)}
    return MipAnswer(answer.get("bound", (None,))[0], answer.get("values"))


def _told(words: list[str]) -> bool:
    return len(words) > 1 and words[0] in ("bound", "values") and all(word.lstrip("-").isdigit() for word in words[1:])
