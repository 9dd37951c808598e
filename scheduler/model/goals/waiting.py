"""Goal 6: minutes between activities of a day, days of coming in beyond the least, and trips for one meeting."""

from __future__ import annotations

import itertools

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.calendar import DAYS, MIDNIGHT
from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.model.draft import Draft, total
from scheduler.model.measures import treatment_days
from scheduler.model.occupancy import Use
from scheduler.model.uses import offer_use, session_use


def value(draft: Draft) -> LinearExprT:
    terms: list[LinearExprT] = []
    for client in draft.week.active_clients:
        for day in DAYS:
            terms.append(_waiting(draft, client, day))
        terms.append(draft.week.program.trip_cost * _trips(draft, client))
    return total(terms)


def _trips(draft: Draft, client: Client) -> LinearExprT:
    """Treatment days beyond Min days, and other days with an in-person individual session or appointment."""
    beyond = draft.amount(7, f"extra days {client.name}")
    draft.cp.add(beyond + care_plan(draft.week, client).min_days >= treatment_days(draft, client))
    terms: list[LinearExprT] = [beyond]
    for day in DAYS:
        given = [draft.given[o.key] for o in draft.offers_of_client(client) if o.day == day and o.in_person]
        if given:
            treated = draft.treated.get((client.name, day))
            trip = draft.bool(f"trip {client.name} {day}")
            for literal in given:
                draft.cp.add_bool_or([trip, literal.negated(), *([] if treated is None else [treated])])
            terms.append(trip)
    return total(terms)


def _waiting(draft: Draft, client: Client, day: int) -> LinearExprT:
    uses = [session_use(draft, a.slot, draft.attend[a.key]) for a in draft.admissions_on(client, day)]
    offers = [offer for offer in draft.offers_of_client(client) if offer.day == day]
    uses += [offer_use(draft, offer, draft.given[offer.key]) for offer in offers]
    if len(uses) < 2:
        return 0
    if any(use.movable for use in uses):
        return _span(draft, uses) - total(use.minutes * use.presence for use in uses)
    return _gaps(draft, uses)


def _span(draft: Draft, uses: list[Use]) -> LinearExprT:
    """From the first start to the last end, by bounds that hold for the uses that are present."""
    first = draft.cp.new_int_var(0, MIDNIGHT, "")
    last = draft.cp.new_int_var(0, MIDNIGHT, "")
    draft.cp.add(last >= first)
    for use in uses:
        start = use.start_variable() if use.movable or len(use.starts) > 1 else use.starts[0][0]
        draft.cp.add(first <= start).only_enforce_if(use.presence)
        draft.cp.add(last >= start + use.minutes).only_enforce_if(use.presence)
    return last - first


def _gaps(draft: Draft, uses: list[Use]) -> LinearExprT:
    """Exact and tight where times are known.

    The day is cut where a use may start or end. `begun` says that the day began before the end of a piece, `more` that
    something comes at its start or later; of a day on which anything happens every piece is one or the other, and a
    piece that is both, with nothing on it, is waited through.
    """
    known = [(start, start + use.minutes, literal) for use in uses for start, literal in use.starts]
    points = sorted({start for start, _, _ in known} | {end for _, end, _ in known})
    pieces = list(itertools.pairwise(points))
    covering: list[LinearExprT] = [total(lit for s, e, lit in known if s <= a and b <= e) for a, b in pieces]
    here = draft.bool("")
    for _, _, literal in known:
        draft.cp.add_implication(literal, here)
    begun, more = _chain(draft, covering, here), _chain(draft, covering[::-1], here)[::-1]
    terms: list[LinearExprT] = []
    for (a, b), before, after, covered in zip(pieces, begun, more, covering, strict=True):
        draft.cp.add(before + after >= here + covered)
        terms.append((b - a) * (before + after - here - covered))
    return total(terms)


def _chain(draft: Draft, covering: list[LinearExprT], here: IntVar) -> list[IntVar]:
    """Literals that once true stay true along the pieces, and are true wherever a piece is covered."""
    chain: list[IntVar] = []
    for covered in covering:
        literal = draft.bool("")
        draft.cp.add(literal >= covered)
        draft.cp.add_implication(literal, here)
        if chain:
            draft.cp.add_implication(chain[-1], literal)
        chain.append(literal)
    return chain
