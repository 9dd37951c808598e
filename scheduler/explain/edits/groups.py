"""Edits of Groups and Topic rules."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES
from scheduler.explain.cells import days_text
from scheduler.explain.edits.editor import Edit, Editor, count
from scheduler.explain.lifts import Lift
from scheduler.explain.seating import largest, smallest
from scheduler.workbook.sheets import key as key_of


def seats(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    most = largest(editor.schedule, group.name)
    if most <= group.max_clients:
        return Edit((), "")
    most += editor.spare
    before = editor.origin.group_by_name[lift.who].max_clients
    sentence = f"{count(most - before, 'seat')} more in {group.name} ({before} to {most})"
    return Edit((editor.cell("Groups", group.row, group.name, "Max clients", str(most)),), sentence)


def smaller(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    least = smallest(editor.schedule, group.name)
    if least >= group.min_clients:
        return Edit((), "")
    sentence = f"hold {group.name} with {count(least, 'client')} (Min clients {group.min_clients} to {least})"
    return Edit((editor.cell("Groups", group.row, group.name, "Min clients", str(least)),), sentence)


def meeting(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    added = _added_days(editor, lift.who)
    if lift.day not in added or lift.day != added[0]:
        return Edit((), "")
    days = days_text([*group.days, *added])
    cells = [editor.cell("Groups", group.row, group.name, "Days", days)]
    held = sum(session.group == group.name for session in editor.schedule.sessions)
    sentence = f"{group.name} on {' and '.join(DAY_NAMES[day] for day in added)} too"
    written = bool(editor.before("Groups", group.row, "Sessions"))
    if written and held > group.sessions:
        cells.append(editor.cell("Groups", group.row, group.name, "Sessions", str(held)))
    elif not written and group.must_run and held <= group.sessions:
        # A blank cell means as many as there are days: on one day more, one session more would have to be held.
        cells.append(editor.cell("Groups", group.row, group.name, "Sessions", str(group.sessions)))
        sentence += f", still {group.sessions} session{'s' * (group.sessions != 1)} a week"
    return Edit(tuple(cells), sentence)


def _added_days(editor: Editor, name: str) -> list[int]:
    group = editor.week.group_by_name[name]
    held = {session.day for session in editor.schedule.sessions if session.group == name}
    return sorted(held - set(group.days))


def session(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    held = sum(session.group == group.name for session in editor.schedule.sessions)
    if held <= group.sessions or _added_days(editor, lift.who):
        return Edit((), "")
    sentence = f"{held} sessions a week of {group.name} instead of {group.sessions}"
    return Edit((editor.cell("Groups", group.row, group.name, "Sessions", str(held)),), sentence)


def admit_phase(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    cell = editor.listed_cell("Groups", group.row, group.name, "Phases", group.phases, add=lift.what)
    return Edit((cell,), f"admit the phase {lift.what} to {group.name}")


def admit_week(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    before = editor.before("Groups", group.row, "Program weeks")
    after = f"{before}{';' if ';' in before else ','} {lift.what}" if lift.what else ""
    cell = editor.cell("Groups", group.row, group.name, "Program weeks", after)
    what = f"week {lift.what} of treatment" if lift.what else "every week of treatment"
    return Edit((cell,), f"admit {what} to {group.name}")


def listed(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    named = group.clinicians or ()
    cell = editor.listed_cell("Groups", group.row, group.name, "Clinicians", named, add=lift.what)
    return Edit((cell,), f"let {lift.what} lead {group.name}")


def topic_most(editor: Editor, lift: Lift) -> Edit:
    client = editor.client(lift.who)
    rules = [r for r in editor.week.topic_rules if r.topic == lift.what and r.phase in (None, client.phase)]
    rule = next((r for r in rules if r.phase is not None), rules[0])
    topics = [editor.week.group_by_name[s.group].topic for s in editor.schedule.sessions if lift.who in s.clients]
    after = str(topics.count(lift.what))
    cell = editor.cell("Topic rules", rule.row, lift.what, "Max sessions", after)
    return Edit((cell,), f"up to {after} sessions of {lift.what} a week")


def active(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    if not any(session.group == group.name for session in editor.schedule.sessions):
        return Edit((), "")
    return Edit((editor.cell("Groups", group.row, group.name, "Active", "yes"),), f"hold {group.name} this week")


def room_listed(editor: Editor, lift: Lift) -> Edit:
    group = editor.week.group_by_name[lift.who]
    used = sorted(
        {s.room for s in editor.schedule.sessions if s.group == group.name and s.room} - set(group.rooms or ())
    )
    if not used:
        return Edit((), "")
    cell = editor.cell("Groups", group.row, group.name, "Rooms", "")
    for room in used:
        cell = editor.listed_cell("Groups", group.row, group.name, "Rooms", group.rooms or (), add=room)
    return Edit((cell,), f"{group.name} in {' or '.join(used)} too")


def same_topic(editor: Editor, lift: Lift) -> Edit:
    topics: dict[tuple[str, int, str], int] = {}
    for session in editor.schedule.sessions:
        for client in session.clients:
            key = (client, session.day, editor.week.group_by_name[session.group].topic)
            topics[key] = topics.get(key, 0) + 1
    most = str(max(topics.values(), default=1))
    name = "Same topic per day"
    sentence = f"up to {most} sessions of one topic a day"
    for row in editor.tables.rows("Program"):
        if key_of(str(row.values.get("Setting", ""))) == key_of(name):
            return Edit((editor.cell("Program", row.number, name, "Value", most),), sentence)
    return Edit(editor.added("Program", name, {"Setting": name, "Value": most}), sentence)
