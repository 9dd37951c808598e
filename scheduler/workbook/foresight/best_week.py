"""The most that one client could be given by groups if nobody else were there: a bound that no schedule exceeds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scheduler.domain.care_plan import CarePlan
from scheduler.domain.groups import Group
from scheduler.domain.week import Week
from scheduler.workbook.foresight.presence import Presence
from scheduler.workbook.foresight.slots import Slot, Slots, led

Reach = list[tuple[Group, tuple[Slot, ...]]]
"""The groups and times that a client could attend."""


@dataclass(frozen=True, slots=True)
class BestWeek:
    """Counted minutes in the week and on each day, treatment days, and sessions by topic: each alone at its most."""

    minutes: int
    by_day: tuple[int, ...]
    days: int
    topics: tuple[tuple[str, int], ...]

    def sessions_of(self, topic: str) -> int:
        return dict(self.topics).get(topic, 0)


def best_week(week: Week, slots: Slots, groups: Sequence[Group], plan: CarePlan, who: Presence) -> BestWeek:
    """The best of the client's tracks (of all of them together with Mix tracks), figure by figure."""
    tracks = who.client.tracks
    choices = [tracks] if week.program.mix_tracks else [(track,) for track in tracks]
    weeks = [_in_tracks(week, plan, _reach(slots, groups, who, choice)) for choice in choices]
    best = max(weeks, key=lambda each: each.minutes)
    topics = {topic for each in weeks for topic, _ in each.topics}
    return BestWeek(
        best.minutes,
        best.by_day,
        max(each.days for each in weeks),
        tuple((topic, max(each.sessions_of(topic) for each in weeks)) for topic in sorted(topics)),
    )


def _reach(slots: Slots, groups: Iterable[Group], who: Presence, tracks: tuple[str, ...]) -> Reach:
    reach = []
    for group in groups:
        open_slots = tuple(slot for slot in slots.of(group) if _open(group, slot, who, tracks))
        if open_slots:
            reach.append((group, open_slots))
    return reach


def _open(group: Group, slot: Slot, who: Presence, tracks: tuple[str, ...]) -> bool:
    if not any(track in slot.tracks for track in tracks):
        return False
    if not who.client.modality_on(slot.day).may_attend(group.modality):
        return False
    avoided = who.client.avoid_clinicians
    if avoided and not led(group, (name for name in slot.leaders if name not in avoided)):
        return False
    return who.free(slot.day, slot.start, slot.end, who.attends_in_person(slot.day, group.modality))


def _in_tracks(week: Week, plan: CarePlan, reach: Reach) -> BestWeek:
    by_day = [_best_day(week, plan, reach, day) for day in range(7)]
    fullest = sorted(by_day, reverse=True)[: plan.max_days]
    held = [(group, min(group.sessions, len({slot.day for slot in open_slots}))) for group, open_slots in reach]
    minutes = min(sum(fullest), sum(group.counted_minutes * sessions for group, sessions in held))
    topics: dict[str, int] = {}
    for group, sessions in held:
        topics[group.topic] = topics.get(group.topic, 0) + sessions
    treatments = sum(sessions for group, sessions in held if group.counted_minutes)
    days = min(sum(1 for minutes in by_day if minutes), treatments, plan.max_days)
    return BestWeek(minutes, tuple(by_day), days, tuple(sorted(topics.items())))


def _best_day(week: Week, plan: CarePlan, reach: Reach, day: int) -> int:
    """The most counted minutes of one day: sessions one after another, topics no more often than allowed."""
    today = [(slot, group) for group, open_slots in reach for slot in open_slots if slot.day == day]
    most = min(_longest_chain(today), _most_by_topic(week, {group.name: group for _, group in today}.values()))
    return most if plan.max_minutes_per_day is None else min(most, plan.max_minutes_per_day)


def _longest_chain(today: list[tuple[Slot, Group]]) -> int:
    """The greatest sum of counted minutes over sessions that do not overlap."""
    ends, sums = [0], [0]
    for slot, group in sorted(today, key=lambda pair: (pair[0].end, pair[0].start)):
        total = sums[bisect_right(ends, slot.start) - 1] + group.counted_minutes
        if total > sums[-1]:
            ends.append(slot.end)
            sums.append(total)
    return sums[-1]


def _most_by_topic(week: Week, groups: Iterable[Group]) -> int:
    limit = week.program.same_topic_per_day or None
    by_topic: dict[str, list[int]] = {}
    for group in groups:
        by_topic.setdefault(group.topic, []).append(group.counted_minutes)
    return sum(sum(sorted(counted, reverse=True)[:limit]) for counted in by_topic.values())
