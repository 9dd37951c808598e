"""Clients in sessions: who attends what (H2, H3, H4, H5, H6, H10, H12, H13)."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import ones
from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.model.options import Admission, Slot


def create(encoding: Encoding) -> None:
    """One boolean per client and session, per client and track, per client and treatment day."""
    for admission in encoding.options.admissions:
        encoding.attend[admission.key] = encoding.linear.bool()
    for client in encoding.week.active_clients:
        if len(client.tracks) > 1 and not encoding.week.program.mix_tracks:
            for track in client.tracks:
                encoding.track[client.name, track] = encoding.linear.bool()


def add(encoding: Encoding) -> None:
    for slot in encoding.options.slots:
        _size(encoding, slot)
    for admission in encoding.options.admissions:
        _attendance(encoding, admission)
    for client in encoding.week.active_clients:
        _treatment_days(encoding, client)
        _topics_of_a_day(encoding, client)
        _cohorts(encoding, client)
        _one_group(encoding, client)
        tracks = [encoding.track[client.name, t] for t in client.tracks if (client.name, t) in encoding.track]
        if tracks:
            encoding.linear.equal(ones(tracks), 1)
    for pair in encoding.week.keep_apart:
        for slot in encoding.options.slots if pair.client_a != pair.client_b else ():
            both = [encoding.attend.get((name, *slot.key)) for name in (pair.client_a, pair.client_b)]
            if both[0] is not None and both[1] is not None:
                encoding.linear.not_both(both[0], both[1])


def _size(encoding: Encoding, slot: Slot) -> None:
    linear, group, held = encoding.linear, slot.group, encoding.held[slot.key]
    attending = encoding.attending(slot)
    for variable in attending:
        linear.implies(variable, held)
    linear.at_most(ones(attending), group.max_clients)
    locked = any(lock.must and lock.group == group.name and lock.day == slot.day for lock in encoding.week.locks)
    if not group.must_run and not locked:
        linear.at_least([*ones(attending), (-group.min_clients, held)], 0)


def _attendance(encoding: Encoding, admission: Admission) -> None:
    """Only at times, in a track and with facilitators that suit the client."""
    linear, slot, client = encoding.linear, admission.slot, admission.client
    attending = encoding.attend[admission.key]
    fitting = {placement.start: placement for placement in admission.placements}
    for placement in slot.placements:
        there = encoding.at[slot.key, placement.start]
        if placement.start not in fitting:
            linear.not_both(attending, there)
        elif (client.name, client.tracks[0]) in encoding.track:
            tracks = [(-1, encoding.track[client.name, track]) for track in fitting[placement.start].tracks]
            when, most = ([(1, there)], 1) if slot.movable else ([], 0)
            linear.at_most([(1, attending), *when, *tracks], most)
    for name in client.avoid_clinicians:
        if (slot.key, name) in encoding.lead:
            linear.not_both(attending, encoding.lead[slot.key, name])


def _treatment_days(encoding: Encoding, client: Client) -> None:
    for day in range(7):
        counting = [a for a in encoding.admissions(client, day) if a.slot.group.counted_minutes > 0]
        if counting:
            treated = encoding.treated[client.name, day] = encoding.linear.bool()
            attending = [encoding.attend[a.key] for a in counting]
            for variable in attending:
                encoding.linear.implies(variable, treated)
            encoding.linear.one_of(treated, attending)


def _topics_of_a_day(encoding: Encoding, client: Client) -> None:
    most = encoding.week.program.same_topic_per_day
    same: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for admission in encoding.admissions(client):
        same[admission.slot.day, admission.slot.group.topic].append(encoding.attend[admission.key])
    for attending in same.values():
        if 0 < most < len(attending):
            encoding.linear.at_most(ones(attending), most)


def _cohorts(encoding: Encoding, client: Client) -> None:
    linear = encoding.linear
    for name in sorted({a.slot.group.name for a in encoding.admissions(client) if a.slot.group.cohort}):
        member = linear.bool()
        for slot in encoding.options.slots_of_group[name]:
            if not client.first_day <= slot.day <= client.last_day:
                continue
            attending = encoding.attend.get((client.name, *slot.key))
            if attending is None:
                linear.not_both(member, encoding.held[slot.key])
            else:
                linear.implies(attending, member)
                linear.at_most([(1, member), (1, encoding.held[slot.key]), (-1, attending)], 1)


def _one_group(encoding: Encoding, client: Client) -> None:
    linear = encoding.linear
    for due in care_plan(encoding.week, client).topics:
        if not due.one_group:
            continue
        chosen: dict[str, int] = {}
        for admission in encoding.admissions(client):
            if admission.slot.group.topic == due.topic:
                name = admission.slot.group.name
                chosen.setdefault(name, linear.amount(1))
                linear.implies(encoding.attend[admission.key], chosen[name])
        linear.at_most(ones(chosen.values()), 1)
