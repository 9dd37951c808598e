"""The other sheets of a generated site: program, tracks, phases, clinicians, rooms, duties, closures, locks."""

from __future__ import annotations

from random import Random

from benchmarks.generator.census import DAY_TRACK
from benchmarks.generator.plan import Plan
from benchmarks.generator.shape import THURSDAY, Shape
from benchmarks.generator.staff import Worker
from benchmarks.sheets import Row, clock_cell, days_cell, hours_cell, list_cell, settings


def program_rows(shape: Shape, clients: int, seed: int) -> list[Row]:
    """The settings that the site's shape draws."""
    return settings(
        Program=f"Generated site {seed}, {clients} clients",
        Week_of=shape.monday,
        Time_step=shape.step,
        Mix_tracks=_yes(shape.mix_tracks),
        Same_topic_per_day=shape.same_topic_per_day,
        Individual_on_treatment_days=_yes(shape.on_treatment_days),
        Individual_after_groups=_yes(shape.after_groups),
        Individual_within_tracks=_yes(shape.within_tracks),
        Clinician_break=shape.clinician_break,
        Room_turnaround=shape.room_turnaround,
        Time_zone="America/New_York",
    )


def track_rows(shape: Shape) -> list[Row]:
    """One row a block, and one for the day track of PHP clients."""
    rows = [_track(block.name, block.days, *block.window) for block in shape.blocks]
    if any(phase.level == "PHP" for phase in shape.phases):
        morning, afternoon = shape.block("Morning"), shape.block("Afternoon")
        rows.insert(0, _track(DAY_TRACK, morning.days, morning.window[0], afternoon.window[1]))
    return rows


def _track(name: str, days: tuple[int, ...], start: int, end: int) -> Row:
    return {"Track": name, "Days": days_cell(days), "Start": clock_cell(start), "End": clock_cell(end)}


def phase_rows(shape: Shape) -> list[Row]:
    """One row a phase."""
    rows: list[Row] = []
    for phase in shape.phases:
        minutes, counted = shape.individual
        row: Row = {
            "Phase": phase.name,
            "Level of care": phase.level,
            "Min hours": phase.min_hours,
            "Target hours": phase.target_hours,
            "Max hours": phase.max_hours,
            "Min days": phase.days,
            "Max days": 5 if phase.level != "OP" else 2,
            "Min hours per day": phase.min_hours_per_day or None,
            "Max days between": phase.max_days_between,
            "Individual sessions": phase.individual_sessions,
            "Individual minutes": minutes,
            "Individual counted minutes": counted if counted != minutes else None,
        }
        rows.append({column: value for column, value in row.items() if value is not None})
    return rows


