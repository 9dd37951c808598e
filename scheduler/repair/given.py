"""The draft of a week that is running: what has happened is fixed, what it breaks now is not asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.model.draft import Draft
from scheduler.model.options import Offer, Options
from scheduler.model.rules import RULES
from scheduler.model.variables import create
from scheduler.repair.relief import relieve


@dataclass(frozen=True)
class Given:
    """A draft in which the past is fixed; past: indices of its variables.

    slack: by how much rules that speak of the past are broken; 0: not at all.
    """

    draft: Draft
    past: frozenset[int]
    slack: LinearExprT


def build_given(options: Options, past: Schedule, loose: bool = False, coarse: bool = False) -> Given:
    """A draft that any right continuation of the past satisfies; loose: though the past itself breaks rules now.

    coarse: see `Draft`.
    """
    draft = Draft(options, coarse)
    create(draft)
    settled = {variable.index: value for variable, value in _settled(draft, past)}
    for index, value in sorted(settled.items()):
        draft.cp.add(draft.cp.get_int_var_from_proto_index(index) == value)
    first = len(draft.cp.proto.constraints)
    for post in RULES:
        post(draft)
    return Given(draft, frozenset(settled), relieve(draft.cp, first, settled) if loose else 0)


def _settled(draft: Draft, past: Schedule) -> Iterator[tuple[IntVar, int]]:
    """Every variable that speaks of the past, with its value."""
    for session in past.sessions:
        if (session.group, session.day) in draft.held:
            yield from _session(draft, session)
    happened = {(m.client, m.service, m.day): m for m in past.one_on_ones}
    for offer in draft.options.offers:
        meeting = happened.get((offer.demand.client.name, offer.demand.service, offer.day))
        if meeting is not None:
            yield draft.given[offer.key], 1
            yield from _place(draft, offer, meeting)


def _session(draft: Draft, session: GroupSession) -> Iterator[tuple[IntVar, int]]:
    """Whoever led it and wherever it was, even if they would not suit it now."""
    key = (session.group, session.day)
    yield draft.held[key], 1
    yield from ((draft.attend[name, *key], 1) for name in session.clients if (name, *key) in draft.attend)
    for clinician in draft.week.clinicians:
        led = clinician.name in session.facilitators
        if led and (key, clinician.name) not in draft.lead:
            draft.lead[key, clinician.name] = draft.bool(f"{clinician.name} led {key}")
        if (key, clinician.name) in draft.lead:
            yield draft.lead[key, clinician.name], int(led)
    hosted = draft.options.pool_of_room.get(session.room or "")
    for pool in draft.options.pools:
        if pool is hosted and (key, pool.key) not in draft.room:
            draft.room[key, pool.key] = draft.bool(f"{key} was in {pool.key}")
        if (key, pool.key) in draft.room:
            yield draft.room[key, pool.key], int(pool is hosted)


def _place(draft: Draft, offer: Offer, meeting: OneOnOne) -> Iterator[tuple[IntVar, int]]:
    hosted = draft.options.pool_of_room.get(meeting.room or "")
    pools = draft.pools_for_offer(offer)
    if len(pools) > 1 and not draft.coarse:
        yield from ((draft.place[offer.key, pool.key], int(pool is hosted)) for pool in pools)
