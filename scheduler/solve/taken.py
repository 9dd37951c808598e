"""Which offer each individual session and appointment of a schedule is."""

from __future__ import annotations

from collections import Counter

from scheduler.domain.schedule import OneOnOne, Schedule
from scheduler.model.options import Offer, Options

OfferKey = tuple[str, int, int, str, str]


def offers_taken(options: Options, schedule: Schedule) -> dict[OfferKey, OneOnOne]:
    """The meeting of each offer that the schedule takes.

    Two rows of a client may ask for alike services: a row is taken once a day, and no oftener than it asks. A meeting
    that is no option any more is left out.
    """
    result: dict[OfferKey, OneOnOne] = {}
    times: Counter[tuple[str, int]] = Counter()
    for meeting in schedule.one_on_ones:
        for demand in options.demands_of_client.get(meeting.client, ()):
            if times[demand.key] >= demand.sessions:
                continue
            offer = next((o for o in options.offers_of_demand.get(demand.key, ()) if _is(o, meeting)), None)
            if offer is not None and offer.key not in result:
                result[offer.key] = meeting
                times[demand.key] += 1
                break
    return result


def _is(offer: Offer, meeting: OneOnOne) -> bool:
    demand = offer.demand
    alike = (demand.kind, demand.service, demand.minutes) == (meeting.kind, meeting.service, meeting.minutes)
    same = (offer.day, offer.clinician, offer.modality) == (meeting.day, meeting.clinician, meeting.modality)
    return alike and same and meeting.start in offer.starts
