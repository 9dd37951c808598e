"""From a lifted restriction to the cells that lift it, as little as the schedule found needs, and the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scheduler.domain.calendar import DAY_NAMES, clock, hours
from scheduler.domain.explanation import CellChange
from scheduler.domain.people import Client
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.cells import days_text, list_text, typed
from scheduler.explain.given import counted_by_day, treatment_days
from scheduler.explain.lifts import Kind, Lift
from scheduler.explain.moved import moved
from scheduler.explain.seating import largest, seats_by_room, smallest
from scheduler.explain.staff import minutes_by_day, outside_hours
from scheduler.explain.widen import new_room
from scheduler.workbook import Tables


@dataclass(frozen=True)
class Edit:
    """The cells of one change, and what it says to a coordinator (no full stop)."""

    cells: tuple[CellChange, ...]
    sentence: str


class Editor:
    """Writes the edits of one repair: tables and week as they are, schedule as it would be."""

    def __init__(self, tables: Tables, week: Week, schedule: Schedule) -> None:
        self.tables, self.week, self.schedule = tables, week, schedule
        self.new_rows: dict[str, int] = {}
        self.lists: dict[tuple[str, int, str], list[str]] = {}

    def edit(self, lift: Lift) -> Edit:
        """The edit of one lift; its cells may be none where the schedule does not need it after all."""
        return WRITERS[lift.kind](self, lift)

    def cell(self, sheet: str, row: int, name: str, column: str, after: str) -> CellChange:
        before = typed(self.tables.cell(sheet, row, column))
        return CellChange(sheet, str(row), name, column, before, after)

    def added(self, sheet: str, name: str, values: dict[str, str]) -> tuple[CellChange, ...]:
        number = self.new_rows[sheet] = self.new_rows.get(sheet, 0) + 1
        return tuple(CellChange(sheet, f"new {number}", name, column, "", text) for column, text in values.items())

    def listed_cell(
        self, sheet: str, row: int, name: str, column: str, items: Iterable[str], add: str = "", drop: str = ""
    ) -> CellChange:
        """A list cell with one item more or less, on top of what earlier edits made of it."""
        current = self.lists.setdefault((sheet, row, column), list(items))
        if add and add not in current:
            current.append(add)
        if drop in current:
            current.remove(drop)
        return self.cell(sheet, row, name, column, list_text(current, self.before(sheet, row, column)))

    def before(self, sheet: str, row: int, column: str) -> str:
        return typed(self.tables.cell(sheet, row, column))

    def client(self, name: str) -> Client:
        return self.week.client_by_name[name]

    def seats(self, lift: Lift) -> Edit:
        group = self.week.group_by_name[lift.who]
        most = largest(self.schedule, group.name)
        more = most - group.max_clients
        if more <= 0:
            return Edit((), "")
        sentence = f"{_count(more, 'seat')} more in {group.name} ({group.max_clients} to {most})"
        return Edit((self.cell("Groups", group.row, group.name, "Max clients", str(most)),), sentence)

    def smaller(self, lift: Lift) -> Edit:
        group = self.week.group_by_name[lift.who]
        least = smallest(self.schedule, group.name)
        if least >= group.min_clients:
            return Edit((), "")
        sentence = f"hold {group.name} with {_count(least, 'client')} (Min clients {group.min_clients} to {least})"
        return Edit((self.cell("Groups", group.row, group.name, "Min clients", str(least)),), sentence)

    def meeting(self, lift: Lift) -> Edit:
        group = self.week.group_by_name[lift.who]
        added = self._added_days(lift.who)
        if lift.day not in added or lift.day != added[0]:
            return Edit((), "")
        days = days_text([*group.days, *added])
        cells = [self.cell("Groups", group.row, group.name, "Days", days)]
        held = sum(session.group == group.name for session in self.schedule.sessions)
        if self.before("Groups", group.row, "Sessions") and held > group.sessions:
            cells.append(self.cell("Groups", group.row, group.name, "Sessions", str(held)))
        names = " and ".join(DAY_NAMES[day] for day in added)
        return Edit(tuple(cells), f"{group.name} on {names} too")

    def _added_days(self, name: str) -> list[int]:
        group = self.week.group_by_name[name]
        held = {session.day for session in self.schedule.sessions if session.group == name}
        return sorted(held - set(group.days))

    def session(self, lift: Lift) -> Edit:
        group = self.week.group_by_name[lift.who]
        held = sum(session.group == group.name for session in self.schedule.sessions)
        if held <= group.sessions or self._added_days(lift.who):
            return Edit((), "")
        sentence = f"{held} sessions a week of {group.name} instead of {group.sessions}"
        return Edit((self.cell("Groups", group.row, group.name, "Sessions", str(held)),), sentence)

    def admit_phase(self, lift: Lift) -> Edit:
        group = self.week.group_by_name[lift.who]
        cell = self.listed_cell("Groups", group.row, group.name, "Phases", group.phases, add=lift.what)
        return Edit((cell,), f"admit the phase {lift.what} to {group.name}")

    def admit_week(self, lift: Lift) -> Edit:
        group = self.week.group_by_name[lift.who]
        before = self.before("Groups", group.row, "Program weeks")
        after = f"{before}{';' if ';' in before else ','} {lift.what}" if lift.what else ""
        cell = self.cell("Groups", group.row, group.name, "Program weeks", after)
        what = f"week {lift.what} of treatment" if lift.what else "every week of treatment"
        return Edit((cell,), f"admit {what} to {group.name}")

    def listed(self, lift: Lift) -> Edit:
        group = self.week.group_by_name[lift.who]
        named = group.clinicians or ()
        cell = self.listed_cell("Groups", group.row, group.name, "Clinicians", named, add=lift.what)
        return Edit((cell,), f"let {lift.what} lead {group.name}")

    def qualified(self, lift: Lift) -> Edit:
        clinician = self.week.clinician_by_name[lift.who]
        topics = clinician.topics or ()
        cell = self.listed_cell("Clinicians", clinician.row, clinician.name, "Topics", topics, add=lift.what)
        return Edit((cell,), f"{lift.who} qualified for {lift.what}")

    def window(self, lift: Lift) -> Edit:
        stretch = outside_hours(self.week, self.schedule, lift.who, lift.day)
        if stretch is None:
            return Edit((), "")
        start, end = clock(stretch[0]), clock(stretch[1])
        day = DAY_NAMES[lift.day]
        values = {"Clinician": lift.who, "Days": day, "Start": start, "End": end}
        return Edit(self.added("Clinician hours", lift.who, values), f"{lift.who} there on {day} {start}-{end}")

    def max_hours(self, lift: Lift) -> Edit:
        return self._clinician_most(lift, "Max hours", sum(minutes_by_day(self.schedule, lift.who).values()), "a week")

    def max_day(self, lift: Lift) -> Edit:
        most = max(minutes_by_day(self.schedule, lift.who).values(), default=0)
        return self._clinician_most(lift, "Max hours per day", most, "a day")

    def _clinician_most(self, lift: Lift, column: str, needed: int, span: str) -> Edit:
        clinician = self.week.clinician_by_name[lift.who]
        most = clinician.max_minutes if column == "Max hours" else clinician.max_minutes_per_day
        after = -(-needed // 30) * 30
        if most is None or needed <= most:
            return Edit((), "")
        cell = self.cell("Clinicians", clinician.row, clinician.name, column, hours(after))
        return Edit((cell,), f"{hours(after - most)} h {span} more of {lift.who} ({hours(most)} to {hours(after)})")

    def capacity(self, lift: Lift) -> Edit:
        cells = []
        for room, seats in seats_by_room(self.week, self.schedule).items():
            known = self.week.room_by_name.get(room)
            if known is not None and seats > known.capacity:
                cells.append(self.cell("Rooms", known.row, room, "Capacity", str(seats)))
        if not cells or (first := self.new_rows.get("\0capacity")):
            return Edit((), "")
        del first
        self.new_rows["\0capacity"] = 1
        return Edit(tuple(cells), " and ".join(f"{c.after} seats in {c.name}" for c in cells))

    def room(self, lift: Lift) -> Edit:
        room = new_room(self.week)
        hosted = [s for s in self.schedule.sessions if s.room == room.name]
        seats = max(1, seats_by_room(self.week, self.schedule).get(room.name, 1))
        if not hosted and not any(m.room == room.name for m in self.schedule.one_on_ones):
            return Edit((), "")
        features = {f for s in hosted for f in self.week.group_by_name[s.group].features}
        values = {"Room": room.name, "Capacity": str(seats)}
        if features:
            values["Features"] = list_text(sorted(features))
        return Edit(self.added("Rooms", room.name, values), f"a further room with {_count(seats, 'seat')}")

    def commitment(self, lift: Lift) -> Edit:
        commitment = next(c for c in self.week.commitments if c.row == lift.row)
        change = moved(self.week, self.schedule, commitment)
        if change is None:
            return Edit((), "")
        column, after, sentence = change
        return Edit((self.cell("Commitments", lift.row, lift.who, column, after),), sentence)

    def track(self, lift: Lift) -> Edit:
        client = self.client(lift.who)
        cell = self.listed_cell("Clients", client.row, client.name, "Tracks", client.tracks, add=lift.what)
        return Edit((cell,), f"{client.name} in the track {lift.what} too")

    def virtual_day(self, lift: Lift) -> Edit:
        client = self.client(lift.who)
        days = [DAY_NAMES[day] for day in client.virtual_days]
        cell = self.listed_cell("Clients", client.row, client.name, "Virtual days", days, drop=DAY_NAMES[lift.day])
        return Edit((cell,), f"{client.name} in person on {DAY_NAMES[lift.day]}")

    def modality(self, lift: Lift) -> Edit:
        client = self.client(lift.who)
        cell = self.cell("Clients", client.row, client.name, "Modality", "either")
        return Edit((cell,), f"{client.name} in person or virtual, as it suits")

    def cover(self, lift: Lift) -> Edit:
        client = self.client(lift.who)
        cell = self.cell("Clients", client.row, client.name, "Cover clinician", lift.what)
        return Edit((cell,), f"{lift.what} as cover clinician of {client.name}")

    def holder(self, lift: Lift) -> Edit:
        service = next(a.service for a in self.week.appointments if a.row == lift.row)
        cell = self.cell("Appointments", lift.row, lift.who, "Clinician", lift.what)
        return Edit((cell,), f"{service} of {lift.who} with {lift.what}")

    def avoid(self, lift: Lift) -> Edit:
        client = self.client(lift.who)
        avoided = client.avoid_clinicians
        cell = self.listed_cell("Clients", client.row, client.name, "Avoid clinicians", avoided, drop=lift.what)
        return Edit((cell,), f"{client.name} may see {lift.what}")

    def never(self, lift: Lift) -> Edit:
        row = next(row for row in self.tables.rows("Locks") if row.number == lift.row)
        cells = tuple(self.cell("Locks", lift.row, lift.who, column, "") for column in row.values)
        return Edit(cells, f"row {lift.row} of Locks cleared")

    def authorized_hours(self, lift: Lift) -> Edit:
        return self._own_most(lift, "Authorized hours", _whole_week)

    def authorized_day(self, lift: Lift) -> Edit:
        return self._own_most(lift, "Authorized hours per day", _longest_day)

    def _own_most(self, lift: Lift, column: str, needed: Callable[[dict[int, int]], int]) -> Edit:
        client = self.client(lift.who)
        most = hours(needed(counted_by_day(self.week, self.schedule, client)))
        cell = self.cell("Clients", client.row, client.name, column, most)
        return Edit((cell,), f"{most} {column} for {client.name} instead of {cell.before}".replace("A", "a", 1))

    def authorized_days(self, lift: Lift) -> Edit:
        client = self.client(lift.who)
        days = len(treatment_days(self.week, self.schedule, client.name))
        cell = self.cell("Clients", client.row, client.name, "Authorized days", str(days))
        return Edit((cell,), f"{days} authorized days for {client.name} instead of {cell.before}")

    def phase_hours(self, lift: Lift) -> Edit:
        given = counted_by_day(self.week, self.schedule, self.client(lift.who))
        return self._phase(lift, "Max hours", hours(_whole_week(given)))

    def phase_day(self, lift: Lift) -> Edit:
        given = counted_by_day(self.week, self.schedule, self.client(lift.who))
        return self._phase(lift, "Max hours per day", hours(_longest_day(given)))

    def phase_days(self, lift: Lift) -> Edit:
        return self._phase(lift, "Max days", str(len(treatment_days(self.week, self.schedule, lift.who))))

    def _phase(self, lift: Lift, column: str, after: str) -> Edit:
        phase = self.week.phase_by_name[lift.what]
        cell = self.cell("Phases", phase.row, phase.name, column, after)
        return Edit((cell,), f"{column} {after} for the phase {phase.name} instead of {cell.before}")

    def topic_most(self, lift: Lift) -> Edit:
        client = self.client(lift.who)
        rules = [r for r in self.week.topic_rules if r.topic == lift.what and r.phase in (None, client.phase)]
        rule = next((r for r in rules if r.phase is not None), rules[0])
        topics = [self.week.group_by_name[s.group].topic for s in self.schedule.sessions if lift.who in s.clients]
        after = str(topics.count(lift.what))
        cell = self.cell("Topic rules", rule.row, lift.what, "Max sessions", after)
        return Edit((cell,), f"up to {after} sessions of {lift.what} a week")


def _whole_week(given: dict[int, int]) -> int:
    return sum(given.values())


def _longest_day(given: dict[int, int]) -> int:
    return max(given.values(), default=0)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


WRITERS: dict[Kind, Callable[[Editor, Lift], Edit]] = {
    Kind.SEATS: Editor.seats,
    Kind.SMALLER: Editor.smaller,
    Kind.MEETING: Editor.meeting,
    Kind.SESSION: Editor.session,
    Kind.ADMIT_PHASE: Editor.admit_phase,
    Kind.ADMIT_WEEK: Editor.admit_week,
    Kind.LISTED: Editor.listed,
    Kind.QUALIFIED: Editor.qualified,
    Kind.WINDOW: Editor.window,
    Kind.MAX_HOURS: Editor.max_hours,
    Kind.MAX_DAY: Editor.max_day,
    Kind.CAPACITY: Editor.capacity,
    Kind.NEW_ROOM: Editor.room,
    Kind.COMMITMENT: Editor.commitment,
    Kind.TRACK: Editor.track,
    Kind.VIRTUAL_DAY: Editor.virtual_day,
    Kind.MODALITY: Editor.modality,
    Kind.COVER: Editor.cover,
    Kind.HOLDER: Editor.holder,
    Kind.AVOID: Editor.avoid,
    Kind.NEVER: Editor.never,
    Kind.AUTHORIZED_HOURS: Editor.authorized_hours,
    Kind.AUTHORIZED_DAYS: Editor.authorized_days,
    Kind.AUTHORIZED_DAY: Editor.authorized_day,
    Kind.PHASE_HOURS: Editor.phase_hours,
    Kind.PHASE_DAYS: Editor.phase_days,
    Kind.PHASE_DAY: Editor.phase_day,
    Kind.TOPIC_MOST: Editor.topic_most,
}
