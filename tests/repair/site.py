"""A week small enough to repair by hand: two groups, two clinicians, two rooms, four clients."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.domain.calendar import Window, week_windows
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.outcome import Settings
from scheduler.domain.people import Client, Clinician, Phase
from scheduler.domain.program import Closure, Program, Room, Track
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.repair import Moment, Request
from scheduler.solve import solve

MON, TUE, WED, THU, FRI = range(5)
NINE, TEN, ELEVEN = 540, 600, 660
CLIENTS = ("C1", "C2", "C3", "C4")


def hours() -> tuple[tuple[Window, ...], ...]:
    return week_windows((day, Window(480, 1020)) for day in range(5))


def clinician(name: str, **changes: object) -> Clinician:
    return replace(Clinician(name, None, hours(), hours(), hours()), **changes)  # type: ignore[arg-type]


def client(name: str, **changes: object) -> Client:
    return replace(Client(name, "IOP", ("Morning",)), **changes)  # type: ignore[arg-type]


def group(name: str, start: int, **changes: object) -> Group:
    made = Group(
        name, name, ("Morning",), ("IOP", "OP"), (MON, WED, FRI), (start,), 60, 60, 3, max_clients=6, ideal_clients=6
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def site(**changes: object) -> Week:
    """Process at 9:00 and Skills at 10:00 on Mon, Wed, Fri; Ann and Bob; Elm and Oak; six hours due."""
    week = Week(
        program=Program("Small", date(2026, 11, 30)),
        tracks=(Track("Morning", week_windows((day, Window(NINE, 720)) for day in range(5))),),
        phases=(Phase("IOP", "IOP", 360, 360), Phase("OP", "OP", 60, 60)),
        groups=(group("Process", NINE), group("Skills", TEN, phases=("IOP",))),
        clinicians=(clinician("Ann"), clinician("Bob")),
        rooms=(Room("Elm", 8), Room("Oak", 8)),
        clients=tuple(client(name) for name in CLIENTS),
    )
    return replace(week, **changes)  # type: ignore[arg-type]


def session(name: str, day: int, start: int, who: str, room: str, clients: tuple[str, ...] = CLIENTS) -> GroupSession:
    return GroupSession(day, start, start + 60, name, (who,), room, clients)


def present(*meetings: OneOnOne) -> Schedule:
    """What people have been told: Ann leads Process in Elm, Bob leads Skills in Oak."""
    days = (MON, WED, FRI)
    process = [session("Process", day, NINE, "Ann", "Elm") for day in days]
    return schedule_of([*process, *(session("Skills", day, TEN, "Bob", "Oak") for day in days)], list(meetings))


def meeting(name: str, day: int, start: int, who: str, room: str | None = "Oak") -> OneOnOne:
    modality = Modality.IN_PERSON if room else Modality.VIRTUAL
    return OneOnOne(name, Kind.INDIVIDUAL, "Individual", day, start, start + 60, who, room, modality)


def away(who: str, *days: int) -> tuple[Closure, ...]:
    return (Closure(who, None, days, 0, 1440, "away"),)


def request(day: int = MON, minute: int = 0, **changes: object) -> Request:
    """Few seconds are many for so small a week."""
    return replace(Request(Moment(day, minute), settings=Settings(10, 1)), **changes)  # type: ignore[arg-type]


def in_group(schedule: Schedule, name: str, day: int) -> GroupSession | None:
    return next((s for s in schedule.sessions if (s.group, s.day) == (name, day)), None)


def solved(week: Week) -> Schedule:
    """A schedule of the week; a busy machine is given more time."""
    found = (solve(week, Settings(time_limit=seconds, workers=1)).schedule for seconds in (0.7, 4.0))
    return next(schedule for schedule in found if schedule is not None)
