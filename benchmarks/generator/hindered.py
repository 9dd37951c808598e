"""The few clients of a site whose care plan cannot be met, for reasons that occur in life."""

from __future__ import annotations

from random import Random

from benchmarks.generator.census import DAY_TRACK, Person
from benchmarks.generator.duties import Duty
from benchmarks.generator.sections import Section
from benchmarks.generator.shape import Shape

SHARE = 0.04
ON_HOLD_SHARE = 0.015


def hinder(rng: Random, shape: Shape, people: list[Person], sections: list[Section]) -> list[Duty]:
    """Take some clients out of the plan; returns the commitments that are the reason for some of them.

    The seats planned for them stay: a client who is short by nature still attends what it can.
    """
    able = [p for p in people if p.phase.level != "OP" and p.phase.days >= 3 and (p.first_day, p.last_day) == (0, 6)]
    hindered = rng.sample(able, min(len(able), round(SHARE * len(people) + rng.random() * 0.5)))
    rest = [person for person in people if person not in hindered]
    on_hold = rng.sample(rest, round(ON_HOLD_SHARE * len(people)))
    duties = []
    for person in hindered:
        person.hindrance = rng.choice(("authorized", "job")) if person.track != DAY_TRACK else "authorized"
        if person.hindrance == "job":
            duties.append(_job(rng, shape, person))
    for person in on_hold:
        person.hindrance = "on hold"
    for person in hindered + on_hold:
        for section in sections:
            for seated in section.seated.values():
                if person in seated:
                    seated.remove(person)
            if person in section.members:
                section.members.remove(person)
        person.places, person.busy, person.sits_in, person.counted = [], [], [], 0
    return duties


def _job(rng: Random, shape: Shape, person: Person) -> Duty:
    """Shifts in the hours of the client's only track on all of its days but one or two."""
    block = shape.block(person.track)
    free = 1 if shape.holiday else rng.choice((1, 2))
    days = tuple(sorted(rng.sample(block.days, len(block.days) - free)))
    return Duty(person.name, days, block.slots[0].start - 30, block.slots[-1].end + 30, "Work", True, 15)
