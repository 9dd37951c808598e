"""The clients of a generated site, and for each a week that would do: the days and slots that are planned for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from benchmarks.generator.shape import Block, PhaseShape, Shape, Slot

DAY_TRACK = "Day"
"""The track of PHP clients: it holds the morning block and the afternoon block."""

_THREE_DAYS = ((0, 2, 4), (0, 2, 4), (0, 1, 3), (0, 2, 3), (1, 2, 3), (1, 3, 4), (0, 1, 2), (0, 3, 4))
_FOUR_DAYS = ((0, 1, 2, 3), (0, 1, 3, 4), (0, 2, 3, 4), (1, 2, 3, 4), (0, 1, 2, 4))

Loads = Counter[tuple[str, int, int]]
"""Clients planned in a slot, by block, start and day."""


@dataclass
class Person:
    """A client and the plan made for it; the plan itself is not written to the workbook."""

    name: str
    phase: PhaseShape
    track: str
    tracks: list[str]
    modality: str
    program_week: int
    first_day: int = 0
    last_day: int = 6
    places: list[tuple[Block, Slot, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    busy: list[tuple[int, int, int]] = field(default_factory=list)
    """Planned activities as (day, start, end)."""
    sits_in: list[tuple[str, int]] = field(default_factory=list)
    """Planned sessions as (group, day)."""
    counted: int = 0
    hindrance: str = ""
    """Why the client is out of the plan: `authorized`, `job`, `on hold`; blank: it is in."""

    @property
    def out_of_plan(self) -> bool:
        return bool(self.hindrance)

    @property
    def days(self) -> tuple[int, ...]:
        return tuple(sorted({day for _, _, day in self.places}))

    def is_free(self, day: int, start: int, end: int) -> bool:
        return all(day != d or end <= s or e <= start for d, s, e in self.busy)


def people_of(rng: Random, shape: Shape, clients: int) -> list[Person]:
    """The clients, shared out over phases and tracks, each with places in slots on enough open days."""
    people = [_person(rng, shape, number) for number in range(1, clients + 1)]
    loads: Loads = Counter()
    for person in sorted(people, key=lambda p: (-p.phase.days, p.name)):
        _place(rng, shape, person, loads)
    return people


def _person(rng: Random, shape: Shape, number: int) -> Person:
    phase = rng.choices(shape.phases, [phase.share for phase in shape.phases])[0]
    track = DAY_TRACK if phase.level == "PHP" else rng.choice(_tracks_for(shape, phase))
    first, last = _dates(rng, shape, track)
    return Person(
        name=f"C{number:04d}",
        phase=phase,
        track=track,
        tracks=[track],
        modality=rng.choices(("in person", "either", "virtual"), (80, 10, 10))[0]
        if track != DAY_TRACK
        else "in person",
        program_week=rng.randint(1, 6) if phase.name in ("PHP", "IOP 1") else rng.randint(5, 16),
        first_day=first,
        last_day=last,
    )


def _tracks_for(shape: Shape, phase: PhaseShape) -> list[str]:
    """Tracks that meet on enough days for the phase; mornings and evenings are asked for most."""
    names = [block.name for block in shape.blocks if len(block.days) >= phase.days]
    return [name for name in names for _ in range(1 if name == "Afternoon" else 2)]


def _dates(rng: Random, shape: Shape, track: str) -> tuple[int, int]:
    """A few are admitted or leave in mid-week."""
    drawn = rng.random()
    if drawn < 0.03:
        return rng.choice((1, 2)), 6
    if drawn < 0.05:
        return 0, rng.choice((1, 2))
    return 0, 6


def _place(rng: Random, shape: Shape, person: Person, loads: Loads) -> None:
    """Choose the least crowded days, so that seats are nowhere left over."""
    main = shape.block("Morning" if person.track == DAY_TRACK else person.track)
    present = [day for day in main.days if day in shape.open_days and person.first_day <= day <= person.last_day]
    if person.phase.level == "OP":
        choices = [(slot, day) for slot in main.slots for day in present]
        slot, day = min(choices, key=lambda c: (loads[main.name, c[0].start, c[1]], rng.random()))
        person.places = [(main, slot, day)]
    else:
        slots = [(main, slot) for slot in main.slots]
        if person.track == DAY_TRACK:
            afternoon = shape.block("Afternoon")
            slots += [(afternoon, slot) for slot in afternoon.slots[: shape.day_afternoon_slots]]
        days = _days(rng, present, person.phase.days, [loads[main.name, main.slots[0].start, d] for d in range(7)])
        person.places = [(block, slot, day) for day in days for block, slot in slots]
    for block, slot, day in person.places:
        loads[block.name, slot.start, day] += 1
    person.busy = [(day, slot.start, slot.end) for _, slot, day in person.places]
    person.counted = sum(slot.counted for _, slot, _ in person.places)


def _days(rng: Random, present: list[int], wanted: int, load: list[int]) -> list[int]:
    patterns = _THREE_DAYS if wanted == 3 else _FOUR_DAYS if wanted == 4 else ()
    fitting = [pattern for pattern in patterns if set(pattern) <= set(present)]
    if fitting:
        return list(min(fitting, key=lambda days: (sum(load[day] ** 2 for day in days), rng.random())))
    return sorted(rng.sample(present, min(wanted, len(present))))
