"""Weekly group schedules for intensive outpatient programs. From a notebook:

    from scheduler import Settings, evaluate, read_week, solve, verify, write_schedule

    week = read_week("week.xlsx")
    outcome = solve(week, Settings(time_limit=30))
    verify(week, outcome.schedule)                  # broken rules: ()
    evaluate(week, outcome.schedule).shortfalls     # whose care plan is short of what
    write_schedule("schedule.xlsx", week, outcome.schedule, evaluate(week, outcome.schedule), outcome.goals)

Each name is imported when it is first asked for, so that the command line starts at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scheduler.domain.evaluation import Evaluation, Finding
    from scheduler.domain.issues import Issue
    from scheduler.domain.outcome import GoalResult, Outcome, Progress, Settings
    from scheduler.domain.schedule import Schedule
    from scheduler.domain.week import Week
    from scheduler.report import frames, write_schedule
    from scheduler.solve import solve
    from scheduler.verify import evaluate, verify
    from scheduler.workbook import WorkbookError, read_schedule, read_week

__version__ = "0.1.0"

__all__ = [
    "Evaluation",
    "Finding",
    "GoalResult",
    "Issue",
    "Outcome",
    "Progress",
    "Schedule",
    "Settings",
    "Week",
    "WorkbookError",
    "__version__",
    "evaluate",
    "frames",
    "read_schedule",
    "read_week",
    "solve",
    "verify",
    "write_schedule",
]

_HOME = {
    "Evaluation": "scheduler.domain.evaluation",
    "Finding": "scheduler.domain.evaluation",
    "GoalResult": "scheduler.domain.outcome",
    "Issue": "scheduler.domain.issues",
    "Outcome": "scheduler.domain.outcome",
    "Progress": "scheduler.domain.outcome",
    "Schedule": "scheduler.domain.schedule",
    "Settings": "scheduler.domain.outcome",
    "Week": "scheduler.domain.week",
    "WorkbookError": "scheduler.workbook",
    "evaluate": "scheduler.verify",
    "frames": "scheduler.report.frames",
    "read_schedule": "scheduler.workbook",
    "read_week": "scheduler.workbook",
    "solve": "scheduler.solve",
    "verify": "scheduler.verify",
    "write_schedule": "scheduler.report",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'scheduler' has no attribute {name!r}")
    home = import_module(_HOME[name])
    return home if name == "frames" else getattr(home, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


class _CallablePackage(ModuleType):
    """`scheduler.solve` is a package and, called, the function `solve` in it; likewise `scheduler.verify`."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*args, **kwargs)


class _Scheduler(ModuleType):
    """Importing a package binds it here under its name, in whatever order; that name stays callable."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in ("solve", "verify") and isinstance(value, ModuleType):
            value.__class__ = _CallablePackage
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Scheduler
