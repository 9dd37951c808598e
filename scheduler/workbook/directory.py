"""Every name that the workbook defines, gathered before the rows that refer to them are read."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.people import INDIVIDUAL
from scheduler.workbook.cells.names import Names, name_of
from scheduler.workbook.sheets import (
    APPOINTMENTS,
    CLIENTS,
    CLINICIANS,
    GROUPS,
    PHASES,
    ROOMS,
    TRACKS,
    Sheet,
)
from scheduler.workbook.tables import Tables
from scheduler.workbook.values import BadValue, Value


@dataclass(frozen=True, slots=True)
class Directory:
    """Names by kind. topics holds `Individual`, the topics of groups and clinicians, and the services."""

    tracks: Names
    phases: Names
    groups: Names
    clinicians: Names
    rooms: Names
    clients: Names
    topics: Names
    group_topics: Names
    services: Names
    features: Names
    tags: Names


def directory_of(tables: Tables) -> Directory:
    """The names that the defining sheets give, in their spelling; cells that hold no name are passed over."""
    group_topics = _group_topics(tables)
    services = _services(tables, group_topics)
    return Directory(
        tracks=_defined(tables, TRACKS, "track"),
        phases=_defined(tables, PHASES, "phase"),
        groups=_defined(tables, GROUPS, "group"),
        clinicians=_defined(tables, CLINICIANS, "clinician"),
        rooms=_defined(tables, ROOMS, "room"),
        clients=_defined(tables, CLIENTS, "client"),
        topics=_topics(tables, group_topics, services),
        group_topics=group_topics,
        services=services,
        features=_listed(tables, ROOMS, "Features", Names("feature", "the sheet Rooms")),
        tags=_listed(tables, CLIENTS, "Tags", Names("tag", "the sheet Clients")),
    )


def _defined(tables: Tables, sheet: Sheet, kind: str) -> Names:
    column = sheet.columns[0].name
    table = tables.table(sheet.name)
    names = Names(kind, f"the sheet {table.title if table else sheet.name}")
    names.trusted = table is not None and column in table.position
    for row in tables.rows(sheet.name):
        _add(names, row.values.get(column))
    return names


def _group_topics(tables: Tables) -> Names:
    names = Names("topic", "the sheets Groups and Clinicians")
    for row in tables.rows(GROUPS.name):
        _add(names, row.values.get("Topic", row.values.get("Group")))
    return names


def _services(tables: Tables, group_topics: Names) -> Names:
    """Individual and the services of Appointments, as Groups spell them if they are topics of groups too."""
    names = Names("service", "the sheet Appointments")
    names.add(INDIVIDUAL)
    for row in tables.rows(APPOINTMENTS.name):
        name = _name(row.values.get("Service"))
        if name:
            names.add(group_topics.find(name) or name)
    return names


def _topics(tables: Tables, group_topics: Names, services: Names) -> Names:
    names = Names("topic", "the sheets Groups and Clinicians")
    for name in (INDIVIDUAL, *group_topics.all, *services.all):
        names.add(name)
    return _listed(tables, CLINICIANS, "Topics", names)


def _listed(tables: Tables, sheet: Sheet, column: str, names: Names) -> Names:
    for row in tables.rows(sheet.name):
        try:
            items = names.items(row.values[column]) if column in row.values else ()
        except BadValue:
            continue
        for item in items:
            names.add(item)
    return names


def _add(names: Names, value: Value) -> None:
    name = _name(value)
    if name:
        names.add(name)


def _name(value: Value) -> str:
    try:
        return name_of(value) if value is not None else ""
    except BadValue:
        return ""
