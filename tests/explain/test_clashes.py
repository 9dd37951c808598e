"""Clashing locks: a smallest set of rows, and any one left out makes the week solvable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scheduler.domain.outcome import SolveStatus
from scheduler.explain import clash
from scheduler.explain.budget import Budget
from scheduler.explain.clashes import smallest_clash
from scheduler.solve import solve
from tests.explain.site import QUICK, Rows, tables_of, week_of

CLASHING: Rows = [
    {"Rule": "must", "Client": "C1", "Group": "Process"},
    {"Rule": "must", "Group": "Process", "Start": "9:00"},
    {"Rule": "never", "Client": "C2", "Group": "Process"},
    {"Rule": "never", "Group": "Process", "Day": "Mon"},
    {"Rule": "never", "Group": "Process", "Day": "Tue"},
]


def test_a_smallest_set(tmp_path: Path) -> None:
    """C1 must attend a group that is barred from both its days: three rows clash, two have nothing to do with it."""
    week = week_of(tables_of(tmp_path, Locks=CLASHING))
    assert solve(week, QUICK).status is SolveStatus.CLASH
    rows = smallest_clash(week, Budget(30))
    assert [lock.row for lock in rows] == [2, 5, 6]
    for lock in rows:
        rest = tuple(other for other in week.locks if other != lock)
        assert solve(replace(week, locks=rest), QUICK).status is SolveStatus.SOLVED


def test_each_row_in_words(tmp_path: Path) -> None:
    """Each sentence names its row, its rule, and the rows it clashes with."""
    sentences = clash(week_of(tables_of(tmp_path, Locks=CLASHING)))
    assert len(sentences) == 3
    assert sentences[0].startswith("Locks row 2: C1 must attend Process. It clashes with rows 5, 6 of Locks")
    assert "Process must never be held on Mon" in sentences[1]


def test_one_row_against_a_cell(tmp_path: Path) -> None:
    """A lock that meets a commitment alone names the row of Commitments."""
    locks: Rows = [{"Rule": "must", "Client": "C1", "Group": "Process", "Day": "Mon"}]
    work: Rows = [{"Client": "C1", "Days": "Mon", "Start": "8:00", "End": "12:00"}]
    (sentence,) = clash(week_of(tables_of(tmp_path, Locks=locks, Commitments=work)))
    assert "Locks row 2" in sentence and "Commitments row 2" in sentence


def test_locks_that_hold_are_no_clash(tmp_path: Path) -> None:
    """Nothing is said of locks that can all hold."""
    assert clash(week_of(tables_of(tmp_path, Locks=CLASHING[:3]))) == ()
