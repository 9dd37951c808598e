"""The coordinator's desk: a plan with one client at a time taken out of it, and put back with another week.

Sessions have their times, leaders and rooms; what changes is who sits where, and when meetings are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scheduler.domain.locks import Lock
from scheduler.domain.people import Client
from scheduler.domain.schedule import Schedule
from scheduler.model.draft import Draft, SlotKey, total
from scheduler.model.options import Offer, Options
from scheduler.model.rules import OF_ONE_CLIENT, clinicians, locks
from scheduler.solve.diary import Diary
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.narrow import Plan
from scheduler.solve.one_client import bare, draft_of
from scheduler.solve.rooms_taken import RoomsTaken
from scheduler.solve.seats import Seats
from scheduler.solve.taken import OfferKey

OF_A_TURN = (*OF_ONE_CLIENT, clinicians.post_own_meetings, locks.post)
"""The rules of a client's week where each meeting has its clinician, and what locks say of it."""
CLINICIANS = 3
"""Clinicians thought of where many could hold a service: those with the most time left."""


@dataclass(frozen=True)
class OwnWeek:
    """What one client has: sessions, and meetings with their starts."""

    sessions: tuple[SlotKey, ...] = ()
    meetings: tuple[tuple[Offer, int], ...] = ()


NO_WEEK = OwnWeek()


class Desk:
    """Begins with a plan; whoever is in it has meetings at one start each."""

    def __init__(self, options: Options, plan: Plan) -> None:
        self.options, self.begun = options, plan
        self.seats, self.diary, self.rooms = Seats(options, plan), Diary(options, plan), RoomsTaken(options, plan)
        self.slots = {key: bare(slot) for key, slot in self.seats.slots.items()}
        self.weeks: dict[str, OwnWeek] = {}
        self.locks: dict[str, tuple[Lock, ...]] = {}
        for lock in options.week.locks:
            if lock.client is not None:
                self.locks[lock.client] = (*self.locks.get(lock.client, ()), lock)
        self.previous = _previous_of_each(options.week.previous)
        for name, week in _weeks(options, plan).items():
            self.put(name, week)

    @property
    def plan(self) -> Plan:
        """Without sessions in which too few sit to hold them."""
        meetings: dict[OfferKey, tuple[int, ...]] = {
            offer.key: (start,) for week in self.weeks.values() for offer, start in week.meetings
        }
        return replace(self.begun, attending=frozenset(self.seats.attending()), meetings=meetings)

    def put(self, client: str, week: OwnWeek) -> None:
        """The client has this week, and takes seats and time with it."""
        self.weeks[client] = week
        for key in week.sessions:
            self.seats.members[key].append(client)
        for offer, start in week.meetings:
            self.diary.note(offer, start)
            self.rooms.note(offer, start)

    def take_out(self, client: str) -> OwnWeek:
        """The client has nothing any more; returns what it was."""
        week = self.weeks.pop(client, NO_WEEK)
        for key in week.sessions:
            self.seats.members[key].remove(client)
        for offer, start in week.meetings:
            self.diary.forget(offer, start)
            self.rooms.note(offer, start, -1)
        return week

    def draft(self, client: Client, known: OwnWeek = NO_WEEK) -> Draft:
        """What the client could have now, beside everybody else; what is known of the week is part of it."""
        admissions = tuple(self.seats.open_to(client, known.sessions))
        previous = None if self.options.week.previous is None else self.previous.get(client.name, Schedule())
        week = replace(self.options.week, locks=self.locks.get(client.name, ()), previous=previous)
        part = replace(
            self.options, week=week, admissions=admissions, offers=tuple(self._offers(client, known.meetings))
        )
        offers = with_few_starts(part, self.plan_of(client, known)).offers
        draft = draft_of(part, client, self.slots, admissions, offers, rules=OF_A_TURN)
        for key, held in draft.held.items():
            # Else the draft would take a session that others attend, or a cohort's, for one that need not be held.
            if self.seats.members[key] or self.slots[key].group.cohort:
                draft.cp.add(held == 1)
        self._within_minutes_left(draft)
        return draft

    def _within_minutes_left(self, draft: Draft) -> None:
        """All that the client has with one clinician fits together into what is left of the clinician's hours."""
        of_day: dict[tuple[str, int], list[Offer]] = {}
        of_week: dict[str, list[Offer]] = {}
        for offer in draft.options.offers:
            of_day.setdefault((offer.clinician, offer.day), []).append(offer)
            of_week.setdefault(offer.clinician, []).append(offer)
        limits = [(self.diary.minutes_left(*key), offers) for key, offers in of_day.items()]
        limits += [(self.diary.left[name], offers) for name, offers in of_week.items()]
        for most, offers in limits:
            if len({offer.demand.key for offer in offers}) > 1:
                draft.cp.add(total(offer.demand.minutes * draft.given[offer.key] for offer in offers) <= most)

    def plan_of(self, client: Client, week: OwnWeek) -> Plan:
        """The client's week as a plan of nobody else."""
        return Plan(
            {key: self.begun.starts[key] for key in week.sessions},
            frozenset((client.name, *key) for key in week.sessions),
            {offer.key: (start,) for offer, start in week.meetings},
        )

    def _offers(self, client: Client, known: Iterable[tuple[Offer, int]]) -> Iterator[Offer]:
        """At the times that the clinicians have left, of some where many could hold it, and of whoever is known."""
        present = {(offer.demand.key, offer.clinician) for offer, _ in known}
        for demand in self.options.demands_of_client.get(client.name, ()):
            offers = self.options.offers_of_demand.get(demand.key, ())
            names = sorted({offer.clinician for offer in offers}, key=lambda name: (-self.diary.left[name], name))
            some = {name for key, name in present if key == demand.key} or set(names[:CLINICIANS])
            for offer in offers:
                starts = self._starts(offer) if offer.clinician in some else ()
                if starts:
                    yield replace(offer, starts=starts)

    def _starts(self, offer: Offer) -> tuple[int, ...]:
        """When clinician and room are to be had."""
        return tuple(start for start in self.diary.free(offer) if self.rooms.free(offer, start))


