"""The draft of one client's week, with nobody else there: a question of milliseconds, of which the model knows every
rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.model.build import build, goal_of_client, goal_value
from scheduler.model.draft import Draft, SlotKey
from scheduler.model.goals import OF_CLIENT
from scheduler.model.options import Admission, Offer, Options, Slot
from scheduler.model.rules import OF_ONE_CLIENT


def draft_of(
    options: Options,
    client: Client,
    slots: Mapping[SlotKey, Slot],
    admissions: Iterable[Admission],
    offers: Iterable[Offer],
    coarse: bool = False,
    rules: tuple[Callable[[Draft], None], ...] = OF_ONE_CLIENT,
) -> Draft:
    """A draft of these admissions and offers of the client; slots: as they are to be in it, by key.

    With its times it tells every start apart: of waiting between intervals hardly anything can be proven.
    """
    of_client = tuple(admissions)
    small = replace(
        options,
        slots=tuple(slots[admission.slot.key] for admission in of_client),
        admissions=of_client,
        demands=options.demands_of_client.get(client.name, ()),
        offers=tuple(offers),
        pools=(),
        settled=frozenset(other.name for other in options.week.active_clients if other is not client),
    )
    return build(small, coarse, rules, apart=not coarse)


def own_goal(draft: Draft, client: Client, number: int) -> LinearExprT:
    """What a goal comes to for the client; of goal 1, without the sessions that must run."""
    return goal_of_client(draft, number, client) if number in OF_CLIENT else goal_value(draft, number)


def bare(slot: Slot) -> Slot:
    """The slot without anybody needed to lead it."""
    return replace(slot, group=replace(slot.group, facilitators=0), leaders=())
