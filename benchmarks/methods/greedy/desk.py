"""What lies on the desk: who and what is taken when, the sessions planned, and each client's sheet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from scheduler.domain.care_plan import CarePlan, care_plan
from scheduler.domain.people import Client
from scheduler.domain.schedule import OneOnOne
from scheduler.domain.week import Week
from scheduler.model.options import Admission, Options, Slot
from scheduler.model.options.slots import Placement


@dataclass
class Diary:
    """Stretches that clinicians or rooms are taken, by name and day."""

    pause: int
    taken: defaultdict[tuple[str, int], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def free(self, name: str, day: int, start: int, end: int) -> bool:
        return not any(s < end + self.pause and start < e + self.pause for s, e in self.taken[name, day])

    def take(self, name: str, day: int, start: int, end: int) -> None:
        self.taken[name, day].append((start, end))

    def minutes(self, name: str, day: int | None = None) -> int:
        days = range(7) if day is None else (day,)
        return sum(end - start for d in days for start, end in self.taken[name, d])


@dataclass(eq=False)
class Session:
    """A planned session, the same only as itself; seats: how many clients it takes."""

    slot: Slot
    placement: Placement
    facilitators: tuple[str, ...]
    room: str | None
    seats: int
    clients: list[str] = field(default_factory=list)

    @property
    def needed(self) -> int:
        return self.slot.group.min_clients


@dataclass
class Sheet:
    """A client's week so far."""

    client: Client
    plan: CarePlan
    track: str | None = None
    sits_in: list[Session] = field(default_factory=list)
    meets: list[tuple[OneOnOne, int]] = field(default_factory=list)

    def spans(self, day: int) -> list[tuple[int, int]]:
        groups = [(s.placement.start, s.placement.end) for s in self.sits_in if s.slot.day == day]
        return groups + [(m.start, m.end) for m, _ in self.meets if m.day == day]

    def free(self, day: int, start: int, end: int) -> bool:
        return not any(s < end and start < e for s, e in self.spans(day))

    def counted(self, day: int | None = None) -> int:
        groups = sum(s.slot.group.counted_minutes for s in self.sits_in if day in (None, s.slot.day))
        return groups + sum(counted for m, counted in self.meets if day in (None, m.day))

    def days(self) -> set[int]:
        return {s.slot.day for s in self.sits_in if s.slot.group.counted_minutes > 0}

    def of_topic(self, topic: str, day: int | None = None) -> int:
        return sum(s.slot.group.topic == topic and day in (None, s.slot.day) for s in self.sits_in)

    def may_count(self, day: int, minutes: int) -> bool:
        """H11: whether so many more counted minutes on the day are within the client's limits."""
        week, of_day = self.plan.max_minutes, self.plan.max_minutes_per_day
        return (week is None or self.counted() + minutes <= week) and (
            of_day is None or self.counted(day) + minutes <= of_day
        )


@dataclass
class Desk:
    """Everything that is decided so far."""

    options: Options
    clinicians: Diary
    rooms: Diary
    sheets: dict[str, Sheet]
    sessions: dict[tuple[str, int], Session] = field(default_factory=dict)

    @property
    def week(self) -> Week:
        return self.options.week

    def admissions(self, client: Client) -> tuple[Admission, ...]:
        return self.options.admissions_of_client.get(client.name, ())

    def has_time(self, clinician: str, day: int, minutes: int) -> bool:
        """H7: Max hours and Max hours per day."""
        person = self.week.clinician_by_name[clinician]
        of_week, of_day = person.max_minutes, person.max_minutes_per_day
        return (of_week is None or self.clinicians.minutes(clinician) + minutes <= of_week) and (
            of_day is None or self.clinicians.minutes(clinician, day) + minutes <= of_day
        )


def empty_desk(options: Options) -> Desk:
    week = options.week
    rooms = Diary(week.program.room_turnaround)
    sheets = {client.name: Sheet(client, care_plan(week, client)) for client in week.active_clients}
    return Desk(options, Diary(week.program.clinician_break), rooms, sheets)