def week_in(draft: Draft, values: tuple[int, ...]) -> OwnWeek:
    """The week that the values of a client's draft say."""
    sessions = tuple((group, day) for (_, group, day), seat in draft.attend.items() if values[seat.index])
    begun = ((offer, start, draft.begin[offer.key, start]) for offer in draft.options.offers for start in offer.starts)
    return OwnWeek(sessions, tuple((offer, start) for offer, start, begin in begun if values[begin.index]))


def _previous_of_each(previous: Schedule | None) -> dict[str, Schedule]:
    """What of last week's schedule was each client's."""
    result: dict[str, Schedule] = {}
    for session in previous.sessions if previous is not None else ():
        for name in session.clients:
            own = result.get(name, Schedule())
            result[name] = replace(own, sessions=(*own.sessions, replace(session, clients=(name,))))
    for meeting in previous.one_on_ones if previous is not None else ():
        own = result.get(meeting.client, Schedule())
        result[meeting.client] = replace(own, one_on_ones=(*own.one_on_ones, meeting))
    return result


def _weeks(options: Options, plan: Plan) -> dict[str, OwnWeek]:
    sessions: dict[str, list[SlotKey]] = {}
    for name, group, day in sorted(plan.attending):
        sessions.setdefault(name, []).append((group, day))
    offers = {offer.key: offer for offer in options.offers if offer.key in plan.meetings}
    meetings: dict[str, list[tuple[Offer, int]]] = {}
    for key, offer in offers.items():
        meetings.setdefault(key[0], []).append((offer, plan.meetings[key][0]))
    names = sorted(sessions.keys() | meetings.keys())
    return {name: OwnWeek(tuple(sessions.get(name, ())), tuple(meetings.get(name, ()))) for name in names}
