"""Which room of those that would do each activity takes, once times are known."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.domain.calendar import Window, overlaps

SECONDS = 5.0


@dataclass(frozen=True)
class Stay:
    """A use of one of the rooms, the turnaround after it included in its end."""

    day: int
    start: int
    end: int
    key: str
    rooms: tuple[str, ...]


class RoomsShort(Exception):
    """The rooms suffice at every moment, but no one can stay in one room from start to end."""


def hand_out(stays: list[Stay], closed: dict[tuple[str, int], tuple[Window, ...]], pause: int) -> dict[str, str]:
    """A room for each stay; closed: by room and day, pause: minutes of turnaround at the end of a stay.

    Raises RoomsShort where there is none.
    """
    result: dict[str, str] = {}
    for day in sorted({stay.day for stay in stays}):
        of_day = sorted((s for s in stays if s.day == day), key=lambda s: (s.start, len(s.rooms), s.key))
        result |= _first_free(of_day, closed, pause) or _search(of_day, closed, pause)
    return result


def _open(stay: Stay, room: str, closed: dict[tuple[str, int], tuple[Window, ...]], pause: int) -> bool:
    return not overlaps(closed.get((room, stay.day), ()), stay.start, stay.end - pause)


def _first_free(
    stays: list[Stay], closed: dict[tuple[str, int], tuple[Window, ...]], pause: int
) -> dict[str, str] | None:
    """In order of start, the room used longest ago that is free; None where that leads nowhere."""
    free_from: dict[str, int] = {}
    result = {}
    for stay in stays:
        free = (r for r in stay.rooms if free_from.get(r, 0) <= stay.start and _open(stay, r, closed, pause))
        room = next(free, None)
        if room is None:
            return None
        free_from[room] = stay.end
        result[stay.key] = room
    return result


def _search(stays: list[Stay], closed: dict[tuple[str, int], tuple[Window, ...]], pause: int) -> dict[str, str]:
    """The same by search over all rooms of all stays of a day."""
    model = cp_model.CpModel()
    chosen = {
        (stay.key, room): model.new_bool_var("")
        for stay in stays
        for room in stay.rooms
        if _open(stay, room, closed, pause)
    }
    for stay in stays:
        model.add(sum(chosen[stay.key, room] for room in stay.rooms if (stay.key, room) in chosen) == 1)
    for place, first in enumerate(stays):
        for second in stays[place + 1 :]:
            if second.start < first.end and first.start < second.end:
                for room in first.rooms:
                    if (first.key, room) in chosen and (second.key, room) in chosen:
                        model.add_at_most_one([chosen[first.key, room], chosen[second.key, room]])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    solver.parameters.max_time_in_seconds = SECONDS
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise RoomsShort
    return {key: room for (key, room), literal in chosen.items() if solver.boolean_value(literal)}
