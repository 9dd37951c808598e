"""Clinicians, hired one by one as the planned week asks for them, and the one-on-one sessions they hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from benchmarks.generator.census import DAY_TRACK, Person
from benchmarks.generator.duties import Duty
from benchmarks.generator.sections import Section
from benchmarks.generator.shape import WEEKDAYS, Shape

WEEK_LOAD = 23 * 60
DAY_LOAD = 7 * 60
CASELOAD = 10
SERVICES = (("Psychiatry", 30, 0.1), ("Medication", 15, 0.08), ("Family", 60, 0.07), ("Case management", 30, 0.06))
PRESCRIBED = ("Psychiatry", "Medication")


@dataclass
class Worker:
    """A clinician: the shift, what is planned, and the topics that the plan asks of the clinician."""

    name: str
    start: int
    end: int
    prescriber: bool = False
    topics: set[str] = field(default_factory=set)
    clients: int = 0
    busy: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def load(self) -> int:
        return sum(end - start for _, start, end in self.busy)

    def load_on(self, day: int) -> int:
        return sum(end - start for d, start, end in self.busy if d == day)

    def can_take(self, day: int, start: int, end: int, gap: int) -> bool:
        inside = self.start <= start and end <= self.end and self.load_on(day) + end - start <= DAY_LOAD
        return inside and all(day != d or end + gap <= s or e + gap <= start for d, s, e in self.busy)


@dataclass(frozen=True)
class OneToOne:
    """A planned individual session or appointment."""

    client: str
    service: str
    day: int
    start: int
    end: int
    clinician: str
    in_person: bool


class Staff:
    """The clinicians of a site and its planned one-on-ones; somebody is hired where nobody is free."""

    def __init__(self, rng: Random, shape: Shape, duties: list[Duty]) -> None:
        self.rng = rng
        self.shape = shape
        # A clinician's own office needs its turnaround between sessions too.
        self.gap = max(shape.clinician_break, shape.room_turnaround if shape.own_offices else 0)
        self.workers: list[Worker] = []
        self.sessions: list[OneToOne] = []
        self.duties: dict[str, list[Duty]] = defaultdict(list)
        for duty in duties:
            self.duties[duty.client].append(duty)

    def lead(self, section: Section) -> None:
        """Plan the same facilitator or facilitators for all sessions of a group."""
        start, end, days = section.slot.start, section.slot.end, section.held_days
        for _ in range(section.facilitators):
            free = [
                worker
                for worker in self.workers
                if not worker.prescriber
                and worker.load + (end - start) * len(days) <= WEEK_LOAD
                and all(worker.can_take(day, start, end, self.gap) for day in days)
            ]
            # Few topics for each, and an even load.
            free.sort(key=lambda w: (section.topic not in w.topics, len(w.topics) > 4, w.load, w.name))
            worker = free[0] if free else self._hire(start, end)
            worker.topics.add(section.topic)
            worker.busy += [(day, start, end) for day in days]
            section.planned_staff.append(worker.name)

    def hold_individual(self, person: Person) -> str | None:
        """Plan the client's weekly individual session; returns its clinician, None where there is none."""
        if not person.phase.individual_sessions:
            return None
        minutes = self.shape.individual[0]
        ready = [w for w in self.workers if not w.prescriber and w.clients < CASELOAD and w.load + minutes <= WEEK_LOAD]
        ready.sort(key=lambda w: (w.clients, w.load, w.name))
        for worker in ready:
            if self._meet(worker, person, "Individual", minutes):
                return worker.name
        if not self._starts(person, minutes):
            # No hour of the week is left beside the client's commitments: these give way.
            self.duties[person.name] = []
        starts = self._starts(person, minutes)
        if not starts:
            return None
        worker = self._hire(starts[0][1], starts[0][1] + minutes)
        self._meet(worker, person, "Individual", minutes)
        return worker.name

    def hold_appointment(self, person: Person, service: str, minutes: int) -> bool:
        """Plan an appointment; returns whether there is a time for it."""
        prescribed = service in PRESCRIBED
        ready = [w for w in self.workers if w.prescriber == prescribed and w.load + minutes <= WEEK_LOAD]
        ready.sort(key=lambda w: (service not in w.topics, w.load, w.name))
        if any(self._meet(worker, person, service, minutes) for worker in ready[:12]):
            return True
        starts = self._starts(person, minutes) if prescribed else []
        if not starts:
            return False
        return self._meet(self._hire(starts[0][1], starts[0][1] + minutes, True), person, service, minutes)

    def _meet(self, worker: Worker, person: Person, service: str, minutes: int) -> bool:
        for day, start in self._starts(person, minutes):
            if worker.can_take(day, start, start + minutes, self.gap):
                worker.busy.append((day, start, start + minutes))
                worker.topics.add(service)
                worker.clients += service == "Individual"
                person.busy.append((day, start, start + minutes))
                in_person = person.modality == "in person"
                self.sessions.append(
                    OneToOne(person.name, service, day, start, start + minutes, worker.name, in_person)
                )
                return True
        return False

    def _starts(self, person: Person, minutes: int) -> list[tuple[int, int]]:
        """Every (day, start) at which the client can have a one-on-one, days of treatment first."""
        shape = self.shape
        last_end = {day: max(slot.end for _, slot, d in person.places if d == day) for day in person.days}
        found = []
        for day in sorted(shape.open_days, key=lambda d: (d not in last_end, d)):
            if not person.first_day <= day <= person.last_day or (shape.on_treatment_days and day not in last_end):
                continue
            for first, last in self._windows(person, day):
                opening = max(first, last_end.get(day, 0) if shape.after_groups else 0)
                for start in range(-(-opening // shape.step) * shape.step, last - minutes + 1, shape.step):
                    if self._suits(person, day, start, start + minutes):
                        found.append((day, start))
        return found

    def _windows(self, person: Person, day: int) -> list[tuple[int, int]]:
        if not self.shape.within_tracks:
            return [(8 * 60, 21 * 60 + 30)]
        names = ["Morning"] if person.track == DAY_TRACK else [person.track]
        blocks = [self.shape.block(name) for name in names]
        if person.track == DAY_TRACK:
            return [(blocks[0].window[0], self.shape.block("Afternoon").window[1])]
        return [block.window for block in blocks if day in block.days]

    def _suits(self, person: Person, day: int, start: int, end: int) -> bool:
        in_person = person.modality == "in person"
        return person.is_free(day, start, end) and not any(
            duty.blocks(day, start, end, in_person) for duty in self.duties[person.name]
        )

    def _hire(self, start: int, end: int, prescriber: bool = False) -> Worker:
        """A new clinician on the shift, early or late, that holds the time."""
        shifts = [(8 * 60, 17 * 60), (12 * 60 + 30, 21 * 60 + 45)]
        fitting = [shift for shift in shifts if shift[0] <= start and end <= shift[1]] or [(8 * 60, 21 * 60 + 45)]
        first, last = fitting[0] if start < 15 * 60 else fitting[-1]
        number = len(self.workers) + 1
        worker = Worker(f"Dr {number:02d}" if prescriber else f"Clin {number:02d}", first, last, prescriber)
        self.workers.append(worker)
        return worker

    def worked_days(self, worker: Worker) -> tuple[int, ...]:
        """Days on which the clinician is in: part-time where the plan leaves days free."""
        planned = {day for day, _, _ in worker.busy}
        return tuple(day for day in WEEKDAYS if day in planned or len(planned) >= 4)
