"""Goal 5: tracks less wanted, time taken from commitments that are not firm, sessions with the cover clinician."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client, Commitment
from scheduler.domain.schedule import Kind
from scheduler.model.draft import Draft, total
from scheduler.model.options import Admission, Offer

RANK_COST = 60
COVER_COST = 60


def value(draft: Draft) -> LinearExprT:
    return total(draft.of_each_client(of_client))


def of_client(draft: Draft, client: Client) -> LinearExprT:
    soft = draft.week.soft_commitments.get(client.name, [])
    return total([_track(draft, client), *_overlaps(draft, client, soft), *_cover(draft, client)])


def _track(draft: Draft, client: Client) -> LinearExprT:
    if len(client.tracks) < 2:
        return 0
    if draft.week.program.mix_tracks:
        return RANK_COST * _worst_rank(draft, client)
    return RANK_COST * total(rank * draft.track[client.name, track] for rank, track in enumerate(client.tracks))


def _worst_rank(draft: Draft, client: Client) -> LinearExprT:
    """With Mix tracks: each session by the most wanted track that holds it, and of those the least wanted."""
    worst = draft.amount(len(client.tracks) - 1, f"track of {client.name}")
    for admission in draft.admissions(client):
        attending = draft.attend[admission.key]
        for placement in admission.placements:
            rank = min(client.tracks.index(track) for track in placement.tracks)
            if rank and admission.slot.movable:
                there = draft.at[admission.slot.key, placement.start]
                draft.cp.add(worst >= rank).only_enforce_if([attending, there])
            elif rank:
                draft.cp.add(worst >= rank * attending)
    return worst


def overlap_minutes(soft: list[Commitment], day: int, start: int, end: int) -> int:
    """Minutes shared with commitments that are not firm, without travel, summed over commitments."""
    return sum(max(0, min(c.end, end) - max(c.start, start)) for c in soft if day in c.days)


def _overlaps(draft: Draft, client: Client, soft: list[Commitment]) -> list[LinearExprT]:
    if not soft:
        return []
    terms = [_attendance_overlap(draft, admission, soft) for admission in draft.admissions(client)]
    for offer in draft.offers_of_client(client):
        terms.append(_offer_overlap(draft, offer, soft))
    return terms


def _attendance_overlap(draft: Draft, admission: Admission, soft: list[Commitment]) -> LinearExprT:
    slot, attending = admission.slot, draft.attend[admission.key]
    minutes = {p.start: overlap_minutes(soft, slot.day, p.start, p.end) for p in admission.placements}
    if not any(minutes.values()):
        return 0
    if not slot.movable:
        return minutes[slot.placements[0].start] * attending
    shared = draft.amount(max(minutes.values()), f"overlap {admission.key}")
    for start, overlap in minutes.items():
        if overlap:
            draft.cp.add(shared >= overlap).only_enforce_if([attending, draft.at[slot.key, start]])
    return shared


def _offer_overlap(draft: Draft, offer: Offer, soft: list[Commitment]) -> LinearExprT:
    minutes = {start: overlap_minutes(soft, offer.day, start, start + offer.demand.minutes) for start in offer.starts}
    if draft.coarse:
        return min(minutes.values()) * draft.given[offer.key]
    return total(overlap * draft.begin[offer.key, start] for start, overlap in minutes.items() if overlap)


def _cover(draft: Draft, client: Client) -> list[LinearExprT]:
    cover = client.cover_clinician
    if cover is None or cover == client.primary_clinician:
        return []
    return [
        COVER_COST * draft.given[offer.key]
        for offer in draft.offers_of_client(client)
        if offer.demand.kind is Kind.INDIVIDUAL and offer.clinician == cover
    ]
