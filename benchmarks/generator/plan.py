"""The planned week of a site: the hidden schedule that shows that the site's care plans can be met."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.generator.census import Person, people_of
from benchmarks.generator.duties import Duty, duties_of
from benchmarks.generator.hindered import hinder
from benchmarks.generator.rooms import Space, rooms_of
from benchmarks.generator.sections import Section, sections_of
from benchmarks.generator.shape import Shape
from benchmarks.generator.staff import SERVICES, OneToOne, Staff
from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule, schedule_of


@dataclass
class Plan:
    """People, groups, staff and rooms that fit together."""

    shape: Shape
    people: list[Person]
    sections: list[Section]
    duties: list[Duty]
    staff: Staff
    rooms: list[Space]
    offices: dict[OneToOne, str]
    primary: dict[str, str]

    @property
    def plans_met(self) -> int:
        """Care plans that the planned week meets."""
        return sum(
            not person.out_of_plan and (not person.phase.individual_sessions or person.name in self.primary)
            for person in self.people
        )

    def schedule(self) -> Schedule:
        """The planned week; those who are short by nature have no part in it."""
        absent = {person.name for person in self.people if person.out_of_plan}
        groups = [
            GroupSession(
                day,
                section.slot.start,
                section.slot.end,
                section.name,
                tuple(sorted(section.planned_staff)),
                section.planned_rooms[day],
                tuple(sorted(person.name for person in section.seated[day])),
            )
            for section in self.sections
            for day in section.held_days
        ]
        ones = [self._one_on_one(one) for one in self.staff.sessions if one.client not in absent]
        return schedule_of(groups, ones)

    def _one_on_one(self, one: OneToOne) -> OneOnOne:
        return OneOnOne(
            one.client,
            Kind.INDIVIDUAL if one.service == "Individual" else Kind.APPOINTMENT,
            one.service,
            one.day,
            one.start,
            one.end,
            one.clinician,
            self.offices.get(one),
            Modality.IN_PERSON if one.in_person else Modality.VIRTUAL,
        )


def plan_of(rng: Random, shape: Shape, clients: int) -> Plan:
    """People first, then the groups they fill, the clinicians who lead them, and the rooms that hold them."""
    people = people_of(rng, shape, clients)
    sections = sections_of(rng, shape, people)
    extra = hinder(rng, shape, people, sections)
    sections = [section for section in sections if section.held_days]
    for section in sections:
        if clients >= 40 and rng.random() < 0.1:
            section.facilitators = 2
        if section.modality == "in person" and section.max_clients <= 8 and rng.random() < 0.05:
            section.seats_per_client = 2
    duties = duties_of(rng, shape, [person for person in people if not person.out_of_plan]) + extra
    staff = Staff(rng, shape, duties)
    for section in sections:
        staff.lead(section)
    primary = {}
    for person in rng.sample(people, len(people)):
        clinician = staff.hold_individual(person)
        if clinician:
            primary[person.name] = clinician
    appointments = [
        (p, service, minutes) for service, minutes, share in SERVICES for p in people if rng.random() < share
    ]
    for person, service, minutes in appointments:
        staff.hold_appointment(person, service, minutes)
    rooms, offices = rooms_of(shape, sections, staff.sessions)
    duties = [duty for person in people for duty in staff.duties[person.name]]
    return Plan(shape, people, sections, duties, staff, rooms, offices, primary)
