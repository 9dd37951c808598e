"""Who could come to a session at a time, while a timetable is made: sets of clients as the bits of a number.

Clients take seats in it only to tell how many are still to be served, and when; who sits where is decided afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from scheduler.domain.calendar import DAYS, MIDNIGHT
from scheduler.domain.care_plan import CarePlan, care_plan
from scheduler.domain.people import Client
from scheduler.model.options import Options, Slot

LEVELS = range(1, 9)
"""How often somebody was left short: at each level a client's voice counts twice as much as at the one before."""
UNLIMITED = 7 * MIDNIGHT
NEEDED_TOPIC = 60
"""Minutes that a needed topic is worth for a client beside its own."""


class Turnout:
    """Nobody sits anywhere at first. loud: by client, in how many timetables before he or she was left short."""

    def __init__(self, options: Options, loud: Mapping[str, int]) -> None:
        self.clients = options.clients
        self.numbers = {client.name: number for number, client in enumerate(self.clients)}
        self.same_topic = options.week.program.same_topic_per_day
        self.tied = {} if options.week.program.mix_tracks else dict.fromkeys(options.week.track_by_name, 0)
        self.untied = -1
        self.loud = [sum(1 << self.numbers[name] for name, times in loud.items() if times >= level) for level in LEVELS]
        self.loudness = [min(len(LEVELS), loud.get(client.name, 0)) for client in self.clients]
        self.could = _could_come(options, self.numbers)
        plans = [care_plan(options.week, client) for client in self.clients]
        self.left = [
            _minutes_of_groups(options, client, plan) for client, plan in zip(self.clients, plans, strict=True)
        ]
        self.most_days = [plan.max_days for plan in plans]
        self.enough = [_minutes_of_a_day(plan) for plan in plans]
        self.wanting = sum(1 << number for number, left in enumerate(self.left) if left > 0)
        self.due = Counter({(n, topic.topic): topic.least for n, plan in enumerate(plans) for topic in plan.topics})
        self.needing: dict[str, int] = {}
        for (number, topic), least in self.due.items():
            self.needing[topic] = self.needing.get(topic, 0) | (least > 0) << number
        self.sitting: dict[int, list[tuple[int, int, int]]] = {}
        self.had: Counter[tuple[int, int, str]] = Counter()
        self.minutes: Counter[tuple[int, int]] = Counter()
        self.days: list[set[int]] = [set() for _ in self.clients]
        self.barred: Counter[int] = Counter()
        self.barred_topic: Counter[tuple[int, str]] = Counter()

    def worth(self, slot: Slot, start: int, seats: int) -> int:
        """Minutes of care that a session with so many seats would give; 0 if too few could come."""
        group = slot.group
        could = self._free(slot, start)
        if could.bit_count() < group.min_clients:
            return 0
        needing = could & self.needing.get(group.topic, 0)
        wanting = could & self.wanting | needing
        return group.minutes * self._voices(wanting, seats) + NEEDED_TOPIC * self._voices(needing, seats)

    def _voices(self, clients: int, seats: int) -> int:
        """How many of the clients have a seat, the loud counted again and again."""
        loud = (min(seats, (clients & some).bit_count()) << level for level, some in enumerate(self.loud))
        return min(seats, clients.bit_count()) + sum(loud)

    def open_to_all(self) -> None:
        """From now on everybody wants whatever there is time for: what is left to place is a choice for all."""
        self.wanting = (1 << len(self.clients)) - 1
        self.left = [UNLIMITED] * len(self.clients)
        self.enough = [UNLIMITED] * len(self.clients)
        self.barred.clear()

    def seat(self, slot: Slot, start: int, seats: int) -> None:
        """Gives the seats to those who lack most."""
        topic = slot.group.topic
        free = self._free(slot, start) & (self.wanting | self.needing.get(topic, 0))
        numbers = sorted(_numbers(free), key=lambda number: self._turn(number, slot))[:seats]
        members = sum(1 << number for number in numbers)
        self.sitting.setdefault(slot.day, []).append((start, start + slot.group.minutes, members))
        for number in numbers:
            self._sits(number, slot, start)

    def _turn(self, number: int, slot: Slot) -> tuple[bool, int, int, bool, int, int]:
        return (
            self.due[number, slot.group.topic] <= 0,
            -self.loudness[number],
            -self.clients[number].priority,
            slot.day not in self.days[number],
            -self.left[number],
            number,
        )

    def _sits(self, number: int, slot: Slot, start: int) -> None:
        group, day, bit = slot.group, slot.day, 1 << number
        self.left[number] -= group.counted_minutes
        if self.left[number] <= 0:
            self.wanting &= ~bit
        self.due[number, group.topic] -= 1
        if self.due[number, group.topic] <= 0:
            self.needing[group.topic] = self.needing.get(group.topic, 0) & ~bit
        self.had[number, day, group.topic] += 1
        if self.had[number, day, group.topic] == self.same_topic:
            self.barred_topic[day, group.topic] |= bit
        self._has_day(number, day, group.counted_minutes)
        if self.untied >> number & 1 and self.tied:
            tracks = self.could[slot.key, start]
            first = next(track for track in self.clients[number].tracks if tracks.get(track, 0) & bit)
            self.tied[first] |= bit
            self.untied &= ~bit

    def _has_day(self, number: int, day: int, minutes: int) -> None:
        bit = 1 << number
        self.minutes[number, day] += minutes
        if self.minutes[number, day] >= self.enough[number]:
            self.barred[day] |= bit
        self.days[number].add(day)
        if len(self.days[number]) >= self.most_days[number]:
            for other in set(DAYS) - self.days[number]:
                self.barred[other] |= bit

    def _free(self, slot: Slot, start: int) -> int:
        """Who could come now."""
        by_track = self.could.get((slot.key, start), {})
        free = 0
        for track, clients in by_track.items():
            free |= clients & (self.untied | self.tied[track]) if self.tied else clients
        free &= ~(self.barred[slot.day] | self.barred_topic[slot.day, slot.group.topic])
        end = start + slot.group.minutes
        for begun, ended, members in self.sitting.get(slot.day, ()):
            if begun < end and start < ended:
                free &= ~members
        return free


def _could_come(options: Options, numbers: dict[str, int]) -> dict[tuple[tuple[str, int], int], dict[str, int]]:
    """By slot and start, and by track, the clients whom it fits."""
    result: dict[tuple[tuple[str, int], int], dict[str, int]] = {}
    for admission in options.admissions:
        bit = 1 << numbers[admission.client.name]
        for placement in admission.placements:
            by_track = result.setdefault((admission.slot.key, placement.start), {})
            for track in placement.tracks:
                by_track[track] = by_track.get(track, 0) | bit
    return result


def _minutes_of_groups(options: Options, client: Client, plan: CarePlan) -> int:
    """What groups have to give the client."""
    counted = sum(d.sessions * d.counted_minutes for d in options.demands_of_client.get(client.name, ()))
    return plan.min_minutes - counted


def _minutes_of_a_day(plan: CarePlan) -> int:
    """After which a day is long enough, for the care plan wants other days, too."""
    if plan.min_days == 0:
        return plan.min_minutes
    return max(plan.min_minutes_per_day, -(-plan.min_minutes // plan.min_days))


def _numbers(bits: int) -> Iterable[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
