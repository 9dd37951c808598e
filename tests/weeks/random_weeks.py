"""Random weeks that touch every column of the contract: small, legal, and often short of something."""

from __future__ import annotations

from datetime import date
from random import Random

from scheduler.domain.calendar import NO_WINDOWS, Window, week_windows
from scheduler.domain.groups import Group, TopicRule
from scheduler.domain.locks import Lock
from scheduler.domain.modality import Modality
from scheduler.domain.people import Appointment, Client, Clinician, Commitment, KeepApart, Phase
from scheduler.domain.program import Closure, Program, Room, Track
from scheduler.domain.week import Week

TOPICS = ("Coping", "Family", "Process", "Skills", "Trauma")
FEATURES = ("Piano", "Ramp")
TAGS = ("Spanish", "veteran", "women")
LOOSE = (Modality.IN_PERSON, Modality.IN_PERSON, Modality.IN_PERSON, Modality.VIRTUAL, Modality.EITHER)


def random_week(seed: int, clients: int = 12, groups: int = 8, locks: bool = False) -> Week:
    """A week made from the seed alone."""
    rng = Random(seed)
    tracks = _tracks(rng)
    phases = _phases(rng)
    rooms = _rooms(rng)
    clinicians = _clinicians(rng, rooms)
    people = tuple(_client(rng, n, phases, tracks, clinicians) for n in range(clients))
    all_groups = tuple(_group(rng, n, phases, tracks, clinicians, rooms) for n in range(groups))
    program = _program(rng)
    return Week(
        program=program,
        tracks=tracks,
        phases=phases,
        groups=all_groups,
        clinicians=clinicians,
        rooms=rooms,
        clients=people,
        topic_rules=_topic_rules(rng, phases),
        commitments=tuple(_commitment(rng, rng.choice(people)) for _ in range(clients)),
        appointments=tuple(_appointment(rng, client, clinicians, program) for client in people if rng.random() < 0.3),
        closures=_closures(rng, clinicians, rooms),
        keep_apart=(KeepApart(people[0].name, people[1].name), KeepApart(people[2].name, people[3].name)),
        locks=tuple(_lock(rng, people, all_groups, clinicians) for _ in range(3)) if locks else (),
    )


def _some(rng: Random, items: tuple, least: int = 0, most: int | None = None) -> tuple:
    count = rng.randint(least, len(items) if most is None else min(most, len(items)))
    chosen = set(rng.sample(range(len(items)), count))
    return tuple(item for index, item in enumerate(items) if index in chosen)


def _program(rng: Random) -> Program:
    return Program(
        name="Random",
        monday=date(2026, 11, 30),
        time_step=rng.choice((15, 30)),
        mix_tracks=rng.random() < 0.4,
        same_topic_per_day=rng.choice((0, 1, 1, 2)),
        individual_counts=rng.random() < 0.7,
        individual_on_treatment_days=rng.random() < 0.3,
        individual_after_groups=rng.random() < 0.3,
        individual_within_tracks=rng.random() < 0.3,
        trip_cost=rng.choice((0, 60)),
        clinician_break=rng.choice((0, 0, 10)),
        room_turnaround=rng.choice((0, 0, 15)),
    )


def _tracks(rng: Random) -> tuple[Track, ...]:
    def track(name: str, start: int, end: int) -> Track:
        return Track(name, week_windows((day, Window(start, end)) for day in _some(rng, tuple(range(6)), 3)))

    return (track("Morning", 9 * 60, 12 * 60 + 30), track("Noon", 12 * 60, 16 * 60), track("Evening", 1050, 1260))


def _phases(rng: Random) -> tuple[Phase, ...]:
    def phase(name: str, least: int) -> Phase:
        return Phase(
            name,
            "IOP",
            min_minutes=least,
            target_minutes=least + rng.choice((0, 60)),
            max_minutes=rng.choice((None, least + 180)),
            min_days=rng.choice((0, 2, 3)),
            max_days=rng.choice((7, 4)),
            min_minutes_per_day=rng.choice((0, 90)),
            max_minutes_per_day=rng.choice((None, 300)),
            max_days_between=rng.choice((None, 1, 2)),
            individual_sessions=rng.choice((0, 1, 1, 2)),
            individual_minutes=rng.choice((30, 60)),
            individual_counted_minutes=rng.choice((30, 60)),
        )

    return (phase("IOP 1", 360), phase("OP", 120))


