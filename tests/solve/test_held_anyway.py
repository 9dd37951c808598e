"""Sessions that may as well be held: when that can be said, and that it changes neither goal 1 nor goal 2."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from scheduler.domain.calendar import Window, week_windows
from scheduler.domain.groups import Group
from scheduler.domain.locks import Lock
from scheduler.domain.modality import Modality
from scheduler.domain.people import Clinician
from scheduler.domain.program import Closure, Room
from scheduler.domain.rules import GOALS
from scheduler.domain.week import Week
from scheduler.model.build import build
from scheduler.model.draft import SlotKey
from scheduler.model.options import Options, options_of
from scheduler.solve.call import Effort
from scheduler.solve.first_two import FirstTwo
from scheduler.solve.held_anyway import held_anyway
from scheduler.solve.search import Search
from tests.weeks.random_weeks import random_week

ALWAYS = week_windows((day, Window(0, 24 * 60)) for day in range(7))
CHOSEN = "Group 0"


def _given(seed: int, groups: int = 8) -> Week:
    """A random week in which each group has its own time, clinician and room."""
    week = random_week(seed, groups=groups)
    own = tuple(_own(group) for group in week.groups)
    clinicians = tuple(Clinician(f"Leader of {g.name}", None, ALWAYS, ALWAYS, ALWAYS) for g in own)
    no_meetings = tuple(replace(c, topics=(*(c.topics or ()), "Individual")) for c in week.clinicians)
    leading = tuple(replace(c, topics=(g.topic,)) for c, g in zip(clinicians, own, strict=True))
    rooms = tuple(Room(f"Room of {g.name}", 30, for_individual=False) for g in own)
    return replace(
        week, groups=own, clinicians=(*no_meetings, *leading), rooms=(*week.rooms, *rooms), locks=(), closures=()
    )


def _own(group: Group) -> Group:
    start = group.starts[0] if group.starts else 600
    return replace(
        group,
        starts=(start,),
        sessions=len(group.days),
        min_clients=1,
        facilitators=1,
        clinicians=(f"Leader of {group.name}",),
        lead=(),
        rooms=(f"Room of {group.name}",),
        features=(),
        modality=Modality.IN_PERSON,
        cohort=False,
    )


def _with(week: Week, **changes: object) -> Week:
    first = next(iter(options_of(week).slots)).group.name
    groups = tuple(replace(g, **changes) if g.name == first else g for g in week.groups)  # type: ignore[arg-type]
    return replace(week, groups=groups)


def _of_first(week: Week) -> tuple[bool, tuple[SlotKey, ...]]:
    """Whether the first group's sessions are among them, and which sessions these are."""
    options = options_of(week)
    slots = options.slots_of_group[options.slots[0].group.name]
    found = held_anyway(options)
    return all(slot.key in found for slot in slots), tuple(slot.key for slot in slots)


def test_with_its_own_clinician_and_room_it_may_be_held() -> None:
    week = _given(1)
    assert held_anyway(options_of(week)) == {slot.key for slot in options_of(week).slots}


def _busy(week: Week) -> Week:
    """Its clinician has an hour at the most."""
    name = options_of(week).slots[0].group.clinicians
    return replace(
        week, clinicians=tuple(replace(c, max_minutes=1) if (c.name,) == name else c for c in week.clinicians)
    )


def _leader_elsewhere(week: Week) -> Week:
    """Its clinician is the only one for another group at the same time."""
    group = options_of(week).slots[0].group
    other = replace(group, name="Another", rooms=(week.rooms[-1].name,))
    return replace(week, groups=(*week.groups, other))


def _room_elsewhere(week: Week) -> Week:
    """Its room is the only one for another group at the same time."""
    group = options_of(week).slots[0].group
    other = replace(group, name="Another", clinicians=(week.clinicians[-1].name,))
    return replace(week, groups=(*week.groups, other))


def _room_closed(week: Week) -> Week:
    slot = options_of(week).slots[0]
    start, end = slot.placements[0].start, slot.placements[0].end
    return replace(week, closures=(Closure(None, (slot.group.rooms or ("",))[0], (slot.day,), start, end),))


def _locked(week: Week) -> Week:
    return replace(week, locks=(Lock(False, group=options_of(week).slots[0].group.name, day=6),))


NOT: dict[str, Callable[[Week], Week]] = {
    "Min clients": lambda week: _with(week, min_clients=2),
    "fewer sessions than days": lambda week: _with(week, sessions=len(_of_first(week)[1]) - 1),
    "two times": lambda week: _with(week, starts=(570, 600)),
    "any clinician": lambda week: _with(week, clinicians=None),
    "a cohort": lambda week: _with(week, cohort=True),
    "the clinician's Max hours": _busy,
    "the clinician elsewhere": _leader_elsewhere,
    "the room elsewhere": _room_elsewhere,
    "the room closed": _room_closed,
    "a lock": _locked,
}


@pytest.mark.parametrize("reason", NOT)
def test_it_is_asked_whether_it_is_held(reason: str) -> None:
    week = next(w for w in map(_given, range(20)) if len(_of_first(w)[1]) > 1 and _holds_both(w))
    assert _of_first(week)[0]
    assert not _of_first(NOT[reason](week))[0]


def _holds_both(week: Week) -> bool:
    """Whether the first group could meet at either of the two times that a test gives it."""
    return any(slot.movable for slot in options_of(_with(week, starts=(570, 600))).slots)


@pytest.mark.parametrize("seed", range(1, 9))
def test_goals_one_and_two_are_the_same(seed: int) -> None:
    options = options_of(_given(seed))
    anyway = held_anyway(options)
    assert anyway
    assert _first_two(options, anyway) == _first_two(options, frozenset())


def _first_two(options: Options, anyway: frozenset[SlotKey]) -> tuple[int, ...]:
    draft = build(options, coarse=True, held_anyway=anyway)
    search, both = Search(draft, Effort(20.0)), FirstTwo(draft, GOALS)
    answer = search.minimize(both.both, 20.0)
    assert answer.values is not None
    assert answer.bound == search.value(both.both)
    return both.values(search)
