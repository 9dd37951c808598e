"""The sheet Clients: each client's row, with wishes and limits that the planned week respects."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

from benchmarks.generator.census import DAY_TRACK, Person
from benchmarks.generator.plan import Plan
from benchmarks.names import full_name
from benchmarks.sheets import Row, days_cell, hours_cell, list_cell

_TAGS = (("Spanish", 0.08), ("veteran", 0.06), ("women", 0.35))


def client_rows(rng: Random, plan: Plan) -> list[Row]:
    """One row a client."""
    return [_row(rng, plan, person) for person in plan.people]


def _row(rng: Random, plan: Plan, person: Person) -> Row:
    row: Row = {
        "Client": person.name,
        "Name": full_name(rng),
        "Phase": person.phase.name,
        "Tracks": list_cell(_tracks(rng, plan, person)),
    }
    if person.modality != "in person":
        row["Modality"] = person.modality
    row |= _people(rng, plan, person) | _topics(rng, plan, person) | _dates(rng, plan, person)
    row |= _limits(rng, plan, person)
    tags = {*person.tags, *(tag for tag, share in _TAGS if rng.random() < share)}
    if tags:
        row["Tags"] = list_cell(sorted(tags))
    if rng.random() < 0.08:
        row["Priority"] = rng.randint(2, 5)
    if person.hindrance == "on hold":
        row["Active"] = "no"
    return row


def _tracks(rng: Random, plan: Plan, person: Person) -> list[str]:
    """A second acceptable track for some; for a few of them the plan is the second choice."""
    others = [b.name for b in plan.shape.blocks if b.name != person.track and len(b.days) >= person.phase.days]
    part_week = (person.first_day, person.last_day) != (0, 6)
    if person.hindrance or part_week or person.track == DAY_TRACK or not others or rng.random() > 0.25:
        return person.tracks
    tracks = [person.track, rng.choice(others)]
    open_days = [len(set(plan.shape.block(name).days) & set(plan.shape.open_days)) for name in tracks]
    # Minima scale by the first track's days: a longer first track would ask for more days than are planned.
    return tracks[::-1] if open_days[1] <= open_days[0] and rng.random() < 0.3 else tracks


def _people(rng: Random, plan: Plan, person: Person) -> Row:
    row: Row = {}
    if person.name in plan.primary and rng.random() < 0.85:
        row["Primary clinician"] = plan.primary[person.name]
        holders = sorted(set(plan.primary.values()) - {plan.primary[person.name]})
        if holders and rng.random() < 0.1:
            row["Cover clinician"] = rng.choice(holders)
    seen = {name for s in plan.sections if person in s.members for name in s.planned_staff}
    seen |= {one.clinician for one in plan.staff.sessions if one.client == person.name}
    unseen = sorted(w.name for w in plan.staff.workers if w.name not in seen and w.name != row.get("Cover clinician"))
    if unseen and rng.random() < 0.05:
        row["Avoid clinicians"] = rng.choice(unseen)
    return row


def _topics(rng: Random, plan: Plan, person: Person) -> Row:
    topic_of = {section.name: section.topic for section in plan.sections}
    attended = Counter(topic_of[group] for group, _ in person.sits_in)
    row: Row = {}
    if attended and rng.random() < 0.4:
        chosen = rng.sample(sorted(attended), min(len(attended), rng.choice((1, 1, 2))))
        counts = {topic: rng.randint(1, min(2, attended[topic])) for topic in chosen}
        row["Needs"] = list_cell(topic if count == 1 else f"{topic}:{count}" for topic, count in counts.items())
    others = sorted(set(topic_of.values()) - set(attended))
    if others and not person.hindrance and rng.random() < 0.08:
        row["Avoid topics"] = rng.choice(others)
    return row


def _dates(rng: Random, plan: Plan, person: Person) -> Row:
    monday = plan.shape.monday
    row: Row = {}
    if rng.random() < 0.85:
        first = monday - timedelta(days=7 * (person.program_week - 1))
        day = person.first_day if person.program_week == 1 else rng.randint(0, 4)
        row["Admitted"] = first + timedelta(days=day)
    else:
        row["Program week"] = person.program_week
    if person.first_day > 0:
        row["Starts"] = monday + timedelta(days=person.first_day)
    if person.last_day < 6:
        row["Ends"] = monday + timedelta(days=person.last_day)
    return row


def _limits(rng: Random, plan: Plan, person: Person) -> Row:
    """Authorizations that the planned week keeps, or, for some who are short by nature, less than what is due."""
    if person.hindrance == "authorized":
        return {"Authorized hours": max(1, round(person.phase.min_hours * rng.uniform(0.5, 0.8)))}
    if person.hindrance:
        return {}
    by_day = _counted_by_day(plan, person)
    row: Row = {}
    if rng.random() < 0.25:
        row["Authorized hours"] = -(-sum(by_day.values()) // 60) + rng.randint(0, 2)
    if rng.random() < 0.15:
        row["Authorized days"] = max(len(person.days), person.phase.days)
    if rng.random() < 0.1:
        row["Authorized hours per day"] = hours_cell(max(by_day.values(), default=0) + rng.choice((0, 30, 60)))
    away = [day for day in range(5) if day not in by_day and person.modality == "in person"]
    if away and rng.random() < 0.06:
        row["Virtual days"] = days_cell([rng.choice(away)])
    return row


def _counted_by_day(plan: Plan, person: Person) -> Counter[int]:
    counted: Counter[int] = Counter()
    for _, slot, day in person.places:
        counted[day] += slot.counted
    for one in plan.staff.sessions:
        if one.client == person.name:
            counted[one.day] += plan.shape.individual[1] if one.service == "Individual" else one.end - one.start
    return counted
