"""The process that answers about a program: reads a question, prints what it finds out, as lines."""

from __future__ import annotations

import pickle
import sys

from scheduler.mip.relaxed import print_values
from scheduler.mip.rows import MipQuestion, RelaxedQuestion
from scheduler.mip.whole import print_solution


def answer(question: MipQuestion | RelaxedQuestion) -> None:
    """Prints the answer to either kind of question."""
    if isinstance(question, MipQuestion):
        print_solution(question)
    else:
        print_values(question)


if __name__ == "__main__":
    answer(pickle.load(sys.stdin.buffer))