def _rooms(rng: Random) -> tuple[Room, ...]:
    rooms = [
        Room("Hall", rng.choice((6, 12)), for_individual=rng.random() < 0.5, features=("Ramp",)),
        Room("Oak", 8, features=_some(rng, FEATURES)),
        Room("Elm", 8),
        Room("Ash", 8),
        Room("Office 1", 2, for_groups=False),
        Room("Office 2", 2, for_groups=False),
    ]
    if rng.random() < 0.5:
        rooms.append(Room("Zoom 1", 20, virtual=True, link="https://example.invalid/1"))
    return tuple(rooms)


def _clinicians(rng: Random, rooms: tuple[Room, ...]) -> tuple[Clinician, ...]:
    result = []
    for number in range(4):
        days = _some(rng, tuple(range(6)), 3)
        hours = week_windows((day, Window(rng.choice((540, 600)), rng.choice((1020, 1260)))) for day in days)
        modality = rng.choice(LOOSE)
        result.append(
            Clinician(
                f"Clin {number}",
                rng.choice((None, (*_some(rng, TOPICS, 2), "Individual", "Psychiatry"))),
                hours,
                hours if modality is not Modality.VIRTUAL else NO_WINDOWS,
                hours if modality is not Modality.IN_PERSON else NO_WINDOWS,
                max_minutes=rng.choice((None, 900)),
                max_minutes_per_day=rng.choice((None, 300)),
                office=rng.choice((None, None, "Office 1")),
            )
        )
    return tuple(result)


def _group(rng: Random, number: int, phases: tuple, tracks: tuple, clinicians: tuple, rooms: tuple) -> Group:
    names = tuple(clinician.name for clinician in clinicians)
    most = rng.randint(3, 8)
    days = _some(rng, tuple(range(6)), 2)
    served = tuple(track.name for track in _some(rng, tracks, 1))
    counted = rng.choice((60, 60, 90, 0))
    facilitators = rng.choice((0, 1, 1, 1, 2))
    return Group(
        f"Group {number}",
        rng.choice(TOPICS),
        served,
        tuple(phase.name for phase in _some(rng, phases, 1)),
        days,
        rng.choice((None, (540,), (600, 720), (1080,), (780,), (660,))),
        rng.choice((50, 60, 90)),
        counted,
        rng.randint(1, len(days)),
        most,
        rng.randint(2, most),
        min_clients=rng.choice((1, 2, 3)),
        same_time=rng.random() < 0.6,
        same_clinician=rng.random() < 0.4,
        seats_per_client=rng.choice((1, 1, 2)),
        facilitators=facilitators,
        clinicians=rng.choice((None, None, _some(rng, names, 2))),
        lead=rng.choice(((), (), _some(rng, names, 1, 2))) if facilitators else (),
        rooms=rng.choice((None, None, ("Hall", "Oak"))),
        features=rng.choice(((), (), ("Ramp",))),
        modality=rng.choice((Modality.IN_PERSON, Modality.IN_PERSON, Modality.HYBRID, Modality.VIRTUAL)),
        cohort=rng.random() < 0.2,
        required_tags=rng.choice(((), (), (), ("women",))),
        forbidden_tags=rng.choice(((), (), (), ("veteran",))),
        program_weeks=rng.choice((None, None, None, ((1, 4),), ((5, None),))),
        must_run=rng.random() < 0.15,
        active=rng.random() < 0.95,
    )


