"""A restriction in words: what it is about, where it stands in the workbook, and whom it leaves no room beside."""

from __future__ import annotations

from collections.abc import Iterable

from scheduler.domain.calendar import DAY_NAMES, clock, hours
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.cells import days_text
from scheduler.explain.lifts import Kind, Lift
from scheduler.explain.staff import minutes_by_day, outside_hours

MOST_NAMED = 14


def hindrance(week: Week, schedule: Schedule, lift: Lift, after: Schedule) -> str:
    """Such as `Work on Mon-Fri 9:00-17:00 (Commitments row 7)` or `the seats of Trauma Tue (12 at most, ...)`.

    schedule: as it is; after: as it would be with the restriction lifted.
    """
    if lift.kind in _OF_CLIENT:
        return _of_client(week, lift)
    if lift.kind in (Kind.WINDOW, Kind.MAX_HOURS, Kind.MAX_DAY, Kind.QUALIFIED, Kind.LISTED):
        return _of_staff(week, schedule, lift, after)
    if lift.kind is Kind.SAME_TOPIC:
        return f"Same topic per day {week.program.same_topic_per_day} (sheet Program)"
    if lift.kind in (Kind.CAPACITY, Kind.NEW_ROOM):
        return _of_rooms(week, lift)
    return _of_group(week, schedule, lift)


_OF_CLIENT = {
    Kind.COMMITMENT,
    Kind.TRACK,
    Kind.VIRTUAL_DAY,
    Kind.MODALITY,
    Kind.COVER,
    Kind.HOLDER,
    Kind.AVOID,
    Kind.NEVER,
    Kind.KEEP_APART,
    Kind.AUTHORIZED_HOURS,
    Kind.AUTHORIZED_DAYS,
    Kind.AUTHORIZED_DAY,
    Kind.PHASE_HOURS,
    Kind.PHASE_DAYS,
    Kind.PHASE_DAY,
    Kind.TOPIC_MOST,
}


def _of_client(week: Week, lift: Lift) -> str:
    client = week.client_by_name[lift.who]
    if lift.kind is Kind.COMMITMENT:
        c = next(c for c in week.commitments if c.row == lift.row)
        travel = f" and {c.travel} minutes of travel" if c.travel else ""
        when = f"{days_text(c.days)} {clock(c.start)}-{clock(c.end)}"
        return f"{c.kind or 'the commitment'} on {when}{travel} (Commitments row {c.row})"
    if lift.kind is Kind.AUTHORIZED_HOURS:
        return f"Authorized hours {hours(client.authorized_minutes or 0)} (Clients row {client.row})"
    if lift.kind is Kind.AUTHORIZED_DAY:
        return f"Authorized hours per day {hours(client.authorized_minutes_per_day or 0)} (Clients row {client.row})"
    if lift.kind is Kind.AUTHORIZED_DAYS:
        return f"Authorized days {client.authorized_days} (Clients row {client.row})"
    if lift.kind in (Kind.PHASE_HOURS, Kind.PHASE_DAYS, Kind.PHASE_DAY):
        column = {Kind.PHASE_HOURS: "Max hours", Kind.PHASE_DAYS: "Max days"}.get(lift.kind, "Max hours per day")
        return f"{column} of the phase {lift.what} (Phases row {week.phase_by_name[lift.what].row})"
    if lift.kind is Kind.TRACK:
        return f"the client's tracks, {' and '.join(client.tracks)} only (Clients row {client.row})"
    if lift.kind is Kind.VIRTUAL_DAY:
        return f"the virtual day {DAY_NAMES[lift.day]} (Clients row {client.row})"
    if lift.kind is Kind.MODALITY:
        return f"the client's Modality, {client.modality.value} (Clients row {client.row})"
    if lift.kind is Kind.AVOID:
        return f"the client avoids {lift.what} (Clients row {client.row})"
    if lift.kind is Kind.KEEP_APART:
        pair = next(pair for pair in week.keep_apart if pair.row == lift.row)
        return f"{pair.client_a} and {pair.client_b} are kept apart (Keep apart row {pair.row})"
    if lift.kind is Kind.NEVER:
        return f"the lock in row {lift.row} of Locks"
    if lift.kind is Kind.TOPIC_MOST:
        return f"Max sessions of {lift.what} in Topic rules"
    named = [name for name in (client.primary_clinician, client.cover_clinician) if name]
    if lift.kind is Kind.HOLDER:
        named = [a.clinician or "" for a in week.appointments if a.row == lift.row]
        return f"the time of {' and '.join(named)}, who alone may hold it (Appointments row {lift.row})"
    return f"the time of {' and '.join(named)}, who alone may hold individual sessions (Clients row {client.row})"


