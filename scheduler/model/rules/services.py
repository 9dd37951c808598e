"""H9 of individual sessions and appointments: as many as asked, one of a service a day, one clinician."""

from __future__ import annotations

from scheduler.domain.people import Client
from scheduler.domain.schedule import Kind
from scheduler.model.draft import Draft, total
from scheduler.model.options import Demand


def post(draft: Draft) -> None:
    for client in draft.options.clients:
        _of_client(draft, client)


def _of_client(draft: Draft, client: Client) -> None:
    per_day: dict[tuple[str, int], list] = {}  # type: ignore[type-arg]
    for demand in draft.demands(client):
        offers = draft.offers(demand)
        if offers:
            draft.cp.add(total(draft.given[offer.key] for offer in offers) <= demand.sessions)
        for offer in offers:
            per_day.setdefault((demand.service, offer.day), []).append(draft.given[offer.key])
        if demand.kind is Kind.INDIVIDUAL and demand.sessions > 1:
            _one_clinician(draft, demand)
    for _, given in sorted(per_day.items()):
        if len(given) > 1:
            draft.cp.add_at_most_one(given)


def _one_clinician(draft: Draft, demand: Demand) -> None:
    offers = draft.offers(demand)
    names = sorted({offer.clinician for offer in offers})
    if len(names) < 2:
        return
    chosen = {name: draft.bool(f"{demand.client.name} sees {name}") for name in names}
    draft.cp.add_at_most_one(chosen.values())
    for offer in offers:
        draft.cp.add_implication(draft.given[offer.key], chosen[offer.clinician])
