"""The sheets Groups and Topic rules: each group's row, its demands such as the planned week meets."""

from __future__ import annotations

from collections import Counter
from random import Random

from benchmarks.generator.census import DAY_TRACK, Person
from benchmarks.generator.plan import Plan
from benchmarks.generator.sections import Section
from benchmarks.sheets import Row, clock_cell, days_cell, list_cell

FREE_SHARE = {"fixed": 0.0, "half": 0.5, "free": 1.0}


def group_rows(rng: Random, plan: Plan, times: str) -> list[Row]:
    """One row a group; times: `fixed` (all starts given), `half` or `free` (none given)."""
    rows = [_row(rng, plan, section, rng.random() < FREE_SHARE[times]) for section in plan.sections]
    if rng.random() < 0.4:
        block = plan.shape.blocks[-1]
        rows.append(
            {
                "Group": "12-Step Meeting",
                "Tracks": block.name,
                "Days": days_cell([rng.choice(block.days)]),
                "Start": clock_cell(block.slots[0].start),
                "Minutes": 60,
                "Counted minutes": 0,
                "Max clients": 40,
                "Facilitators": 0,
                "Modality": "hybrid",
            }
        )
    return rows


def _row(rng: Random, plan: Plan, section: Section, free: bool) -> Row:
    slot = section.slot
    smallest = min(len(section.seated[day]) for day in section.held_days)
    tracks = [section.block.name, *([DAY_TRACK] if section.serves_day_track else [])]
    row: Row = {
        "Group": section.name,
        "Topic": section.topic,
        "Tracks": list_cell(tracks),
        "Days": days_cell(section.days),
        "Start": None if free else clock_cell(slot.start),
        "Minutes": slot.minutes,
        "Counted minutes": slot.counted if slot.counted != slot.minutes else None,
        "Min clients": min(smallest, rng.choice((2, 3, 4))),
        "Max clients": section.max_clients,
        "Modality": None if section.modality == "in person" else section.modality,
    }
    if free and rng.random() < 0.5:
        row |= {"Days": days_cell(section.block.days), "Sessions": len(section.days)}
    row |= _sizes(rng, section) | _staff(rng, plan, section) | _admission(rng, section)
    if rng.random() < 0.3:
        row["Same clinician"] = "yes"
    planned = sorted({room for room in section.planned_rooms.values() if room})
    if planned and rng.random() < 0.08:
        row["Rooms"] = list_cell(planned)
    closed = [day for day in section.days if day not in plan.shape.open_days]
    if len(section.held_days) + len(closed) == len(section.days) and rng.random() < 0.06:
        row["Must run"] = "yes"
    return {column: value for column, value in row.items() if value is not None}


def _sizes(rng: Random, section: Section) -> Row:
    row: Row = {}
    if section.max_clients >= 8 and rng.random() < 0.3:
        row["Ideal clients"] = section.max_clients - rng.choice((1, 2))
    if section.seats_per_client > 1:
        row["Seats per client"] = section.seats_per_client
    if section.facilitators > 1:
        row["Facilitators"] = section.facilitators
    return row


def _staff(rng: Random, plan: Plan, section: Section) -> Row:
    others = [w.name for w in plan.staff.workers if not w.prescriber and w.name not in section.planned_staff]
    row: Row = {}
    if section.facilitators > 1 and rng.random() < 0.5:
        row["Lead"] = section.planned_staff[0]
    if others and rng.random() < 0.08:
        row["Clinicians"] = list_cell(sorted([*section.planned_staff, rng.choice(others)]))
    return row


def _admission(rng: Random, section: Section) -> Row:
    """Phases, weeks of treatment, tags and cohorts, all such that the planned members are admitted."""
    row: Row = {}
    members = section.members
    if rng.random() < 0.5:
        row["Phases"] = list_cell(sorted({person.phase.name for person in members}))
    if rng.random() < 0.2:
        weeks = [person.program_week for person in members]
        first, last = max(1, min(weeks) - rng.choice((0, 1))), max(weeks) + rng.choice((0, 1, 2))
        row["Program weeks"] = f"{first}+" if rng.random() < 0.2 else f"{first}-{last}"
    if len(members) >= 4 and rng.random() < 0.04:
        tag = rng.choice(("women", "veteran"))
        row["Client tags"] = tag
        _tag(members, tag)
    whole = all(person in seated for seated in section.seated.values() if seated for person in members)
    if whole and rng.random() < 0.08:
        row["Attendance"] = "cohort"
    return row


def _tag(members: list[Person], tag: str) -> None:
    for person in members:
        if tag not in person.tags:
            person.tags.append(tag)


def topic_rule_rows(rng: Random, plan: Plan) -> list[Row]:
    """A few rules by phase that every planned client keeps."""
    topic_of = {section.name: section.topic for section in plan.sections}
    rows: list[Row] = []
    for phase in plan.shape.phases:
        planned = [p for p in plan.people if p.phase is phase and not p.out_of_plan]
        counts = [Counter(topic_of[group] for group, _ in person.sits_in) for person in planned]
        if len(planned) < 3 or rng.random() < 0.3:
            continue
        topic = rng.choice(sorted(set(topic_of.values())))
        least, most = min(count[topic] for count in counts), max(count[topic] for count in counts)
        one_group = all(len({g for g, _ in p.sits_in if topic_of[g] == topic}) <= 1 for p in planned)
        rule: Row = {"Phase": phase.name, "Topic": topic, "Min sessions": min(1, least) or None}
        rule |= {"Max sessions": max(most, 1), "One group": "yes" if one_group and rng.random() < 0.5 else None}
        rows.append({column: value for column, value in rule.items() if value is not None})
    return rows