def _client(rng: Random, number: int, phases: tuple, tracks: tuple, clinicians: tuple) -> Client:
    phase = rng.choice(phases)
    names = tuple(clinician.name for clinician in clinicians)
    wanted = [track.name for track in _some(rng, tracks, 1)]
    rng.shuffle(wanted)
    minutes = rng.choice((phase.individual_minutes, phase.individual_minutes, 45))
    same = minutes == phase.individual_minutes
    return Client(
        f"C{number:03d}",
        phase.name,
        tuple(wanted),
        primary_clinician=rng.choice((None, *names)),
        cover_clinician=rng.choice((None, None, rng.choice(names))),
        avoid_clinicians=rng.choice(((), (), (rng.choice(names),))),
        modality=rng.choice(LOOSE),
        virtual_days=rng.choice(((), (), (1, 3))),
        individual_sessions=phase.individual_sessions,
        individual_minutes=minutes,
        individual_counted_minutes=phase.individual_counted_minutes if same else minutes,
        needs=tuple((topic, rng.choice((1, 1, 2))) for topic in _some(rng, TOPICS, 0, 2)),
        avoid_topics=_some(rng, TOPICS, 0, 1) if rng.random() < 0.2 else (),
        tags=_some(rng, TAGS),
        authorized_minutes=rng.choice((None, None, 480)),
        authorized_days=rng.choice((None, None, 3)),
        authorized_minutes_per_day=rng.choice((None, None, 240)),
        program_week=rng.choice((None, 2, 7)),
        min_minutes=rng.choice((None, None, None, 300)),
        first_day=rng.choice((0, 0, 0, 2)),
        last_day=rng.choice((6, 6, 6, 3)),
        priority=rng.choice((1, 1, 1, 3)),
        active=rng.random() < 0.95,
    )


def _topic_rules(rng: Random, phases: tuple) -> tuple[TopicRule, ...]:
    return (
        TopicRule(None, "Process", rng.randint(0, 2), rng.choice((None, 3)), rng.random() < 0.5),
        TopicRule(rng.choice(phases).name, "Skills", rng.randint(0, 1), rng.choice((None, 1, 2)), rng.random() < 0.5),
    )


def _commitment(rng: Random, client: Client) -> Commitment:
    start = rng.choice((0, 480, 780))
    days = _some(rng, tuple(range(7)), 1, 3)
    return Commitment(client.name, days, start, start + 240, "work", rng.random() < 0.6, rng.choice((0, 30)))


def _appointment(rng: Random, client: Client, clinicians: tuple, program: Program) -> Appointment:
    return Appointment(
        client.name,
        rng.choice(("Psychiatry", "Psychiatry", "Individual")),
        30,
        rng.choice((1, 2)),
        rng.choice((None, rng.choice(clinicians).name)),
        rng.choice((None, None, Modality.IN_PERSON, Modality.EITHER, Modality.VIRTUAL)),
        rng.choice((0, 30)) if program.individual_counts else 0,
    )


def _closures(rng: Random, clinicians: tuple, rooms: tuple) -> tuple[Closure, ...]:
    whole = Closure(None, None, (rng.randrange(6),), 0, 1440, "holiday", excused=rng.random() < 0.5)
    late = Closure(None, None, (rng.randrange(6),), 660, 780, "staff meeting")
    clinician = Closure(rng.choice(clinicians).name, None, (0, 2), 540, 720)
    room = Closure(None, rng.choice(rooms).name, (1, 2), 600, 900)
    return _some(rng, (whole, late, clinician, room))


def _lock(rng: Random, clients: tuple, groups: tuple, clinicians: tuple) -> Lock:
    must, day = rng.random() < 0.5, rng.choice((None, rng.randrange(6)))
    client, group = rng.choice(clients).name, rng.choice(groups).name
    form = rng.randrange(3)
    if form == 0:
        return Lock(must, client=client, group=group, day=day)
    if form == 1:
        return Lock(
            must, client=client, day=rng.randrange(6), clinician=rng.choice((None, rng.choice(clinicians).name))
        )
    start = rng.choice((None, 600))
    leader = rng.choice((None, rng.choice(clinicians).name))
    return Lock(must, group=group, day=rng.randrange(6), start=start, clinician=leader)
