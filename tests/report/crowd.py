"""A large invented site: six groups side by side, three times a day, Monday to Friday, with individual sessions."""

from __future__ import annotations

from datetime import date

from scheduler.domain.calendar import Window, week_windows
from scheduler.domain.evaluation import ClientAccount, Evaluation
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL, Client, Clinician, Phase
from scheduler.domain.program import Program, Room, Track
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week

TOPICS = ("Relapse Prevention", "Coping Skills", "Trauma Recovery", "Anger Management", "Family Systems", "Mindfulness")
STARTS = (540, 640, 1080)
DAYS = (0, 1, 2, 3, 4)
TRACKS = ("Morning", "Evening", "Young adults")


def crowd(count: int) -> tuple[Week, Schedule, Evaluation]:
    """A week with so many clients, its schedule, and accounts in which everybody's plan is met."""
    open_hours = week_windows((day, Window(480, 1260)) for day in range(5))
    staff = [f"Clinician {n:02d}" for n in range(1, 13)]
    clients = [f"R-{n:04d}" for n in range(1, count + 1)]
    groups = [
        Group(
            f"{topic} {slot + 1}",
            topic,
            (TRACKS[(n + slot) % 3],),
            ("IOP",),
            tuple(range(5)),
            (start,),
            90,
            90,
            5,
            24,
            24,
        )
        for slot, start in enumerate(STARTS)
        for n, topic in enumerate(TOPICS)
    ]
    week = Week(
        Program("Large Site", date(2026, 11, 2), time_zone="America/New_York"),
        tuple(Track(name, open_hours) for name in TRACKS),
        (Phase("IOP", "2.1", 540, 540),),
        tuple(groups),
        tuple(Clinician(name, None, open_hours, open_hours, open_hours) for name in staff),
        tuple(Room(f"Room {n}", 24) for n in range(1, 13)),
        tuple(Client(name, "IOP", (TRACKS[0],), f"Given{name} Family{name}") for name in clients),
    )
    sessions = [
        GroupSession(day, start, start + 90, groups[slot * 6 + n].name, (staff[n],), f"Room {n + 1}",
                     tuple(c for k, c in enumerate(clients) if k % 6 == n and k // 6 % 3 != slot))
        for day in range(5)
        for slot, start in enumerate(STARTS)
        for n in range(6)
    ]  # fmt: skip
    meetings = [
        OneOnOne(client, Kind.INDIVIDUAL, INDIVIDUAL, k % 5, 750 + 60 * (k // 5 % 5), 800 + 60 * (k // 5 % 5),
                 staff[k // 25 % 12], f"Room {k // 25 % 12 + 1}", Modality.IN_PERSON)
        for k, client in enumerate(clients)
    ]  # fmt: skip
    accounts = tuple(ClientAccount(c, TRACKS[0], 900, 540, 540, 5, 3, 1, 1, True, 0) for c in clients)
    return week, schedule_of(sessions, meetings), Evaluation((), (0,) * 9, accounts, ())
