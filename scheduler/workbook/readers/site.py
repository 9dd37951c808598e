"""The sheets Tracks, Rooms and Closures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from scheduler.domain.calendar import MIDNIGHT, Window, clock, week_windows
from scheduler.domain.program import Closure, Program, Room, Track
from scheduler.workbook.cells.choices import one_of, yes_no
from scheduler.workbook.cells.days import days_of, days_or_dates_of
from scheduler.workbook.cells.names import Names, name_of
from scheduler.workbook.cells.numbers import whole
from scheduler.workbook.cells.times import EARLIEST, NOON, time_of
from scheduler.workbook.readers.program import ANY_MONDAY
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import CLOSURES, ROOMS, TRACKS, key
from scheduler.workbook.source import Source
from scheduler.workbook.values import BadValue, Value, text_of

_USES = one_of(
    {
        "both": (True, True),
        "group": (True, False),
        "groups": (True, False),
        "group, individual": (True, True),
        "group; individual": (True, True),
        "group and individual": (True, True),
        "individual": (False, True),
        "individuals": (False, True),
    },
    "both, group or individual",
)


def read_tracks(source: Source) -> tuple[Track, ...]:
    """Tracks in the order of their first rows, each with all of its rows' windows."""
    rows: dict[str, list[int]] = {}
    windows: dict[str, list[tuple[int, Window]]] = {}
    for record in source.records(TRACKS):
        name = source.names.tracks.find(record.read("Track", name_of, ""))
        if not name:
            continue
        days = record.read("Days", days_of, ())
        window = read_opening_hours(record)
        rows.setdefault(name, []).append(record.number)
        windows.setdefault(name, []).extend((day, window) for day in days)
    return tuple(Track(name, week_windows(windows[name]), tuple(rows[name])) for name in rows)


def read_opening_hours(record: Record) -> Window:
    """The columns Start and End of a row about people who meet; in the night they hardly do."""
    window = read_window(record)
    if 0 < window.start < EARLIEST:
        message = f"Start is {clock(window.start)}, in the night; if the afternoon is meant, write "
        record.warn("Start", f"{message}{clock(window.start + NOON)}, or PM")
    return window


def read_window(record: Record, start_if_blank: int = 0, end_if_blank: int = MIDNIGHT) -> Window:
    """The columns Start and End of a row; an end that is not after the start is an error."""
    start = record.read("Start", time_of, None)
    end = record.read("End", time_of, None)
    window = Window(start_if_blank if start is None else start, end_if_blank if end is None else end)
    given = (record.fills("Start") and start is None) or (record.fills("End") and end is None)
    if not given and window.end <= window.start:
        expected = f"expected a time after Start ({clock(window.start)})"
        record.error("End", f"End is {clock(window.end)}: {expected}; {_hint(window)}")
    return window


def _hint(window: Window) -> str:
    """What an end that is not after the start was probably meant to be."""
    afternoon = window.end + NOON
    if window.end == 0:
        return "midnight is written 24:00"
    if window.start < afternoon < MIDNIGHT:
        return f"probably {clock(afternoon)} was meant; what lasts past midnight takes two rows"
    return "what lasts past midnight takes two rows"


def read_rooms(source: Source) -> tuple[Room, ...]:
    """Rooms in the order of the sheet."""
    return tuple(_room(source, name, record) for name, record in source.definitions(ROOMS))


def _room(source: Source, name: str, record: Record) -> Room:
    for_groups, for_individual = record.read("Use", _USES, (True, True))
    return Room(
        name=name,
        capacity=record.read("Capacity", whole(), 0),
        for_groups=for_groups,
        for_individual=for_individual,
        features=record.read("Features", source.names.features.items, ()),
        virtual=record.read("Virtual", yes_no, False),
        link=record.read("Link", text_of, ""),
        row=record.number,
    )


def read_closures(source: Source, program: Program) -> tuple[Closure, ...]:
    """Closures of this week; dates in other weeks are left out with a note."""
    closures = (_closure(source, program, record) for record in source.records(CLOSURES))
    return tuple(closure for closure in closures if closure.days)


def _closure(source: Source, program: Program, record: Record) -> Closure:
    clinician, room = record.read("What", _what(source), (None, None))
    days, dates = record.read("Days", days_or_dates_of, ((), ()))
    week = [program.monday + timedelta(days=day) for day in range(7)]
    outside = [f"{day:%Y-%m-%d}" for day in dates if day not in week]
    if outside and program.monday != ANY_MONDAY:
        record.note("Days", f"{', '.join(outside)} lies outside the week of {program.monday} and is ignored")
    inside = {week.index(day) for day in dates if day in week}
    window = read_window(record)
    whole_day = window == Window(0, MIDNIGHT)
    wanted = record.read("Excused", yes_no, False)
    failed = record.fills("What") and clinician is None and room is None
    if wanted and not (whole_day and clinician is None and room is None) and not failed:
        record.warn("Excused", "Excused counts only for a whole day of the whole program; it is ignored here")
    return Closure(
        clinician=clinician,
        room=room,
        days=tuple(sorted({*days, *inside})),
        start=window.start,
        end=window.end,
        reason=record.read("Reason", text_of, ""),
        excused=wanted and whole_day and clinician is None and room is None,
        row=record.number,
    )


def _what(source: Source) -> Callable[[Value], tuple[str | None, str | None]]:
    clinicians, rooms = source.names.clinicians, source.names.rooms
    both = Names("clinician or room", f"{clinicians.place} or {rooms.place}", clinicians.trusted and rooms.trusted)
    for name in (*clinicians.all, *rooms.all):
        both.add(name)

    def parse(value: Value) -> tuple[str | None, str | None]:
        text = name_of(value)
        clinician, room = clinicians.find(text), rooms.find(text)
        if clinician and room:
            raise BadValue("both a clinician and a room have this name; give one of them another")
        if not clinician and not room and key(text) not in ("program", "wholeprogram", "everything", "all"):
            both.one(value)
        return clinician, room

    return parse
