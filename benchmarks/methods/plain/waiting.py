"""Goal 6 with big-M: from the first start to the last end of a day, less what happens in between, and trips."""

from __future__ import annotations

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import Terms, Use, minus, ones, times
from scheduler.domain.calendar import MIDNIGHT
from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client


def waiting(encoding: Encoding) -> Terms:
    result: Terms = []
    for client in encoding.week.active_clients:
        result += times(encoding.week.program.trip_cost, _trips(encoding, client))
        for day in range(7):
            uses = [encoding.use_of(a.slot, encoding.attend[a.key]) for a in encoding.admissions(client, day)]
            uses += [encoding.use_of_offer(offer) for offer in encoding.offers(client, day)]
            if len(uses) > 1:
                result += _between(encoding, uses)
    return result


def _trips(encoding: Encoding, client: Client) -> Terms:
    """Treatment days beyond Min days, and other days with an in-person one-on-one."""
    linear, days = encoding.linear, encoding.days(client)
    beyond = linear.amount(7)
    linear.at_most([*ones(days.values()), (-1, beyond)], care_plan(encoding.week, client).min_days)
    result = [(1, beyond)]
    for day in range(7):
        given = [encoding.given[offer.key] for offer in encoding.offers(client, day) if offer.in_person]
        if given:
            trip = linear.bool()
            for variable in given:
                linear.one_of(variable, [trip, days[day]] if day in days else [trip])
            result.append((1, trip))
    return result


def _between(encoding: Encoding, uses: list[Use]) -> Terms:
    linear = encoding.linear
    first, last = linear.amount(MIDNIGHT), linear.amount(MIDNIGHT)
    linear.at_least([(1, last), (-1, first)], 0)
    for use in uses:
        ends = minus((start + use.minutes, variable) for start, variable in use.starts)
        if use.own:
            starts = [(MIDNIGHT - start, variable) for start, variable in use.starts]
            linear.at_least([(1, last), *ends], 0)
            linear.at_most([(1, first), *starts], MIDNIGHT)
        else:
            linear.at_least([(1, last), *ends, (-MIDNIGHT, use.presence)], -MIDNIGHT)
            linear.at_most([(1, first), *minus(use.starts), (MIDNIGHT, use.presence)], MIDNIGHT)
    return [(1, last), (-1, first), *((-use.minutes, use.presence) for use in uses)]
