"""What one client, or one group, could have with everyone else gone."""

from __future__ import annotations

from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.evaluation import Shortfall
from scheduler.domain.people import Client
from scheduler.domain.rules import Requirement
from scheduler.domain.week import Week
from scheduler.model.build import build
from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total
from scheduler.model.measures import counted, of_topic, treatment_days
from scheduler.model.options import options_of
from scheduler.solve.call import Effort, call
from scheduler.solve.values import value_of

EFFORT = Effort(3.0, 1)


def alone_week(week: Week, client: str | None) -> Week:
    """The week with nobody but the client (None: nobody), groups held however few attend."""

    def stays(name: str | None) -> bool:
        return name is None or name == client

    return replace(
        week,
        clients=tuple(c for c in week.clients if c.name == client),
        groups=tuple(replace(group, min_clients=0) for group in week.groups),
        commitments=tuple(c for c in week.commitments if stays(c.client)),
        appointments=tuple(a for a in week.appointments if stays(a.client)),
        keep_apart=(),
        locks=tuple(lock for lock in week.locks if stays(lock.client)),
        previous=None,
    )


def plan_possible(week: Week, client: str) -> bool | None:
    """Whether the client's whole plan could be met alone; None: not known in the time."""
    draft = build(options_of(alone_week(week, client)))
    draft.cp.add(care_of(draft, draft.week.client_by_name[client]).met == 1)
    return _possible(draft)


def sessions_possible(week: Week, group: str, sessions: int) -> bool | None:
    """Whether so many sessions of the group could be held with no client and no other group."""
    only = replace(alone_week(week, None), groups=tuple(g for g in alone_week(week, None).groups if g.name == group))
    only = replace(only, locks=tuple(lock for lock in only.locks if lock.group == group))
    draft = build(options_of(only))
    draft.cp.add(total(draft.held[slot.key] for slot in draft.slots(group)) >= sessions)
    return _possible(draft)


def best_alone(week: Week, shortfall: Shortfall) -> int | None:
    """The most that the client could have of what is short, alone; None where that is no matter of one amount."""
    draft = build(options_of(alone_week(week, shortfall.subject)))
    client = draft.week.client_by_name[shortfall.subject]
    given = _given(draft, client, shortfall)
    if given is None or isinstance(given, int):
        return given
    draft.cp.maximize(given)
    answer = call(draft.cp, EFFORT)
    return value_of(given, answer.values) if answer.values is not None and answer.proven else None


def _given(draft: Draft, client: Client, shortfall: Shortfall) -> LinearExprT | None:
    if shortfall.requirement is Requirement.HOURS:
        return counted(draft, client)
    if shortfall.requirement is Requirement.DAYS:
        return treatment_days(draft, client)
    if shortfall.requirement is Requirement.TOPIC:
        return of_topic(draft, client, shortfall.detail)
    if shortfall.requirement in (Requirement.INDIVIDUAL, Requirement.APPOINTMENT):
        offers = [o for o in draft.offers_of_client(client) if o.demand.service == shortfall.detail]
        return total(draft.given[offer.key] for offer in offers)
    return None


def _possible(draft: Draft) -> bool | None:
    answer = call(draft.cp, EFFORT)
    if answer.values is not None:
        return True
    return False if answer.infeasible else None
