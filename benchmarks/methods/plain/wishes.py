"""Goal 5: tracks less wanted, time taken from commitments that are not firm, the cover clinician."""

from __future__ import annotations

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import Terms
from scheduler.domain.people import Client, Commitment
from scheduler.domain.schedule import Kind
from scheduler.model.options import Admission

COST = 60


def choice(encoding: Encoding) -> Terms:
    result: Terms = []
    for client in encoding.week.active_clients:
        result += _tracks(encoding, client)
        result += _soft(encoding, client)
        if client.cover_clinician not in (None, client.primary_clinician):
            held = [o for o in encoding.offers(client) if o.clinician == client.cover_clinician]
            result += [(COST, encoding.given[o.key]) for o in held if o.demand.kind is Kind.INDIVIDUAL]
    return result


def _tracks(encoding: Encoding, client: Client) -> Terms:
    ranks = list(enumerate(client.tracks))
    if not encoding.week.program.mix_tracks:
        return [(COST * r, encoding.track[client.name, t]) for r, t in ranks if (client.name, t) in encoding.track]
    worst = encoding.linear.amount(len(client.tracks) - 1)
    for admission in encoding.admissions(client):
        for placement in admission.placements:
            rank = min(client.tracks.index(track) for track in placement.tracks)
            _at_least_if(encoding, worst, rank, admission, placement.start)
    return [(COST, worst)]


def _at_least_if(encoding: Encoding, amount: int, value: int, admission: Admission, start: int) -> None:
    """The amount is at least the value if the session is attended and starts then."""
    if value <= 0:
        return
    there = encoding.at[admission.slot.key, start]
    when, less = ([(-value, there)], -value) if admission.slot.movable else ([], 0)
    encoding.linear.at_least([(1, amount), (-value, encoding.attend[admission.key]), *when], less)


def _soft(encoding: Encoding, client: Client) -> Terms:
    soft = [c for c in encoding.week.commitments if c.client == client.name and not c.firm]
    result: Terms = []
    for admission in encoding.admissions(client) if soft else ():
        minutes = {p.start: _shared(soft, admission.slot.day, p.start, p.end) for p in admission.placements}
        if any(minutes.values()):
            overlap = encoding.linear.amount(max(minutes.values()))
            for start, shared in minutes.items():
                _at_least_if(encoding, overlap, shared, admission, start)
            result.append((1, overlap))
    for offer in encoding.offers(client) if soft else ():
        for start in offer.starts:
            shared = _shared(soft, offer.day, start, start + offer.demand.minutes)
            result += [(shared, encoding.begin[offer.key, start])] if shared else []
    return result


def _shared(soft: list[Commitment], day: int, start: int, end: int) -> int:
    return sum(max(0, min(c.end, end) - max(c.start, start)) for c in soft if day in c.days)
