"""The structure of a generated site: blocks of the day, phases, settings; drawn from the seed and the size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

TOPICS = (
    "Relapse Prevention",
    "Process Group",
    "CBT Skills",
    "DBT Skills",
    "Mindfulness",
    "Psychoeducation",
    "Life Skills",
    "Stress Management",
    "Anger Management",
    "Trauma Recovery",
    "Early Recovery",
    "Motivation",
    "Healthy Relationships",
    "Coping Skills",
    "Dual Diagnosis",
    "Wellness",
    "Communication",
    "Seeking Safety",
)

# Each is one day's three counted hours as (minutes, counted minutes) of its sessions.
DAY_PLANS = (
    ((60, 60), (60, 60), (60, 60)),
    ((90, 90), (90, 90)),
    ((50, 60), (50, 60), (50, 60)),
    ((120, 120), (60, 60)),
    ((60, 60), (120, 120)),
)
WEEKDAYS = (0, 1, 2, 3, 4)
THURSDAY = 3
ORDINARY_MONDAY = date(2026, 11, 30)
THANKSGIVING_MONDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Slot:
    """One session's place in a block's day; topics that meet there (no other slot a client attends has them)."""

    start: int
    minutes: int
    counted: int
    topics: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass(frozen=True)
class Block:
    """A part of the day in which groups meet: Morning, Afternoon or Evening, also a track of that name."""

    name: str
    days: tuple[int, ...]
    slots: tuple[Slot, ...]
    window: tuple[int, int]
    is_track: bool = True


@dataclass(frozen=True)
class PhaseShape:
    """A phase, its share of the clients, and the days a week that its clients come."""

    name: str
    level: str
    share: float
    days: int
    min_hours: float
    target_hours: float
    max_hours: float
    individual_sessions: int = 1
    min_hours_per_day: float = 0
    max_days_between: int | None = None


@dataclass(frozen=True)
class Shape:
    """Everything about a site that is not its people."""

    monday: date
    holiday: bool
    step: int
    clinician_break: int
    room_turnaround: int
    mix_tracks: bool
    same_topic_per_day: int
    on_treatment_days: bool
    after_groups: bool
    within_tracks: bool
    own_offices: bool
    group_size: int
    individual: tuple[int, int]
    blocks: tuple[Block, ...]
    phases: tuple[PhaseShape, ...]
    day_afternoon_slots: int

    @property
    def open_days(self) -> tuple[int, ...]:
        return tuple(day for day in WEEKDAYS if not (self.holiday and day == THURSDAY))

    def block(self, name: str) -> Block:
        return next(block for block in self.blocks if block.name == name)


def shape_of(rng: Random, clients: int, holiday: bool, with_evening: bool = False) -> Shape:
    """A site's structure: larger sites have more tracks and phases, and every seed differs."""
    has_php = clients >= 30 and rng.random() < 0.75
    has_evening = rng.random() < 0.85 or clients < 30 or with_evening
    plan = rng.choice(DAY_PLANS)
    gap = 10 if plan[0][0] == 50 else rng.choice((0, 0, 15))
    names = _block_names(rng, clients, has_php, has_evening, with_evening)
    has_evening = "Evening" in names
    blocks = _blocks(rng, names, plan, gap, tail=120 if not has_evening else 0)
    # After groups, the evening leaves no time: only day sites place individual sessions so.
    return Shape(
        monday=THANKSGIVING_MONDAY if holiday else ORDINARY_MONDAY,
        holiday=holiday,
        step=30 if rng.random() < 0.3 and all(slot.start % 30 == 0 for block in blocks for slot in block.slots) else 15,
        clinician_break=rng.choice((0, min(gap, 10))),
        room_turnaround=rng.choice((0, gap)),
        mix_tracks=rng.random() < 0.25,
        same_topic_per_day=rng.choice((1, 1, 2, 0)),
        on_treatment_days=rng.random() < 0.3,
        after_groups=not has_evening and rng.random() < 0.6,
        within_tracks=not has_evening and rng.random() < 0.4,
        own_offices=rng.random() < 0.3,
        group_size=rng.randint(10, 12),
        individual=rng.choice(((60, 60), (60, 60), (45, 45), (50, 60))),
        blocks=tuple(blocks),
        phases=_phases(rng, clients, has_php, plan),
        day_afternoon_slots=1 if plan[0][0] > 60 or len(plan) == 2 else 2,
    )


def _block_names(rng: Random, clients: int, has_php: bool, has_evening: bool, sure: bool) -> list[str]:
    names = ["Morning"]
    if has_php or clients >= 60 or (not has_evening and clients >= 25):
        names.append("Afternoon")
    if has_evening and (sure or clients >= 30 or rng.random() < 0.6):
        names.append("Evening")
    return names


def _blocks(rng: Random, names: list[str], plan: tuple[tuple[int, int], ...], gap: int, tail: int) -> list[Block]:
    length = sum(minutes for minutes, _ in plan) + gap * (len(plan) - 1)
    morning = rng.choice((510, 540, 540, 570))
    starts = {
        "Morning": morning,
        "Afternoon": -(-(morning + length + 45) // 30) * 30,
        "Evening": rng.choice((1050, 1065, 1080)),
    }
    days = {"Morning": WEEKDAYS, "Afternoon": WEEKDAYS, "Evening": rng.choice(((0, 1, 2, 3), (0, 1, 2, 3), WEEKDAYS))}
    topics = rng.sample(TOPICS, len(TOPICS))
    blocks = []
    for name in names:
        # Morning and afternoon are attended together by day clients, so they share no topic.
        offset, every = (0, len(plan)) if name == "Evening" else (("Morning", "Afternoon").index(name), 2 * len(plan))
        slots = []
        start = starts[name]
        for index, (minutes, counted) in enumerate(plan):
            first = index if every == len(plan) else 2 * index + offset
            slots.append(Slot(start, minutes, counted, tuple(topics[first::every][:4])))
            start += minutes + gap
        window = (slots[0].start, slots[-1].end + tail)
        blocks.append(Block(name, days[name], tuple(slots), window))
    return blocks


def _phases(rng: Random, clients: int, has_php: bool, plan: tuple[tuple[int, int], ...]) -> tuple[PhaseShape, ...]:
    first_days = rng.choice((3, 4, 5))
    day_hours = 3 if rng.random() < 0.4 else 0
    gap = rng.choice((None, 2))
    phases = [
        PhaseShape("IOP 1", "IOP", 0.45, first_days, 3 * first_days, 3 * first_days + 1, 19, 1, day_hours, gap),
        PhaseShape("IOP 2", "IOP", 0.35, 3, 9, rng.choice((9, 10)), 15, 1, 0, gap),
    ]
    if clients < 20 and rng.random() < 0.5:
        phases = [PhaseShape("IOP", "IOP", 0.8, 3, 9, 9, 19, 1, day_hours, gap)]
    if has_php:
        phases.insert(0, PhaseShape("PHP", "PHP", 0.13, 5, 20, 20, 30, 1, rng.choice((0, 4))))
    if rng.random() < 0.8:
        phases.append(PhaseShape("OP", "OP", 0.14, 1, 1, 2, 8, rng.choice((0, 1))))
    return tuple(phases)
