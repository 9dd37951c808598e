"""How many more clients fit, counted by hand on a small site."""

from __future__ import annotations

from pathlib import Path

from scheduler.explain import capacity
from scheduler.verify import evaluate
from tests.explain.site import group, solved, tables_of


def test_seats_that_are_left(tmp_path: Path) -> None:
    """Five seats, three clients: two more, proven, and the seats bind next."""
    tables = tables_of(tmp_path, Groups=[group("Process", "Mon, Tue", "9:00", Max_clients=5)])
    week, outcome = solved(tables)
    assert outcome.schedule is not None
    found = capacity(week, outcome.schedule, "IOP", ("Morning",), 30)
    assert (found.more, found.most) == (2, 2)
    assert "the 5 seats of Process" in found.binds
    evaluation = evaluate(found.week, found.schedule)
    assert evaluation.ok
    assert sum(account.met for account in evaluation.accounts) == 5


def test_nobody_fits_who_could_not_alone(tmp_path: Path) -> None:
    """A phase that asks for more than the site offers admits nobody, proven."""
    phases: list[dict[str, object]] = [
        {"Phase": "IOP", "Min hours": 2, "Min days": 2},
        {"Phase": "PHP", "Min hours": 20},
    ]
    week, outcome = solved(tables_of(tmp_path, Phases=phases))
    assert outcome.schedule is not None
    found = capacity(week, outcome.schedule, "PHP", ("Morning",), 30)
    assert (found.more, found.most) == (0, 0)
