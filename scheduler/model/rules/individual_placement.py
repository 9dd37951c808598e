"""H16: Individual on treatment days, and after groups; within tracks is in the options."""

from __future__ import annotations

from scheduler.model.draft import Draft
from scheduler.model.measures import treated
from scheduler.model.options import Admission, Offer


def post(draft: Draft) -> None:
    program = draft.week.program
    for offer in draft.options.offers:
        if offer.demand.client.name in draft.options.settled:
            continue
        if program.individual_on_treatment_days:
            literal = treated(draft, offer.demand.client, offer.day)
            if literal is None:
                draft.cp.add(draft.given[offer.key] == 0)
            else:
                draft.cp.add_implication(draft.given[offer.key], literal)
        if program.individual_after_groups and not draft.coarse:
            for admission in draft.admissions_on(offer.demand.client, offer.day):
                _after(draft, offer, admission)


def _after(draft: Draft, offer: Offer, admission: Admission) -> None:
    """On a treatment day, the offer starts when the session attended has ended, or later."""
    condition = [draft.attend[admission.key].negated()]
    if admission.slot.group.counted_minutes == 0:
        literal = treated(draft, offer.demand.client, offer.day)
        if literal is None:
            return
        condition.append(literal.negated())
    for placement in admission.placements:
        early = [draft.begin[offer.key, start] for start in offer.starts if start < placement.end]
        there = [draft.at[admission.slot.key, placement.start].negated()] if admission.slot.movable else []
        if len(early) == len(offer.starts):
            draft.cp.add_bool_or([*condition, *there, draft.given[offer.key].negated()])
            continue
        for literal in early:
            draft.cp.add_bool_or([*condition, *there, literal.negated()])
