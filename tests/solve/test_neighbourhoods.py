"""Which clients and groups are set free together."""

from __future__ import annotations

from pathlib import Path

from scheduler.domain.outcome import Settings
from scheduler.domain.week import Week
from scheduler.model.options import options_of
from scheduler.solve import solve
from scheduler.solve.neighbourhoods import Neighbourhood, Neighbourhoods
from tests.explain.site import client, group, tables_of, week_of

CARE_PLANS, WAITING = 1, 6
TRIES = 60


def _around_meetings(week: Week, goal: int, short: tuple[str, ...], size: int) -> list[Neighbourhood]:
    schedule = solve(week, Settings(time_limit=4.0, workers=1)).schedule
    assert schedule is not None
    supply = Neighbourhoods(options_of(week), 1)
    found = [supply.next(schedule, lambda _: size, goal, short) for _ in range(TRIES)]
    return [one for one in found if one.kind == "_around_meetings"]


def test_who_lacks_a_meeting_is_set_free_with_the_whole_week_of_the_clinician(tmp_path: Path) -> None:
    """C1 and C2 meet Clin 01, who leads Process; C3 and C4 meet Clin 02, who leads nothing."""
    clients = [
        client(f"C{n}", Primary_clinician=name, Individual_sessions=1, Min_hours=1)
        for n, name in enumerate(["Clin 01", "Clin 01", "Clin 02", "Clin 02"], start=1)
    ]
    clinicians = [{"Clinician": "Clin 01"}, {"Clinician": "Clin 02", "Topics": "Individual"}]
    hours = [{"Clinician": f"Clin 0{n}", "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"} for n in (1, 2)]
    groups = [group("Process", "Mon, Tue", "9:00")]
    week = week_of(tables_of(tmp_path, Clients=clients, Clinicians=clinicians, Clinician_hours=hours, Groups=groups))
    for goal in (CARE_PLANS, WAITING):
        of_leader = _around_meetings(week, goal, ("C1",), 2)
        assert {one.clients for one in of_leader} == {("C1", "C2")}
        assert {one.groups for one in of_leader} == {(), ("Process",)}
        of_other = _around_meetings(week, goal, ("C3",), 2)
        assert {(one.clients, one.groups) for one in of_other} == {(("C3", "C4"), ())}