def clinician_rows(rng: Random, plan: Plan) -> list[Row]:
    """One row a clinician; limits a little above what the plan asks."""
    every_topic = sorted({section.topic for section in plan.sections})
    office_of = {one.clinician: office for one, office in plan.offices.items()}
    rows: list[Row] = []
    for worker in plan.staff.workers:
        row: Row = {"Clinician": worker.name, "Topics": _topics(rng, worker, every_topic)}
        if rng.random() < 0.8:
            row["Max hours"] = hours_cell(-(-round(worker.load * rng.uniform(1.05, 1.15)) // 30) * 30)
        if rng.random() < 0.3:
            busiest = max(worker.load_on(day) for day in range(7))
            row["Max hours per day"] = hours_cell(busiest + rng.choice((0, 30, 60)))
        if plan.shape.own_offices and worker.name in office_of:
            row["Office"] = office_of[worker.name]
        rows.append({column: value for column, value in row.items() if value is not None})
    return rows


def _topics(rng: Random, worker: Worker, every_topic: list[str]) -> str | None:
    if worker.prescriber:
        return list_cell(sorted(worker.topics | {"Psychiatry", "Medication"}))
    if worker.topics <= {*every_topic, "Individual"} and rng.random() < 0.15:
        return None
    extra = rng.sample(every_topic, min(len(every_topic), rng.randint(1, 3)))
    return list_cell(sorted(worker.topics | {"Individual", *extra}))


def hours_rows(plan: Plan) -> list[Row]:
    """When each clinician is in."""
    return [
        {
            "Clinician": worker.name,
            "Days": days_cell(plan.staff.worked_days(worker)),
            "Start": clock_cell(worker.start),
            "End": clock_cell(worker.end),
        }
        for worker in plan.staff.workers
    ]


def room_rows(plan: Plan) -> list[Row]:
    """Group rooms, offices, telehealth rooms."""
    rows: list[Row] = []
    for room in plan.rooms:
        row: Row = {"Room": room.name, "Capacity": room.capacity, "Use": room.use}
        if room.virtual:
            row |= {"Virtual": "yes", "Link": f"https://meet.example/{room.name.lower().replace(' ', '-')}"}
        rows.append(row)
    return rows


def commitment_rows(plan: Plan) -> list[Row]:
    """Work, school, court, child care."""
    return [
        {
            "Client": duty.client,
            "Days": days_cell(duty.days),
            "Start": clock_cell(duty.start),
            "End": clock_cell(duty.end),
            "Kind": duty.kind,
            "Firm": _yes(duty.firm),
            "Travel": duty.travel,
        }
        for duty in plan.duties
    ]


def appointment_rows(rng: Random, plan: Plan) -> list[Row]:
    """Psychiatry, medication, family, case management; with its clinician named for some."""
    rows: list[Row] = []
    for one in sorted(plan.staff.sessions, key=lambda one: (one.client, one.service)):
        if one.service == "Individual":
            continue
        row: Row = {"Client": one.client, "Service": one.service, "Minutes": one.end - one.start}
        if rng.random() < 0.3:
            row["Clinician"] = one.clinician
        if one.service == "Case management":
            row["Counts"] = "no"
        rows.append(row)
    return rows


def closure_rows(rng: Random, plan: Plan) -> list[Row]:
    """A holiday where the week has one, a room out of use, a clinician's meeting."""
    rows: list[Row] = []
    if plan.shape.holiday:
        rows.append({"Days": days_cell([THURSDAY]), "Reason": "Thanksgiving", "Excused": "yes"})
    room, worker = rng.choice(plan.rooms), rng.choice(plan.staff.workers)
    rows += _closed_hour(rng, plan.shape, room.name, room.busy, "Maintenance")
    rows += _closed_hour(rng, plan.shape, worker.name, worker.busy, "Staff meeting")
    return rows


def _closed_hour(rng: Random, shape: Shape, what: str, busy: list[tuple[int, int, int]], reason: str) -> list[Row]:
    """An hour in which nothing is planned there, if there is one."""
    free = [
        (day, start)
        for day in shape.open_days
        for start in (9 * 60, 12 * 60, 15 * 60)
        if all(day != d or e <= start or start + 60 <= s for d, s, e in busy)
    ]
    if not free:
        return []
    day, start = rng.choice(free)
    cells = {"Start": clock_cell(start), "End": clock_cell(start + 60)}
    return [{"What": what, "Days": days_cell([day]), **cells, "Reason": reason}]


def keep_apart_rows(rng: Random, plan: Plan) -> list[Row]:
    """Pairs who share no planned session."""
    people = [person for person in plan.people if person.sits_in]
    rows: list[Row] = []
    for _ in range(len(people) // 15 if len(people) > 1 else 0):
        a, b = rng.sample(people, 2)
        pair = {"Client A": min(a.name, b.name), "Client B": max(a.name, b.name)}
        if not set(a.sits_in) & set(b.sits_in) and not any(pair.items() <= row.items() for row in rows):
            rows.append({**pair, "Reason": rng.choice(("family", "former couple", "same workplace", "conflict"))})
    return rows


def lock_rows(rng: Random, plan: Plan) -> list[Row]:
    """What has been promised, and the plan keeps."""
    rows: list[Row] = []
    for section in rng.sample(plan.sections, min(len(plan.sections), 2)):
        rows.append({"Rule": "must", "Group": section.name, "Clinician": section.planned_staff[0]})
    seated = [(p, g, d) for p in plan.people for g, d in p.sits_in]
    for person, group, day in rng.sample(seated, min(len(seated), 2)):
        rows.append({"Rule": "must", "Client": person.name, "Group": group, "Day": days_cell([day])})
    ones = [one for one in plan.staff.sessions if one.service == "Individual" and not _absent(plan, one.client)]
    for one in rng.sample(ones, min(len(ones), 2)):
        rows.append({"Rule": "must", "Client": one.client, "Day": days_cell([one.day])})
    return rows


def _absent(plan: Plan, client: str) -> bool:
    return any(person.name == client and person.out_of_plan for person in plan.people)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
