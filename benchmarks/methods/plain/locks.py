"""H15: locks of attendances, sessions and one-on-ones, as far as they are not in the options."""

from __future__ import annotations

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import ones
from scheduler.domain.locks import Lock
from scheduler.domain.people import INDIVIDUAL
from scheduler.model.options import Slot


class NotEncoded(NotImplementedError):
    """The straightforward model leaves this out; no generated site has it."""


def add(encoding: Encoding) -> None:
    for lock in encoding.week.locks:
        if lock.client is None:
            _session(encoding, lock)
        elif not encoding.week.client_by_name[lock.client].active:
            encoding.linear.at_least([], 1 if lock.must else 0)
        elif lock.group is not None:
            _attendance(encoding, lock)
        else:
            _one_on_one(encoding, lock)


def _slots(encoding: Encoding, lock: Lock) -> list[Slot]:
    slots = encoding.options.slots_of_group.get(lock.group or "", ())
    return [slot for slot in slots if lock.day in (None, slot.day)]


def _attendance(encoding: Encoding, lock: Lock) -> None:
    if not lock.must:
        return
    client = encoding.week.client_by_name[lock.client or ""]
    inside = [s for s in _slots(encoding, lock) if client.first_day <= s.day <= client.last_day]
    for slot in inside:
        attending = encoding.attend.get((client.name, *slot.key))
        encoding.linear.one_of(encoding.held[slot.key], [] if attending is None else [attending])
    encoding.linear.at_least(ones(encoding.held[slot.key] for slot in inside), 1)


def _one_on_one(encoding: Encoding, lock: Lock) -> None:
    if lock.room is not None:
        raise NotEncoded("The straightforward model does not choose rooms of one-on-ones, so it cannot lock them.")
    client = encoding.week.client_by_name[lock.client or ""]
    offers = [o for o in encoding.offers(client) if o.demand.service == (lock.service or INDIVIDUAL)]
    if lock.must:
        encoding.linear.at_least(ones(encoding.given[offer.key] for offer in offers), 1)


def _session(encoding: Encoding, lock: Lock) -> None:
    for slot in _slots(encoding, lock):
        held = encoding.held[slot.key]
        parts: list[int | None] = []
        if lock.start is not None:
            parts.append(encoding.at.get((slot.key, lock.start)))
        if lock.clinician is not None:
            parts.append(encoding.lead.get((slot.key, lock.clinician)))
        if lock.room is not None:
            parts.append(encoding.room.get((slot.key, lock.room)))
        so = [part for part in parts if part is not None]
        if lock.must:
            for part in parts:
                encoding.linear.one_of(held, [] if part is None else [part])
        elif parts and len(so) == len(parts):
            encoding.linear.at_most(ones([held, *so]), len(so))
    if lock.must and lock.day is not None:
        encoding.linear.at_least(ones(encoding.held[slot.key] for slot in _slots(encoding, lock)), 1)
