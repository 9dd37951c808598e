"""H1: a client does one thing at a time."""

from __future__ import annotations

from scheduler.domain.calendar import DAYS
from scheduler.domain.people import Client
from scheduler.model.draft import Draft
from scheduler.model.occupancy import Occupancy
from scheduler.model.options import Offer
from scheduler.model.uses import offer_use, session_use, taking_every_start


def post(draft: Draft) -> None:
    for client in draft.options.clients:
        offers = draft.offers_of_client(client)
        for day in DAYS:
            time = Occupancy()
            time.uses += [session_use(draft, a.slot, draft.attend[a.key]) for a in draft.admissions_on(client, day)]
            meetings = [offer for offer in offers if offer.day == day]
            if draft.coarse:
                _leave_a_start(draft, client, meetings)
            else:
                time.uses += [offer_use(draft, offer, draft.given[offer.key]) for offer in meetings]
            time.post(draft)


def _leave_a_start(draft: Draft, client: Client, offers: list[Offer]) -> None:
    """An offer needs a start that no one session attended takes away."""
    for offer in offers:
        for admission in draft.admissions_on(client, offer.day):
            for literal in taking_every_start(draft, offer, admission.slot, draft.attend[admission.key]):
                draft.cp.add_at_most_one([draft.given[offer.key], literal])
