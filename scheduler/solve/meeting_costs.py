"""What each start of an individual session or appointment would cost a client whose groups are settled.

Exact for a day with one meeting, which most days are; a guide where a client has two on a day. With these costs the
times of a whole site's meetings are an assignment problem, which linear relaxation solves almost to the end.
"""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.calendar import Window
from scheduler.domain.schedule import Kind
from scheduler.model.draft import Draft, total
from scheduler.model.goals.choice import COVER_COST, overlap_minutes
from scheduler.model.options import Offer
from scheduler.solve.narrow import Plan

ClientDay = tuple[str, int]


def meeting_costs(draft: Draft, plan: Plan) -> LinearExprT:
    """Minutes of goals 5 and 6 that the meetings cost beside the plan's groups, as an expression over their starts."""
    days = sessions_of_days(draft, plan)
    soft = draft.week.soft_commitments
    terms = []
    for offer in draft.options.offers:
        client = offer.demand.client.name
        sessions = days.get((client, offer.day), [])
        for start in offer.starts:
            end = start + offer.demand.minutes
            shared = overlap_minutes(soft.get(client, []), offer.day, start, end)
            cost = _cost(draft, offer, start, sessions) + shared
            if cost:
                terms.append(cost * draft.begin[offer.key, start])
    return total(terms)


def sessions_of_days(draft: Draft, plan: Plan) -> dict[ClientDay, list[Window]]:
    """When each client's groups meet on each day, in order."""
    days: dict[ClientDay, list[Window]] = {}
    for client, group, day in plan.attending:
        start = plan.starts[group, day]
        days.setdefault((client, day), []).append(Window(start, start + draft.week.group_by_name[group].minutes))
    return {key: sorted(windows) for key, windows in days.items()}


def _cost(draft: Draft, offer: Offer, start: int, sessions: list[Window]) -> int:
    cover = offer.demand.client.cover_clinician
    covered = offer.demand.kind is Kind.INDIVIDUAL and offer.clinician == cover
    cost = COVER_COST if covered and cover != offer.demand.client.primary_clinician else 0
    if not sessions:
        return cost + (draft.week.program.trip_cost if offer.in_person else 0)
    end = start + offer.demand.minutes
    before = [window for window in sessions if window.end <= start]
    after = [window for window in sessions if window.start >= end]
    if before and after:
        return cost - offer.demand.minutes
    return cost + (start - before[-1].end if before else after[0].start - end if after else 0)
