"""Sessions that may as well be held, whoever comes: their clinicians and rooms have nothing else that could be then.

For goals 1 and 2 it then need not be asked whether such a session is held, which halves the rows of an outline where
timetable, clinicians and rooms are given, and makes its relaxation many times quicker. Nobody may come: then it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate

from scheduler.domain.calendar import overlaps
from scheduler.domain.people import Clinician
from scheduler.model.draft import SlotKey
from scheduler.model.options import Options, Pool, Slot
from scheduler.model.options.aside import NOTHING_ASIDE
from scheduler.model.options.pools import needs_room
from scheduler.model.rules.clinicians import may_lead
from scheduler.solve.whole_groups import all_taken_whole


def held_anyway(options: Options) -> frozenset[SlotKey]:
    """Sessions that no rule keeps from being held, and that can't be too small unless they are empty."""
    if options.aside != NOTHING_ASIDE or options.settled:
        return frozenset()
    finder = _Finder(options)
    return frozenset(
        slot.key for slots in options.slots_of_group.values() if finder.all_may_be(slots) for slot in slots
    )


def mostly_held_anyway(options: Options) -> bool:
    """Whether that is so of half of the sessions or more: the timetable is given, with its clinicians and rooms."""
    return 2 * len(held_anyway(options)) >= len(options.slots)


class _Finder:
    """leaders: who may lead each session; idle: clinicians who can do all they could be asked for, one after another;
    vacant: pools of rooms of which the same is true."""

    def __init__(self, options: Options) -> None:
        self.options, week = options, options.week
        self.leaders = {s.key: tuple(c.name for c in week.clinicians if may_lead(week, c, s)) for s in options.slots}
        self.locked = {lock.group for lock in week.locks}
        led = _by_resource(options.slots, lambda slot: self.leaders[slot.key])
        hosted = _by_resource(options.slots, lambda slot: tuple(pool.key for pool in options.pools_for(slot)))
        idle = {c.name for c in week.clinicians if self._is_idle(c, led.get(c.name, []))}
        self.idle = idle - {offer.clinician for offer in options.offers}
        in_person = {offer.clinician for offer in options.offers if offer.in_person}
        for_meetings = {pool.key for name in in_person for pool in options.pools_for_meetings[name]}
        vacant = (pool for pool in options.pools if self._is_vacant(pool, hosted.get(pool.key, [])))
        self.vacant = {pool.key for pool in vacant} - for_meetings

    def all_may_be(self, slots: tuple[Slot, ...]) -> bool:
        """Whether all sessions of a group may be held, whatever else is."""
        group = slots[0].group
        whole = len(slots) <= group.sessions and not self._may_be_in_part(slots) and group.name not in self.locked
        at_once = not group.same_time or len({p.start for slot in slots for p in slot.placements}) == 1
        led_alike = len({self.leaders[slot.key] for slot in slots}) == 1
        fitting = whole and at_once and (led_alike or not group.same_clinician)
        return fitting and group.min_clients <= 1 and all(self._may_be(slot) for slot in slots)

    def _may_be_in_part(self, slots: tuple[Slot, ...]) -> bool:
        """Whether it may be of use to hold a part of a cohort, for those who can't be in the others."""
        group = slots[0].group
        return group.cohort and len(slots) > 1 and not all_taken_whole(self.options, group.name)

    def _may_be(self, slot: Slot) -> bool:
        return not slot.movable and self._is_led(slot) and self._is_hosted(slot)

    def _is_led(self, slot: Slot) -> bool:
        group, names = slot.group, set(self.leaders[slot.key])
        if group.facilitators == 0:
            return True
        one_of_lead = not group.lead or not names.isdisjoint(group.lead)
        return len(names) == group.facilitators and names <= self.idle and one_of_lead

    def _is_hosted(self, slot: Slot) -> bool:
        if not needs_room(self.options.week, slot.group):
            return True
        return any(pool.key in self.vacant for pool in self.options.pools_for(slot))

    def _is_idle(self, clinician: Clinician, led: list[Slot]) -> bool:
        days = {slot.day for slot in led}
        minutes = {day: sum(slot.group.minutes for slot in led if slot.day == day) for day in days}
        longest, most = clinician.max_minutes_per_day, clinician.max_minutes
        return (
            (longest is None or max(minutes.values(), default=0) <= longest)
            and (most is None or sum(minutes.values()) <= most)
            and _at_once(led, self.options.week.program.clinician_break) <= 1
        )

    def _is_vacant(self, pool: Pool, hosted: list[Slot]) -> bool:
        open_then = not any(overlaps(pool.closed[s.day], p.start, p.end) for s in hosted for p in s.placements)
        return open_then and _at_once(hosted, self.options.week.program.room_turnaround) <= pool.count


def _by_resource(slots: Iterable[Slot], asked: Callable[[Slot], tuple[str, ...]]) -> dict[str, list[Slot]]:
    """The sessions that could ask for each clinician or pool."""
    result: dict[str, list[Slot]] = {}
    for slot in slots:
        for name in asked(slot):
            result.setdefault(name, []).append(slot)
    return result


def _at_once(slots: list[Slot], pause: int) -> int:
    """How many of these sessions there are at most at one moment, at any of their times and with the pause after."""
    moves = [(s.day, p.start, 1) for s in slots for p in s.placements]
    moves += [(s.day, p.end + pause, -1) for s in slots for p in s.placements]
    # At the same moment one ends before another begins.
    return max(accumulate(step for _, _, step in sorted(moves)), default=0)
