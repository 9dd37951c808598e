"""Work, school and other commitments of clients, laid around the week that is planned for each."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.generator.census import DAY_TRACK, Person
from benchmarks.generator.shape import WEEKDAYS, Shape

_JOBS = {
    "Evening": ((8 * 60, 16 * 60), (8 * 60 + 30, 16 * 60 + 30), (9 * 60, 16 * 60 + 30), (7 * 60, 15 * 60)),
    "Morning": ((14 * 60, 20 * 60), (13 * 60 + 30, 18 * 60), (15 * 60, 22 * 60)),
    "Afternoon": ((7 * 60, 12 * 60), (6 * 60, 11 * 60), (18 * 60, 22 * 60)),
    DAY_TRACK: ((18 * 60, 21 * 60),),
}
_CHANCE = {"Evening": 0.75, "Morning": 0.4, "Afternoon": 0.4, DAY_TRACK: 0.1}


@dataclass(frozen=True)
class Duty:
    """One row of Commitments."""

    client: str
    days: tuple[int, ...]
    start: int
    end: int
    kind: str
    firm: bool
    travel: int

    def blocks(self, day: int, start: int, end: int, in_person: bool) -> bool:
        """Whether the client cannot have an activity then."""
        reach = self.travel if in_person else 0
        return self.firm and day in self.days and start < self.end + reach and self.start - reach < end


def duties_of(rng: Random, shape: Shape, people: list[Person]) -> list[Duty]:
    """Jobs, school runs and court dates that leave the planned groups possible; firm ones and wishes."""
    duties: list[Duty] = []
    for person in people:
        if rng.random() < _CHANCE[person.track]:
            start, end = rng.choice(_JOBS[person.track])
            days = WEEKDAYS if rng.random() < 0.6 else tuple(sorted(rng.sample(WEEKDAYS, rng.choice((2, 3, 4)))))
            _add(duties, person, days, start, end, rng.choice(("Work", "Work", "School")), True, rng)
        if rng.random() < 0.12:
            start = rng.choice((480, 540, 780, 900))
            _add(duties, person, (rng.choice(WEEKDAYS),), start, start + 120, "Court", True, rng)
        if rng.random() < 0.12:
            start = rng.choice((870, 900, 1020))
            _add(duties, person, WEEKDAYS, start, start + 60, "Child care", False, rng)
    return duties


def _add(
    duties: list[Duty], person: Person, days: tuple[int, ...], start: int, end: int, kind: str, firm: bool, rng: Random
) -> None:
    """Add the commitment with as much travel as the plan leaves, or not at all."""
    in_person = person.modality != "virtual"
    for travel in (rng.choice((15, 30, 45)), 15, 0):
        duty = Duty(person.name, days, start, end, kind, firm, travel)
        if not any(duty.blocks(day, s, e, in_person) for day, s, e in person.busy):
            duties.append(duty)
            return
    free = tuple(day for day in days if day not in person.days)
    if free and firm:
        duties.append(Duty(person.name, free, start, end, kind, firm, 30))
