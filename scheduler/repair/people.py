"""Who is told something new, and how much of the present schedule is not kept, as expressions to be made small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.model.draft import Draft, total
from scheduler.model.goals.changes import kept_literals
from scheduler.model.options import Offer
from scheduler.repair.given import Given


def newcomers(week: Week, present: Schedule) -> frozenset[str]:
    """Clients whom the present schedule does not know: their week is new to them whatever it is."""
    known = {name for session in present.sessions for name in session.clients}
    known |= {meeting.client for meeting in present.one_on_ones}
    return frozenset(client.name for client in week.active_clients if client.name not in known)


def people_told(given: Given, rest: Schedule, new: frozenset[str]) -> tuple[IntVar, ...]:
    """A literal for each client and clinician who may get another week than in the rest of the present schedule.

    A client's week is what is attended and when, and one-on-ones with their clinicians; a clinician's week is what is
    led or held and when. Rooms tell nobody apart. Newcomers, and one-on-ones with them, do not count.
    """
    told = _Told(given.draft)
    for session in rest.sessions:
        _session(given.draft, session, told)
    for meeting in rest.one_on_ones:
        _one_on_one(given.draft, meeting, told)
    _new_in_groups(given, rest, new, told)
    _new_one_on_ones(given, rest, new, told)
    return tuple(told.literals.values())


def changes_made(draft: Draft, rest: Schedule) -> LinearExprT:
    """What of the rest is not kept, counted as goal 3 counts, and 1 for each session or one-on-one in another room."""
    kept = kept_literals(draft, rest)
    gone = len(kept) - total(literal for literal in kept if literal is not None)
    rooms = [_other_room(draft, session) for session in rest.sessions]
    places = [term for meeting in rest.one_on_ones for term in _other_places(draft, meeting)]
    return gone + total(rooms) + total(places)


class _Told:
    """One literal a person, created when first asked for."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.active = {client.name for client in draft.week.active_clients}
        self.literals: dict[tuple[str, str], IntVar] = {}

    def client(self, name: str, unless: Iterable[IntVar | None]) -> None:
        """The client is told unless one of the literals is true; clients who are not here any more are not told."""
        if name in self.active:
            self._unless(("client", name), unless)

    def clinician(self, name: str, unless: Iterable[IntVar | None]) -> None:
        if name in self.draft.week.clinician_by_name:
            self._unless(("clinician", name), unless)

    def _unless(self, person: tuple[str, str], unless: Iterable[IntVar | None]) -> None:
        if person not in self.literals:
            self.literals[person] = self.draft.bool(f"{person[0]} {person[1]} is told")
        self.draft.cp.add_bool_or([self.literals[person], *(literal for literal in unless if literal is not None)])


def _session(draft: Draft, session: GroupSession, told: _Told) -> None:
    """It is kept for those who were in it or led it when they still are, and it still starts then."""
    key = (session.group, session.day)
    there = draft.at.get((key, session.start))
    for name in session.clients:
        told.client(name, [draft.attend.get((name, *key))])
        told.client(name, [there])
    for name in session.facilitators:
        told.clinician(name, [draft.lead.get((key, name))])
        told.clinician(name, [there])


def _one_on_one(draft: Draft, meeting: OneOnOne, told: _Told) -> None:
    begins = [_begins(draft, offer, meeting) for offer in _same(draft, meeting) if meeting.start in offer.starts]
    told.client(meeting.client, begins)
    told.clinician(meeting.clinician, begins)


def _begins(draft: Draft, offer: Offer, meeting: OneOnOne) -> IntVar:
    """The literal that it is held then; a coarse draft knows the day alone."""
    return draft.given[offer.key] if draft.coarse else draft.begin[offer.key, meeting.start]


def _same(draft: Draft, meeting: OneOnOne) -> list[Offer]:
    client = draft.week.client_by_name.get(meeting.client)
    return [offer for offer in draft.offers_of_client(client) if _alike(offer, meeting)] if client is not None else []


def _alike(offer: Offer, meeting: OneOnOne) -> bool:
    mine = (offer.demand.kind, offer.demand.service, offer.day, offer.clinician, offer.modality, offer.demand.minutes)
    other = (meeting.kind, meeting.service, meeting.day, meeting.clinician, meeting.modality, meeting.minutes)
    return mine == other


def _new_in_groups(given: Given, rest: Schedule, new: frozenset[str], told: _Told) -> None:
    """What the present schedule does not hold tells those whom it concerns."""
    attended = {(name, session.group, session.day) for session in rest.sessions for name in session.clients}
    led = {(session.group, session.day, name) for session in rest.sessions for name in session.facilitators}
    for (client, group, day), literal in given.draft.attend.items():
        if (client, group, day) not in attended and client not in new and literal.index not in given.past:
            told.client(client, [literal.negated()])
    for ((group, day), name), literal in given.draft.lead.items():
        if (group, day, name) not in led and literal.index not in given.past:
            told.clinician(name, [literal.negated()])


def _new_one_on_ones(given: Given, rest: Schedule, new: frozenset[str], told: _Told) -> None:
    held: dict[str, list[OneOnOne]] = {}
    for meeting in rest.one_on_ones:
        held.setdefault(meeting.client, []).append(meeting)
    for offer in given.draft.options.offers:
        client, literal = offer.demand.client.name, given.draft.given[offer.key]
        known = any(_alike(offer, meeting) for meeting in held.get(client, ()))
        if client not in new and not known and literal.index not in given.past:
            told.client(client, [literal.negated()])
            told.clinician(offer.clinician, [literal.negated()])


def _other_room(draft: Draft, session: GroupSession) -> LinearExprT:
    """1 if the session is held and not in its pool of rooms."""
    key, pool = (session.group, session.day), draft.options.pool_of_room.get(session.room or "")
    if session.room is None or key not in draft.held:
        return 0
    hosting = draft.room.get((key, pool.key)) if pool is not None else None
    return draft.held[key] - (0 if hosting is None else hosting)


def _other_places(draft: Draft, meeting: OneOnOne) -> Iterator[LinearExprT]:
    """1 if the one-on-one is kept, but not in its pool of rooms."""
    pool = draft.options.pool_of_room.get(meeting.room or "")
    for offer in _same(draft, meeting):
        if meeting.room is None or meeting.start not in offer.starts or draft.coarse:
            continue
        there = draft.place.get((offer.key, pool.key)) if pool is not None else None
        if there is draft.given[offer.key]:
            continue
        moved = draft.amount(1, f"other room for {offer.key}")
        draft.cp.add(moved >= draft.begin[offer.key, meeting.start] - (0 if there is None else there))
        yield moved
