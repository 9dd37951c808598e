"""H1: a client does one thing at a time."""

from __future__ import annotations

from scheduler.domain.calendar import DAYS
from scheduler.model.draft import Draft
from scheduler.model.occupancy import Occupancy
from scheduler.model.uses import offer_use, session_use


def post(draft: Draft) -> None:
    for client in draft.week.active_clients:
        offers = draft.offers_of_client(client)
        for day in DAYS:
            time = Occupancy()
            time.uses += [session_use(draft, a.slot, draft.attend[a.key]) for a in draft.admissions_on(client, day)]
            time.uses += [offer_use(draft, offer, draft.given[offer.key]) for offer in offers if offer.day == day]
            time.post(draft)
