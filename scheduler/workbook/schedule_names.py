"""The names in a schedule workbook: spelled as the week spells them, and noticed where the week has none such."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.week import Week
from scheduler.workbook.cells.names import Names, name_key, name_of, split_list
from scheduler.workbook.record import Record
from scheduler.workbook.schedule_sheets import CLIENTS, CLINICIANS, ROOMS
from scheduler.workbook.sheets import Sheet
from scheduler.workbook.tables import Table
from scheduler.workbook.values import BadValue, Value


@dataclass(slots=True)
class Spelling:
    """Names of one kind. known: the week's, None without a week; names: those and the ones this file uses."""

    kind: str
    known: Names | None
    names: Names
    missing: set[str] = field(default_factory=set)

    def one(self, record: Record, column: str) -> str:
        """The name that a cell holds; blank if it is blank or unreadable (then an error is recorded)."""
        name = record.read(column, name_of, "")
        return self.spelled(record, column, name) if name else ""

    def many(self, record: Record, column: str) -> tuple[str, ...]:
        """The names that a cell lists, sorted, each once."""
        items = record.read(column, lambda value: split_list(value, self.names.spelling), ())
        return tuple(sorted({self.spelled(record, column, item) for item in items}))

    def spelled(self, record: Record, column: str, name: str) -> str:
        """The one spelling of a name; a warning, once, if this week's workbook has no such name."""
        if self.known is not None and self.known.find(name) is None and name_key(name) not in self.missing:
            self.missing.add(name_key(name))
            hint = self.known.did_you_mean(name)
            record.warn(column, f'this week\'s workbook has no {self.kind} "{name}"{hint}')
        return self.names.adopt(name)

    def knows(self, name: str) -> bool:
        """Whether the week, or without one this file, has the name."""
        return (self.known or self.names).find(name) is not None


@dataclass(frozen=True, slots=True)
class Spellings:
    """The names of every kind."""

    clients: Spelling
    groups: Spelling
    clinicians: Spelling
    rooms: Spelling
    services: Spelling


def spellings_of(week: Week | None, tables: dict[Sheet, Table]) -> Spellings:
    """The week's names, and those of the file's own lists."""

    def spelling(kind: str, names: Iterable[str] | None, sheet: Sheet | None = None) -> Spelling:
        known = None if names is None else _names(kind, names)
        own = _own_names(tables[sheet]) if sheet in tables else ()
        return Spelling(kind, known, _names(kind, [*(names or ()), *own]))

    def of_week(named: Callable[[Week], Iterable[str]]) -> list[str] | None:
        return None if week is None else list(named(week))

    return Spellings(
        spelling("client", of_week(lambda w: (client.name for client in w.clients)), CLIENTS),
        spelling("group", of_week(lambda w: (group.name for group in w.groups))),
        spelling("clinician", of_week(lambda w: (clinician.name for clinician in w.clinicians)), CLINICIANS),
        spelling("room", of_week(lambda w: (room.name for room in w.rooms)), ROOMS),
        spelling("service", of_week(lambda w: [INDIVIDUAL, *(appointment.service for appointment in w.appointments)])),
    )


def _names(kind: str, spelled: Iterable[str]) -> Names:
    names = Names(kind, "this week's workbook")
    for name in spelled:
        names.add(name)
    return names


def _own_names(table: Table) -> list[str]:
    column = table.sheet.columns[0].name
    return [name for row in table.rows if (name := _name_or_blank(row.values.get(column)))]


def _name_or_blank(value: Value) -> str:
    try:
        return name_of(value)
    except BadValue:
        return ""