def _of_group(week: Week, schedule: Schedule, lift: Lift) -> str:
    group = week.group_by_name[lift.who]
    place = f"(Groups row {group.row})"
    if lift.kind is Kind.SEATS:
        full = [s for s in schedule.sessions if s.group == group.name and len(s.clients) >= group.max_clients]
        days = f" {days_text(s.day for s in full)}" if full else ""
        by = f", taken by {_names(name for s in full for name in s.clients)}" if full else ""
        return f"the {group.max_clients} seats of {group.name}{days}{by} {place}"
    if lift.kind is Kind.SMALLER:
        return f"the minimum of {group.min_clients} clients of {group.name} {place}"
    if lift.kind is Kind.ACTIVE:
        return f"{group.name} rests this week {place}"
    if lift.kind is Kind.ROOM_LISTED:
        return f"{group.name} may use {' and '.join(group.rooms or ())} only {place}"
    if lift.kind is Kind.MEETING:
        return f"{group.name} meets on {days_text(group.days)} only {place}"
    if lift.kind is Kind.SESSION:
        return f"{group.name} has {group.sessions} session{'s' * (group.sessions != 1)} a week {place}"
    if lift.kind is Kind.ADMIT_PHASE:
        return f"{group.name} does not admit the phase {lift.what} {place}"
    return f"{group.name} is for other weeks of treatment {place}"


def _of_staff(week: Week, schedule: Schedule, lift: Lift, after: Schedule) -> str:
    if lift.kind is Kind.LISTED:
        return f"nobody else of those named may lead {lift.who} then (Groups row {week.group_by_name[lift.who].row})"
    clinician = week.clinician_by_name[lift.who]
    if lift.kind is Kind.QUALIFIED:
        return f"nobody else qualified for {lift.what} is free then"
    if lift.kind is Kind.WINDOW:
        stretch = outside_hours(week, after, clinician.name, lift.day)
        when = f" {clock(stretch[0])}-{clock(stretch[1])}" if stretch else ""
        return f"clinicians' hours: nobody who could is there and free on {DAY_NAMES[lift.day]}{when}"
    used = minutes_by_day(schedule, clinician.name)
    if lift.kind is Kind.MAX_DAY:
        return f"Max hours per day of {clinician.name} (Clinicians row {clinician.row})"
    with_whom = {m.client for m in schedule.one_on_ones if m.clinician == clinician.name}
    return (
        f"the hours of {clinician.name}: {hours(sum(used.values()))} of {hours(clinician.max_minutes or 0)} are used, "
        f"individually by {_names(with_whom) or 'nobody'} (Clinicians row {clinician.row})"
    )


def _of_rooms(week: Week, lift: Lift) -> str:
    if lift.kind is Kind.NEW_ROOM:
        return "rooms: none that suits is free at that time"
    room = week.room_by_name[lift.who]
    return f"the {room.capacity} seats of rooms such as {room.name} (Rooms row {room.row})"


def _names(names: Iterable[str]) -> str:
    ordered = sorted(set(names))
    more = len(ordered) - MOST_NAMED
    return ", ".join(ordered[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
