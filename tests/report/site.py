"""An invented site for one week: 20 clients, parallel groups, a virtual and a hybrid one, individual sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.domain.calendar import Window, week_windows
from scheduler.domain.evaluation import ClientAccount, Evaluation, Shortfall
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL, Appointment, Client, Clinician, Phase
from scheduler.domain.program import Closure, Program, Room, Track
from scheduler.domain.rules import Requirement
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week

MORNING, EVENING = "Morning", "Evening"
LINK = "https://meet.example.org/j/5550100?pwd=a&b=1"
NASTY_ID = "=1+1</script><script>alert(1)</script>"
NASTY_NAME = 'Zoë "Zo" O\'Brien <b>&amp;'
NAMES = (
    "Dana Smith", "Dana Stone", "Łukasz Wójcik", "Smith, Ana", "José Núñez", "Ξένια Παππά", "Жанна Ли", "Kim",
    "Robert Downs Jr.", "Mary Ann Lee", "Ola Nordmann", "Chloé Dubois", "Ahmed Ali", "Nguyễn Văn An", "Eve Adams",
    "Finn Byrne", "Gus Clark", "Hana Dvořák", NASTY_NAME,
)  # fmt: skip


def clients() -> tuple[Client, ...]:
    """C01-C18 are active (C11-C18 in the evening), then one whose id and name try to break out, then one on hold."""
    ids = [*(f"C{n:02d}" for n in range(1, 19)), NASTY_ID]
    listed = [
        Client(
            client,
            "Phase 1" if n < 10 else "Phase 2",
            (MORNING,) if n < 10 or client == NASTY_ID else (EVENING,),
            display_name=NAMES[n],
            virtual_days=(0,) if client == "C02" else (),
            modality=Modality.EITHER if client.startswith("C1") and n >= 10 else Modality.IN_PERSON,
            individual_sessions=1,
            authorized_minutes=900 if n % 2 else None,
        )
        for n, client in enumerate(ids)
    ]
    return (*listed, Client("C20", "Phase 1", (MORNING,), "Away Person", active=False, inactive_reason="on hold"))


def week(time_zone: str | None = "America/New_York", monday: date = date(2026, 11, 23)) -> Week:
    """The site's week, Monday to Friday, closed on Thursday."""
    morning = week_windows((day, Window(540, 720)) for day in range(5))
    evening = week_windows((day, Window(1080, 1260)) for day in (0, 1, 2))
    all_day = week_windows((day, Window(540, 1260)) for day in range(5))
    staff = [Clinician(name, None, all_day, all_day, all_day, max_minutes=2400) for name in ("Ana Ruiz", "Ben O'Hara")]
    staff.append(Clinician("Chi/Lin: LCSW", None, all_day, all_day, all_day))
    both, ideal = (MORNING, EVENING), {"max_clients": 12, "ideal_clients": 10}
    phases = ("Phase 1", "Phase 2")
    return Week(
        Program("Harbor & Sons <IOP>", monday, time_zone=time_zone),
        (Track(MORNING, morning), Track(EVENING, evening)),
        (Phase("Phase 1", "IOP", 540, 540, min_days=3), Phase("Phase 2", "OP", 180, 180)),
        (
            Group(
                "Relapse Prevention A", "Relapse Prevention", (MORNING,), phases, (0, 1, 2), None, 90, 90, 3, **ideal
            ),
            Group('=Trauma & "Safety"', "Trauma", (MORNING,), phases, (0, 1, 2), None, 90, 90, 3, **ideal),
            Group(
                "Life Skills",
                "Life Skills",
                (MORNING,),
                phases,
                (0, 2, 4),
                None,
                50,
                60,
                3,
                modality=Modality.HYBRID,
                **ideal,
            ),
            Group(
                "Evening Online",
                "CBT",
                (EVENING,),
                phases,
                (0, 1),
                None,
                120,
                120,
                2,
                modality=Modality.VIRTUAL,
                **ideal,
            ),
            Group("12-step", "12-step", both, phases, (2,), None, 60, 0, 1, facilitators=0, **ideal),
        ),
        tuple(staff),
        (
            Room("Room 1", 12),
            Room("Room 2/b", 12, link="https://hybrid.example.org/2"),
            Room("Tele", 30, virtual=True, link=LINK),
        ),
        clients(),
        appointments=(Appointment("C05", "Psychiatry", 30, clinician="Chi/Lin: LCSW", counted_minutes=30),),
        closures=(Closure(None, None, (3,), 0, 1440, "Holiday", True),),
    )


def schedule() -> Schedule:
    """Two groups side by side, a hybrid, a virtual and an unled one, 19 individual sessions and an appointment."""
    first = (*(f"C{n:02d}" for n in range(1, 6)), NASTY_ID)
    second = tuple(f"C{n:02d}" for n in range(6, 11))
    late = tuple(f"C{n:02d}" for n in range(11, 19))
    sessions = []
    for day in (0, 1, 2):
        sessions.append(
            GroupSession(day, 540, 630, "Relapse Prevention A", ("Ana Ruiz",), "Room 1", tuple(sorted(first)))
        )
        sessions.append(GroupSession(day, 540, 630, '=Trauma & "Safety"', ("Ben O'Hara",), "Room 2/b", second))
    for day in (0, 2, 4):
        sessions.append(
            GroupSession(
                day, 645, 695, "Life Skills", ("Ana Ruiz", "Ben O'Hara"), "Room 2/b", tuple(sorted(first + second))
            )
        )
    sessions += [GroupSession(day, 1080, 1200, "Evening Online", ("Chi/Lin: LCSW",), "Tele", late) for day in (0, 1)]
    sessions.append(GroupSession(2, 1080, 1140, "12-step", (), "Room 1", late))
    meetings = [
        OneOnOne(client.name, Kind.INDIVIDUAL, INDIVIDUAL, n % 3, 780 + 60 * (n // 6), 840 + 60 * (n // 6),
                 ("Ana Ruiz", "Ben O'Hara")[n // 3 % 2], ("Room 1", "Room 2/b")[n // 3 % 2], Modality.IN_PERSON)
        for n, client in enumerate(c for c in clients() if c.active)
    ]  # fmt: skip
    meetings.append(
        OneOnOne("C05", Kind.APPOINTMENT, "Psychiatry", 4, 810, 840, "Chi/Lin: LCSW", None, Modality.VIRTUAL)
    )
    return schedule_of(sessions, meetings)


def evaluation() -> Evaluation:
    """Accounts in which C07 is an hour and a half short."""
    accounts = tuple(
        ClientAccount(c.name, c.tracks[0], 510 if c.name == "C07" else 600, 540, 540, 4, 3, 1, 1, c.name != "C07", 0)
        for c in clients()
        if c.active
    )
    accounts = tuple(replace(a, shortfall_minutes=90) if a.client == "C07" else a for a in accounts)
    return Evaluation((), (0,) * 9, accounts, (Shortfall("C07", Requirement.HOURS, "", 540, 450, 90, 90),))
