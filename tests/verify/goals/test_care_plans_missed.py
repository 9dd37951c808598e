"""Goal 1."""

from __future__ import annotations

import pytest

from scheduler.domain.program import Closure
from scheduler.domain.rules import Requirement
from scheduler.verify import evaluate

from ..weeks import FIVE, MON, NINE, SAT, TEN, TUE, WED, a_client, a_group, a_phase, a_program, a_session, of, week_of


def missed(week, *entries):
    return evaluate(week, of(*entries)).goals[0]


def test_priorities_of_unmet_plans_are_added():
    """C1 has its hour, C2 (priority 3) and C3 do not; C4 is on hold."""
    clients = (a_client(), a_client("C2", priority=3), a_client("C3"), a_client("C4", active=False))
    week = week_of(clients=clients, phases=a_phase(min_minutes=60))
    assert missed(week, a_session()) == 4


def closed(**changes):
    return Closure(**({"clinician": None, "room": None, "days": (MON,), "start": 0, "end": 1440} | changes))


@pytest.mark.parametrize(
    ("group", "parts", "expected"),
    [
        ({"sessions": 2}, {}, 2),
        ({"sessions": 9}, {}, 5),
        ({"days": (MON, SAT)}, {}, 1),
        ({"days": (MON, TUE), "starts": (NINE + 5,)}, {}, 2),
        ({"days": (MON, TUE), "starts": (8 * 60,)}, {}, 0),
        ({"days": (MON, TUE), "minutes": 240}, {}, 0),
        ({"days": (MON, TUE), "minutes": 180, "tracks": ("Morning",)}, {"program": a_program(time_step=25)}, 0),
        ({"active": False}, {}, 0),
        ({"days": (MON, TUE)}, {"closures": closed()}, 1),
        ({"days": (MON, TUE)}, {"closures": closed(clinician="Dana")}, 2),
        ({"days": (MON,)}, {"closures": closed(end=FIVE)}, 1),
        ({"days": (MON,), "tracks": ("Morning",)}, {"closures": closed(start=TEN)}, 1),
        ({"days": (MON,), "tracks": ("Morning",)}, {"closures": closed(start=TEN - 1)}, 0),
        ({"days": (MON,), "tracks": ("Morning",)}, {"closures": (closed(end=TEN), closed(start=TEN + 75))}, 1),
        ({"days": (MON,), "tracks": ("Morning",)}, {"closures": (closed(end=TEN), closed(start=TEN + 45))}, 0),
        ({"days": (MON,), "tracks": ("Morning",), "starts": (NINE,)}, {"closures": closed(start=TEN - 1)}, 0),
    ],
)
def test_must_run_sessions_expected(group, parts, expected):
    """Sessions, at most the Days on which a window of its tracks holds one outside closures of the program."""
    week = week_of(groups=a_group(must_run=True, **group), clients=(), **parts)
    assert missed(week) == expected


def test_must_run_sessions_held_are_subtracted():
    """Two of three are held; the shortfall says so and has no minutes."""
    week = week_of(groups=a_group(must_run=True, sessions=3))
    evaluation = evaluate(week, of(a_session(MON), a_session(WED)))
    assert evaluation.goals[0] == 1
    (short,) = evaluation.shortfalls
    assert (short.subject, short.requirement, short.needed, short.given, short.missing, short.minutes) == (
        "Skills",
        Requirement.MUST_RUN,
        3,
        2,
        1,
        0,
    )
