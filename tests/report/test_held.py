"""What sessions are called, held or not."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.groups import Group
from scheduler.domain.program import Closure
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.held import session_lines, start_of, tracks_of
from tests.report.sample import GROUPS, SCHEDULE, WEEK

RELAPSE, ANGER = GROUPS[0], GROUPS[7]


def week_of(*groups: Group, **changes: object) -> Week:
    return replace(WEEK, groups=groups, **changes)  # type: ignore[arg-type]


def names(week: Week, schedule: Schedule = Schedule()) -> list[str]:  # noqa: B008
    return [line.name for line in session_lines(week, schedule)]


def test_fixed_days_name_what_is_not_held() -> None:
    """Three days for three sessions: nothing is open."""
    assert names(week_of(RELAPSE)) == [f"Relapse Prevention A {day}" for day in ("Mon", "Wed", "Fri")]


def test_open_days_are_numbered_on_from_those_held() -> None:
    """Three of five days, one held: the second and third are open."""
    group = replace(RELAPSE, days=(0, 1, 2, 3), sessions=3)
    held = Schedule(tuple(s for s in SCHEDULE.sessions if s.group == RELAPSE.name and s.day == 0))
    assert names(week_of(group), held) == [
        "Relapse Prevention A Mon", "Relapse Prevention A #2", "Relapse Prevention A #3"
    ]  # fmt: skip


def test_days_on_which_it_cannot_meet_leave_no_choice() -> None:
    """Four days for three sessions, one of them closed: the other three are meant."""
    group = replace(RELAPSE, days=(0, 1, 2, 4), sessions=3)
    assert names(week_of(group)) == [f"Relapse Prevention A {day}" for day in ("Mon", "Tue", "Wed")]
    assert names(week_of(group, closures=()))[0] == "Relapse Prevention A #1"


def test_a_closure_of_an_hour_closes_only_what_lies_in_it() -> None:
    """The morning is shut until ten: a free group still fits after that, one fixed at nine does not."""
    shut = (Closure(None, None, (0,), 0, 600),)
    fixed, free = replace(RELAPSE, days=(0, 2), sessions=1), replace(RELAPSE, days=(0, 2), sessions=1, starts=None)
    assert names(week_of(fixed, closures=shut)) == ["Relapse Prevention A Wed"]
    assert names(week_of(free, closures=shut)) == ["Relapse Prevention A #1"]


def test_a_start_is_known_where_the_group_has_but_one() -> None:
    """A session not held has a time if its day and start are fixed."""
    by_name = {line.name: line for line in session_lines(WEEK, SCHEDULE)}
    assert start_of(by_name["Relapse Prevention A Fri"]) == 540
    assert start_of(by_name["Anger Management B #1"]) is None


def test_a_session_has_every_track_that_holds_it() -> None:
    """Served tracks whose window is too short that day are not named."""
    group = replace(RELAPSE, tracks=("Morning", "Evening"))
    line = next(line for line in session_lines(week_of(group), SCHEDULE) if line.session)
    assert tracks_of(WEEK, line) == ("Morning",)
    wide = replace(WEEK, tracks=(WEEK.tracks[0], replace(WEEK.tracks[0], name="Evening")))
    assert tracks_of(wide, line) == ("Morning", "Evening")
