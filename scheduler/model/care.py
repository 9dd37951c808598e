"""Care plans: for each client one literal `met`, and what is missing of each requirement in minutes of goal 2."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.calendar import DAYS
from scheduler.domain.care_plan import CarePlan, care_plan
from scheduler.domain.people import Client
from scheduler.model.draft import Care, Draft, total
from scheduler.model.measures import counted, counted_on, of_topic, treated, treatment_days

HOUR = 60


def care_of(draft: Draft, client: Client) -> Care:
    """The care plan of the client, posted once; `met` may be 0 though the plan is met, so a goal has to push it up."""
    if client.name not in draft.cares:
        draft.cares[client.name] = _post(draft, client)
    return draft.cares[client.name]


def _post(draft: Draft, client: Client) -> Care:
    plan = care_plan(draft.week, client)
    met = draft.bool(f"plan of {client.name} met")
    missing = [
        _hours(draft, client, plan, met),
        _days(draft, client, plan, met),
        *_day_length(draft, client, plan, met),
        *_gaps(draft, client, plan, met),
        *_services(draft, client, met),
        *_topics(draft, client, plan, met),
    ]
    _sessions_of_a_met_plan(draft, client, plan, met)
    return Care(met, total(missing))


def _short(draft: Draft, needed: int, given: LinearExprT, met: IntVar, name: str) -> LinearExprT:
    """At least needed - given; 0 when met."""
    if needed <= 0:
        return 0
    short = draft.amount(needed, name)
    draft.cp.add(short + given >= needed)
    draft.cp.add(given >= needed * met)
    return short


def _hours(draft: Draft, client: Client, plan: CarePlan, met: IntVar) -> LinearExprT:
    return _short(draft, plan.min_minutes, counted(draft, client), met, f"minutes short {client.name}")


def _days(draft: Draft, client: Client, plan: CarePlan, met: IntVar) -> LinearExprT:
    given = treatment_days(draft, client) if plan.min_days > 0 else 0
    return HOUR * _short(draft, plan.min_days, given, met, f"days short {client.name}")


def _day_length(draft: Draft, client: Client, plan: CarePlan, met: IntVar) -> list[LinearExprT]:
    """Every treatment day has Min hours per day, counting all of its activities that count."""
    least = plan.min_minutes_per_day
    result: list[LinearExprT] = []
    for day in DAYS:
        day_treated = treated(draft, client, day) if least > 0 else None
        if day_treated is None:
            continue
        given = counted_on(draft, client, day)
        short = draft.amount(least, f"minutes short {client.name} on {day}")
        draft.cp.add(short + given >= least * day_treated)
        draft.cp.add(given >= least).only_enforce_if([day_treated, met])
        result.append(short)
    return result


def _gaps(draft: Draft, client: Client, plan: CarePlan, met: IntVar) -> list[LinearExprT]:
    """Days by which the pause between two treatment days with none between them is too long."""
    if plan.max_days_between is None:
        return []
    on = {day: literal for day in DAYS if (literal := treated(draft, client, day)) is not None}
    result: list[LinearExprT] = []
    for first in on:
        for second in on:
            excess = second - first - 1 - plan.max_days_between
            if excess <= 0:
                continue
            gap = draft.bool(f"gap {client.name} {first} {second}")
            between = [on[day] for day in on if first < day < second]
            draft.cp.add_bool_or([gap, on[first].negated(), on[second].negated(), *between])
            draft.cp.add_implication(gap, met.negated())
            result.append(HOUR * excess * gap)
    return result


def _services(draft: Draft, client: Client, met: IntVar) -> list[LinearExprT]:
    """Minutes of individual sessions and appointments that are not held."""
    result: list[LinearExprT] = []
    for demand in draft.demands(client):
        given = total(draft.given[offer.key] for offer in draft.offers(demand))
        name = f"{demand.service} short {client.name}"
        result.append(demand.minutes * _short(draft, demand.sessions, given, met, name))
    return result


def _topics(draft: Draft, client: Client, plan: CarePlan, met: IntVar) -> list[LinearExprT]:
    return [
        HOUR * _short(draft, due.least, of_topic(draft, client, due.topic), met, f"{due.topic} short {client.name}")
        for due in plan.topics
        if due.least > 0
    ]


def _sessions_of_a_met_plan(draft: Draft, client: Client, plan: CarePlan, met: IntVar) -> None:
    """Rounding cuts: a met plan holds at least so many activities, days and sessions as its hours need at the least.

    They follow from the rest for whole numbers; the linear relaxation does not know them and is far off without.
    """
    counting = [(a.slot.group.counted_minutes, draft.attend[a.key]) for a in draft.admissions(client)]
    counting += [(o.demand.counted_minutes, draft.given[o.key]) for o in draft.offers_of_client(client)]
    counting = [(minutes, literal) for minutes, literal in counting if minutes > 0]
    if not counting or plan.min_minutes <= 0:
        return
    longest = max(minutes for minutes, _ in counting)
    draft.cp.add(total(literal for _, literal in counting) >= -(-plan.min_minutes // longest) * met)
