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
from contextlib import suppress

from scheduler.mip.rows import MipQuestion, RelaxedQuestion

PROCESS = "scheduler.mip.process"
POLL = 0.05
"""Seconds between two looks at whether to stop."""
GRACE = 0.5
"""Seconds after the end of its time in which the other process may still better its answer."""

Numbers = list[int]
Told = Callable[[str, Numbers], None]
"""Is told each line of an answer as soon as it is there."""


def asked(
    question: MipQuestion | RelaxedQuestion, stop: Callable[[], bool], told: Told = lambda word, numbers: None
) -> dict[str, list[Numbers]]:
    """The whole numbers that the answer tells, line after line, by the word that a line begins with.

    stop is looked at all the time, and ends the call with what there is by then; so does the end of its time. Where no
    other process can be started nothing is found out. told: hears the same meanwhile, in another thread.
    """
    answer: dict[str, list[Numbers]] = {}

    def hear(line: str) -> None:
        word, *numbers = line.split() or [""]
        # HiGHS may have said something of itself beside them, and of a process that was ended the last line may be cut.
        if numbers and line.endswith("\n") and all(number.lstrip("-").isdigit() for number in numbers):
            answer.setdefault(word, []).append([int(number) for number in numbers])
            told(word, answer[word][-1])

    with suppress(OSError):
        _ask(question, stop, hear)
    return answer


def _ask(question: MipQuestion | RelaxedQuestion, stop: Callable[[], bool], hear: Callable[[str], None]) -> None:
    sent = pickle.dumps(question)
    with _started() as process:
        talking = threading.Thread(target=_talk, args=(process, sent, hear), daemon=True)
        talking.start()
        while talking.is_alive():
            talking.join(POLL)
            if stop() or time.time() > question.end + GRACE:
                process.kill()


def _talk(process: subprocess.Popen[bytes], sent: bytes, hear: Callable[[str], None]) -> None:
    """Sends what is asked, all of which is read before anything is answered, and hears the answer to its end."""
    assert process.stdin is not None and process.stdout is not None
    with suppress(OSError):
        process.stdin.write(sent)
        process.stdin.close()
    for line in process.stdout:
        hear(line.decode(errors="replace"))


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
