"""Individual sessions and appointments: on which day, with whom, when (H7, H9, H16)."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import ones
from scheduler.domain.people import Client
from scheduler.domain.schedule import Kind
from scheduler.model.options import Offer


def create(encoding: Encoding) -> None:
    """One boolean per day and clinician, and per start."""
    linear = encoding.linear
    for offer in encoding.options.offers:
        given = encoding.given[offer.key] = linear.bool()
        for start in offer.starts:
            encoding.begin[offer.key, start] = linear.bool()
        linear.equal([*ones(encoding.begin[offer.key, start] for start in offer.starts), (-1, given)], 0)


def add(encoding: Encoding) -> None:
    for client in encoding.week.active_clients:
        _as_asked(encoding, client)
    for offer in encoding.options.offers:
        _placed(encoding, offer)


def _as_asked(encoding: Encoding, client: Client) -> None:
    linear = encoding.linear
    of_day: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for demand in encoding.demands(client):
        offers = encoding.options.offers_of_demand.get(demand.key, ())
        linear.at_most(ones(encoding.given[offer.key] for offer in offers), demand.sessions)
        for offer in offers:
            of_day[demand.service, offer.day].append(encoding.given[offer.key])
        if demand.kind is Kind.INDIVIDUAL and demand.sessions > 1:
            chosen = {name: linear.bool() for name in sorted({offer.clinician for offer in offers})}
            linear.at_most(ones(chosen.values()), 1)
            for offer in offers:
                linear.implies(encoding.given[offer.key], chosen[offer.clinician])
    for given in of_day.values():
        linear.at_most(ones(given), 1)


def _placed(encoding: Encoding, offer: Offer) -> None:
    """H16, but for Individual within tracks, which is in the options."""
    program, linear, client = encoding.week.program, encoding.linear, offer.demand.client
    treated = encoding.treated.get((client.name, offer.day))
    if program.individual_on_treatment_days:
        linear.at_most([(1, encoding.given[offer.key]), *([] if treated is None else [(-1, treated)])], 0)
    if not program.individual_after_groups or treated is None:
        return
    for admission in encoding.admissions(client, offer.day):
        slot, uncounted = admission.slot, admission.slot.group.counted_minutes == 0
        for placement in admission.placements:
            early = [encoding.begin[offer.key, start] for start in offer.starts if start < placement.end]
            also = [encoding.at[slot.key, placement.start]] if slot.movable else []
            also += [treated] if uncounted else []
            if early:
                linear.at_most(ones([*early, encoding.attend[admission.key], *also]), 1 + len(also))
