"""The groups of a generated site: as many parallel sections as the planned places ask for, and a few seats more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from benchmarks.generator.census import DAY_TRACK, Person
from benchmarks.generator.shape import Block, Shape, Slot

_PATTERNS_5 = (((0, 2, 4), (1, 3)), ((0, 1, 3), (2, 4)), ((0, 1, 2, 3, 4),), ((0, 2), (1, 3), (4,)))
_PATTERNS_4 = (((0, 2), (1, 3)), ((0, 1, 2, 3),), ((0, 1), (2, 3)))


@dataclass
class Section:
    """One group: its place in the week, who is planned to sit in it on which day, and what it asks for."""

    name: str
    topic: str
    block: Block
    slot: Slot
    days: tuple[int, ...]
    modality: str = "in person"
    members: list[Person] = field(default_factory=list)
    seated: dict[int, list[Person]] = field(default_factory=lambda: defaultdict(list))
    max_clients: int = 0
    seats_per_client: int = 1
    facilitators: int = 1
    planned_staff: list[str] = field(default_factory=list)
    planned_rooms: dict[int, str | None] = field(default_factory=dict)

    @property
    def held_days(self) -> tuple[int, ...]:
        return tuple(day for day in self.days if self.seated.get(day))

    @property
    def seats(self) -> int:
        return self.max_clients * self.seats_per_client

    @property
    def serves_day_track(self) -> bool:
        return any(person.track == DAY_TRACK for person in self.members)


def sections_of(rng: Random, shape: Shape, people: list[Person]) -> list[Section]:
    """Every group that somebody is planned to attend, with 5-15% more seats than places."""
    sections: list[Section] = []
    counts: dict[str, int] = defaultdict(int)
    for block in shape.blocks:
        for index, slot in enumerate(block.slots):
            for days in rng.choice(_PATTERNS_5 if len(block.days) == 5 else _PATTERNS_4):
                takers = [p for p in people if any(b is block and s is slot and d in days for b, s, d in p.places)]
                sections += _parallel(rng, shape, block, index, days, takers, counts)
    for section in sections:
        busiest = max(len(seated) for seated in section.seated.values())
        section.max_clients = max(busiest, round(busiest * rng.uniform(1.0, 1.1)), 3)
        for day, seated in sorted(section.seated.items()):
            for person in seated:
                person.sits_in.append((section.name, day))
    return sections


def _parallel(
    rng: Random,
    shape: Shape,
    block: Block,
    index: int,
    days: tuple[int, ...],
    takers: list[Person],
    counts: dict[str, int],
) -> list[Section]:
    """The sections side by side in one slot; virtual clients sit in virtual ones, a few of them in a hybrid one."""
    slot = block.slots[index]
    virtual = [person for person in takers if person.modality == "virtual"]
    others = [person for person in takers if person.modality != "virtual"]
    if len(virtual) >= 6:
        online = virtual + [person for person in others if person.modality == "either"]
        others = [person for person in others if person.modality != "either"]
        batches = [("virtual", batch) for batch in _batches(rng, shape, slot, days, online)]
        batches += [("in person", batch) for batch in _batches(rng, shape, slot, days, others)]
    else:
        batches = [("in person", batch) for batch in _batches(rng, shape, slot, days, others)]
        if virtual and batches:
            smallest = min(range(len(batches)), key=lambda b: len(batches[b][1]))
            batches[smallest] = ("hybrid", batches[smallest][1] + virtual)
        elif virtual:
            batches = [("virtual", virtual)]
    result = []
    for number, (modality, members) in enumerate(batches):
        topic = slot.topics[(number + rng.randrange(len(slot.topics)) * (number == 0)) % len(slot.topics)]
        counts[topic] += 1
        section = Section(f"{topic} {counts[topic]}", topic, block, slot, days, modality, members)
        for person in members:
            for b, s, day in person.places:
                if b is block and s is slot and day in days:
                    section.seated[day].append(person)
        result.append(section)
    return result


def _batches(rng: Random, shape: Shape, slot: Slot, days: tuple[int, ...], people: list[Person]) -> list[list[Person]]:
    """People shared out evenly, those in like weeks of treatment together, so that every day's load is small enough."""
    if not people:
        return []
    load = {day: sum(1 for p in people for _, s, d in p.places if s is slot and d == day) for day in days}
    number = -(-max(load.values()) // shape.group_size)
    batches: list[list[Person]] = [[] for _ in range(number)]
    loads = [dict.fromkeys(days, 0) for _ in range(number)]
    for person in sorted(people, key=lambda p: (p.program_week, p.name)):
        own = [day for _, s, day in person.places if s is slot and day in days]
        best = min(range(number), key=lambda b: (max(loads[b][day] for day in own), sum(loads[b].values()), b))
        batches[best].append(person)
        for day in own:
            loads[best][day] += 1
    return [batch for batch in batches if batch]
