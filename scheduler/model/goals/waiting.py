"""Goal 6: minutes between activities of a day, days of coming in beyond the least, and trips for one meeting."""

from __future__ import annotations

import itertools

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.calendar import DAYS, MIDNIGHT
from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.model.draft import Draft, total
from scheduler.model.measures import treated, treatment_days
from scheduler.model.occupancy import Use
from scheduler.model.options import Offer
from scheduler.model.uses import offer_use, session_use


def value(draft: Draft) -> LinearExprT:
    return total(draft.of_each_client(of_client))


def of_client(draft: Draft, client: Client) -> LinearExprT:
    waiting = total(_waiting(draft, client, day) for day in DAYS)
    return waiting + draft.week.program.trip_cost * _trips(draft, client)


def _trips(draft: Draft, client: Client) -> LinearExprT:
    """Treatment days beyond Min days, and other days with an in-person individual session or appointment."""
    beyond = draft.amount(7, f"extra days {client.name}")
    draft.cp.add(beyond + care_plan(draft.week, client).min_days >= treatment_days(draft, client))
    terms: list[LinearExprT] = [beyond]
    for day in DAYS:
        given = [draft.given[o.key] for o in draft.offers_of_client(client) if o.day == day and o.in_person]
        if given:
            day_treated = treated(draft, client, day)
            trip = draft.bool(f"trip {client.name} {day}")
            for literal in given:
                draft.cp.add_bool_or([trip, literal.negated(), *([] if day_treated is None else [day_treated])])
            terms.append(trip)
    return total(terms)


def _waiting(draft: Draft, client: Client, day: int) -> LinearExprT:
    uses = [session_use(draft, a.slot, draft.attend[a.key]) for a in draft.admissions_on(client, day)]
    offers = [offer for offer in draft.offers_of_client(client) if offer.day == day]
    if draft.coarse:
        return _coarse(draft, uses, offers)
    uses += [offer_use(draft, offer, draft.given[offer.key]) for offer in offers]
    return _between(draft, uses)


def _coarse(draft: Draft, uses: list[Use], offers: list[Offer]) -> LinearExprT:
    """Waiting between groups, less what individual sessions and appointments could fill of it at the best."""
    filled = total(offer.demand.minutes * draft.given[offer.key] for offer in offers)
    waiting = draft.amount(MIDNIGHT, "")
    draft.cp.add(waiting >= _between(draft, uses) - filled)
    return waiting


def _between(draft: Draft, uses: list[Use]) -> LinearExprT:
    if len(uses) < 2:
        return 0
    if any(use.movable for use in uses):
        return _span(draft, uses)
    return _path(draft, uses)


def _span(draft: Draft, uses: list[Use]) -> LinearExprT:
    """From the first start to the last end, by bounds that hold for the uses that are present, less these uses."""
    first = draft.cp.new_int_var(0, MIDNIGHT, "")
    last = draft.cp.new_int_var(0, MIDNIGHT, "")
    draft.cp.add(last >= first)
    for use in uses:
        start = use.start_variable() if use.movable or len(use.starts) > 1 else use.starts[0][0]
        draft.cp.add(first <= start).only_enforce_if(use.presence)
        draft.cp.add(last >= start + use.minutes).only_enforce_if(use.presence)
    waiting = draft.amount(MIDNIGHT, "")
    # One at a time, they fill no more than that; without a variable the relaxation would not know.
    draft.cp.add(waiting == last - first - total(use.minutes * use.presence for use in uses))
    return waiting


def _path(draft: Draft, uses: list[Use]) -> LinearExprT:
    """The day as a path through time, exact and tight where times are known.

    Nodes are the moments at which a use may start or end, arcs are the uses and the waits from moment to moment. A
    path enters where its first use starts and leaves where its last one ends. The polytope of paths is integral, so
    that the linear relaxation knows the waiting of a client's day exactly.
    """
    known = [(start, start + use.minutes, literal) for use in uses for start, literal in use.starts]
    moments = sorted({start for start, _, _ in known} | {end for _, end, _ in known})
    starting: dict[int, list[IntVar]] = {moment: [] for moment in moments}
    ending: dict[int, list[IntVar]] = {moment: [] for moment in moments}
    for start, end, literal in known:
        starting[start].append(literal)
        ending[end].append(literal)
    waits: list[LinearExprT] = []
    entering: list[LinearExprT] = []
    before: LinearExprT = 0
    for moment, following in itertools.pairwise([*moments, moments[-1]]):
        enter, leave = _gate(draft, starting[moment]), _gate(draft, ending[moment])
        after: LinearExprT = draft.bool("") if following > moment else 0
        draft.cp.add(enter + before + total(ending[moment]) == leave + after + total(starting[moment]))
        entering.append(enter)
        waits.append((following - moment) * after)
        before = after
    draft.cp.add(total(entering) <= 1)
    return total(waits)


def _gate(draft: Draft, literals: list[IntVar]) -> LinearExprT:
    """Where a path may enter or leave: only with one of these uses."""
    if not literals:
        return 0
    gate = draft.bool("")
    draft.cp.add(gate <= total(literals))
    return gate
