"""Explanations on the command line: with progress, stopped by Ctrl-C without losing what was found."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from scheduler.cli import progress
from scheduler.cli.interrupt import stop_on_interrupt
from scheduler.domain.explanation import Explanation
from scheduler.domain.outcome import Outcome, Settings
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week

if TYPE_CHECKING:
    from scheduler.explain import Capacity


def explanation_of(
    workbook: Path, week: Week, outcome: Outcome, seconds: float, settings: Settings, quiet: bool
) -> Explanation:
    """Reasons and remedies for the shortfalls of the outcome's schedule."""
    from scheduler.explain import explain
    from scheduler.workbook import open_workbook

    shown = nullcontext() if quiet else progress.shown()
    with stop_on_interrupt() as stop, shown as show:
        return explain(open_workbook(workbook), week, outcome, seconds, show, stop, settings)


def clash_of(week: Week, quiet: bool) -> tuple[str, ...]:
    """The sentences of a smallest set of lock rows that clash."""
    from scheduler.explain import clash

    shown = nullcontext() if quiet else progress.shown()
    with stop_on_interrupt() as stop, shown as show:
        return clash(week, progress=show, stop=stop)


def solved(week: Week, settings: Settings, quiet: bool, start: Schedule | None = None) -> Outcome:
    """The solver's answer, the search begun with a schedule if one is given."""
    from scheduler.solve import solve

    shown = nullcontext() if quiet else progress.shown()
    with stop_on_interrupt() as stop, shown as show:
        return solve(week, settings, show, stop, start)


def capacity_of(
    week: Week, schedule: Schedule, phase: str, tracks: tuple[str, ...], seconds: float, quiet: bool
) -> Capacity:
    """How many more clients of the phase and tracks."""
    from scheduler.explain import capacity

    shown = nullcontext() if quiet else progress.shown()
    with stop_on_interrupt() as stop, shown as show:
        return capacity(week, schedule, phase, tracks, seconds, show, stop)
