"""An invented week of fifteen clients in two tracks, its schedule, and its evaluation made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.domain.calendar import Window, week_windows
from scheduler.domain.evaluation import ClientAccount, Evaluation, Shortfall
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.outcome import GoalResult
from scheduler.domain.people import Appointment, Client, Clinician, Phase
from scheduler.domain.program import Closure, Program, Room, Track
from scheduler.domain.rules import GOALS, Requirement
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week

MORNING, EVENING = 9 * 60, 17 * 60 + 30


def _track(name: str, days: range, start: int, end: int) -> Track:
    return Track(name, week_windows([(day, Window(start, end)) for day in days]))


def _group(name: str, track: str, days: tuple[int, ...], start: int, minutes: int = 90, **more: object) -> Group:
    group = Group(
        name=name,
        topic=name.rsplit(" ", 1)[0],
        tracks=(track,),
        phases=("IOP 1", "IOP 2"),
        days=days,
        starts=(start,),
        minutes=minutes,
        counted_minutes=minutes,
        sessions=len(days),
        max_clients=8,
        ideal_clients=6,
        min_clients=3,
    )
    return replace(group, **more)  # type: ignore[arg-type]


def _clinician(name: str, max_minutes: int | None = None) -> Clinician:
    hours = week_windows([(day, Window(8 * 60, 21 * 60)) for day in range(5)])
    return Clinician(name, None, hours, hours, hours, max_minutes=max_minutes)


GROUPS = (
    _group("Relapse Prevention A", "Morning", (0, 2, 4), MORNING),
    _group("Coping Skills A", "Morning", (0, 2), MORNING),
    _group("Process Group A", "Morning", (0, 1, 2, 4), MORNING + 105, facilitators=2),
    _group("Family Education A", "Morning", (3,), MORNING, 60, must_run=True, seats_per_client=2),
    _group("Relapse Prevention B", "Evening", (0, 1, 3), EVENING),
    _group("Mindfulness B", "Evening", (0, 1), EVENING, modality=Modality.VIRTUAL),
    _group("=Process Group B", "Evening", (0, 2, 3), EVENING + 100, 80),
    _group("Anger Management B", "Evening", (0, 1, 2, 3), EVENING, sessions=1, starts=None, min_clients=6),
    _group("Art B", "Evening", (3,), EVENING, active=False),
)
_ACTIVE = tuple(
    Client(
        name=f"C{number:03d}",
        phase="IOP 1" if number % 3 else "IOP 2",
        tracks=("Morning",) if number <= 8 else ("Evening",),
        display_name=f"Secret Name {number}",
        primary_clinician="Clin 01" if number % 2 else "Clin 02",
        individual_sessions=1,
    )
    for number in range(1, 16)
)
CLIENTS = (*_ACTIVE, Client("+16", "IOP 1", ("Morning",), active=False, inactive_reason="on hold"))
WEEK = Week(
    program=Program("Harbor & Light, Quincy (invented)", date(2026, 11, 23)),
    tracks=(_track("Morning", range(5), MORNING, 765), _track("Evening", range(4), EVENING, 1250)),
    phases=(Phase("IOP 1", "IOP", 540, 600, min_days=3), Phase("IOP 2", "IOP", 360, 360, min_days=2)),
    groups=GROUPS,
    clinicians=tuple(_clinician(f"Clin {n:02d}", 20 * 60 if n < 4 else None) for n in range(1, 7)),
    rooms=(
        Room("Room 1", 12),
        Room("Room 2", 10),
        Room("Office 1", 2, for_groups=False),
        Room("Tele", 20, virtual=True),
    ),
    clients=CLIENTS,
    appointments=(Appointment("C003", "Psychiatry", 30, counted_minutes=30),),
    closures=(Closure(None, None, (4,), 0, 1440, "Thanksgiving (day after)"),),
)


def _session(group: Group, day: int, start: int, place: int) -> GroupSession:
    clinicians = [clinician.name for clinician in WEEK.clinicians]
    leads = tuple(sorted(clinicians[(place + n) % 6] for n in range(group.facilitators)))
    room = "Tele" if group.modality is Modality.VIRTUAL else f"Room {place % 2 + 1}"
    there = [client.name for client in CLIENTS if client.active and client.tracks == group.tracks]
    parallel = "Skills" in group.name or "Mindfulness" in group.name
    half = there[4:] if parallel else there[:4] if start in (MORNING, EVENING) and day in (0, 2) else there
    return GroupSession(day, start, start + group.minutes, group.name, leads, room, tuple(half[: group.max_clients]))


def _schedule() -> Schedule:
    sessions, place = [], 0
    for group in GROUPS:
        if not group.active or group.starts is None:
            continue
        for day in group.days:
            if day != 4:
                sessions.append(_session(group, day, group.starts[0], place))
                place += 1
    ones = [
        OneOnOne(f"C{n:03d}", Kind.INDIVIDUAL, "Individual", (n + 1) % 5 % 4, 780 + 60 * (n // 8), 840 + 60 * (n // 8),
                 "Clin 01" if n % 2 else "Clin 02", "Office 1", Modality.IN_PERSON)
        for n in range(1, 15)
    ]  # fmt: skip
    ones.append(OneOnOne("C003", Kind.APPOINTMENT, "Psychiatry", 1, 900, 930, "Clin 06", None, Modality.VIRTUAL))
    return schedule_of(sessions, ones)


SCHEDULE = _schedule()


def _account(client: Client) -> ClientAccount:
    sessions = [s for s in SCHEDULE.sessions if client.name in s.clients]
    ones = [o for o in SCHEDULE.one_on_ones if o.client == client.name and o.kind is Kind.INDIVIDUAL]
    minutes = sum(s.end - s.start for s in sessions) + sum(o.minutes for o in ones)
    minutes += 30 if client.name == "C003" else 0
    phase, days = WEEK.phase_by_name[client.phase], len({s.day for s in sessions})
    short = max(0, phase.min_minutes - minutes) + 60 * max(0, phase.min_days - days) + 60 * (1 - len(ones))
    track = client.tracks[0]
    due = (phase.min_minutes, phase.target_minutes)
    return ClientAccount(
        client.name, track, minutes, *due, days, phase.min_days, len(ones), 1, short == 0, short
    )  # fmt: skip


def _evaluation() -> Evaluation:
    accounts = tuple(_account(client) for client in WEEK.active_clients)
    shortfalls = [
        Shortfall(a.client, Requirement.HOURS, "", a.min_minutes, a.counted_minutes, missing, missing)
        for a in accounts
        if (missing := a.min_minutes - a.counted_minutes) > 0
    ]
    shortfalls += [
        Shortfall(a.client, Requirement.INDIVIDUAL, "", 1, a.individual_held, 1, 60)
        for a in accounts
        if a.individual_held == 0
    ]
    shortfalls.append(Shortfall("Family Education A", Requirement.MUST_RUN, "", 1, 0, 1, 0))
    missed = sum(not a.met for a in accounts)
    return Evaluation((), (missed, sum(a.shortfall_minutes for a in accounts), 0, 60, 0, 780, 3, 1920, 61), accounts,
                      tuple(shortfalls))  # fmt: skip


EVALUATION = _evaluation()
GOAL_RESULTS = tuple(
    GoalResult(goal.number, goal.title, value, value - 1 if goal.number == 6 else value, goal.number < 6)
    for goal, value in zip(GOALS[:8], EVALUATION.goals, strict=False)
)
