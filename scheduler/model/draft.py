"""The model under construction: one container of variables, with questions that rules and goals ask of it.

Only legal combinations have variables; a question about any other combination finds nothing, never a zero variable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.model.options import Admission, Demand, Offer, Options, Pool, Slot

SlotKey = tuple[str, int]
OfClient = Callable[["Draft", Client], LinearExprT]


@dataclass(frozen=True)
class Care:
    """met: 1 only when the client's whole plan is; missing: minutes of goal 2 before Priority, or more."""

    met: IntVar
    missing: LinearExprT


@dataclass
class Draft:
    """Variables by what they decide; see `variables.py` for how each is created and what it means.

    coarse: individual sessions and appointments have a day and a clinician but no time and no room. Every right
    schedule satisfies a coarse draft, so its bounds hold; what satisfies it need not be a right schedule.
    held_anyway: sessions that are held without being asked whether, and without Min clients; of goals 1 and 2 alone.
    apart: of a session that may be at several times it is told apart who is there at which of them, so that one at a
    time needs no intervals, of which a linear relaxation knows nothing; worth its many variables in small weeks.
    """

    options: Options
    coarse: bool = False
    apart: bool = False
    held_anyway: frozenset[SlotKey] = frozenset()
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    held: dict[SlotKey, IntVar] = field(default_factory=dict)
    at: dict[tuple[SlotKey, int], IntVar] = field(default_factory=dict)
    lead: dict[tuple[SlotKey, str], IntVar] = field(default_factory=dict)
    room: dict[tuple[SlotKey, str], IntVar] = field(default_factory=dict)
    attend: dict[tuple[str, str, int], IntVar] = field(default_factory=dict)
    track: dict[tuple[str, str], IntVar] = field(default_factory=dict)
    treated: dict[tuple[str, int], IntVar] = field(default_factory=dict)
    given: dict[tuple[str, int, int, str, str], IntVar] = field(default_factory=dict)
    begin: dict[tuple[tuple[str, int, int, str, str], int], IntVar] = field(default_factory=dict)
    place: dict[tuple[tuple[str, int, int, str, str], str], IntVar] = field(default_factory=dict)
    there: dict[tuple[SlotKey, int], dict[int, IntVar]] = field(default_factory=dict)
    goals: dict[int, LinearExprT] = field(default_factory=dict)
    cares: dict[str, Care] = field(default_factory=dict)
    _of_client: dict[tuple[OfClient, str], LinearExprT] = field(default_factory=dict)
    _starts: dict[object, IntVar] = field(default_factory=dict)
    _led: dict[tuple[str, int], list[tuple[Slot, IntVar]]] | None = None
    _hosted: dict[tuple[str, int], list[tuple[Slot, IntVar]]] | None = None

    @property
    def week(self) -> Week:
        return self.options.week

    def bool(self, name: str) -> IntVar:
        return self.cp.new_bool_var(name)

    def choice(self, client: str, name: str) -> IntVar:
        """Whether the client has something: open, but certain for one who is settled."""
        return self.cp.new_constant(1) if client in self.options.settled else self.bool(name)

    def amount(self, upper: int, name: str) -> IntVar:
        """A whole number from 0 to upper that a goal pushes down."""
        return self.cp.new_int_var(0, max(0, upper), name)

    def admissions(self, client: Client) -> tuple[Admission, ...]:
        return self.options.admissions_of_client.get(client.name, ())

    def admissions_on(self, client: Client, day: int) -> list[Admission]:
        return [admission for admission in self.admissions(client) if admission.slot.day == day]

    def attendances(self, slot: Slot) -> list[IntVar]:
        return [self.attend[a.key] for a in self.options.admissions_of_slot.get(slot.key, ())]

    def occasions(self, slot: Slot, literals: Iterable[IntVar]) -> list[tuple[IntVar, list[IntVar]]]:
        """The slot's session as it is held, or at each of its starts if these are told apart.

        With each, what is true then of these, which say who attends it, leads it or hosts it.
        """
        if not told_apart(self, slot):
            return [(self.held[slot.key], list(literals))]
        there = [self.there[slot.key, literal.index] for literal in literals]
        starts = [(p.start, self.at[slot.key, p.start]) for p in slot.placements]
        return [(at, [each[start] for each in there if start in each]) for start, at in starts]

    def led(self, clinician: str, day: int) -> list[tuple[Slot, IntVar]]:
        """The sessions of the day that the clinician may lead, with the literals that say so; all variables exist."""
        if self._led is None:
            self._led = self._by_day(self.lead)
        return self._led.get((clinician, day), [])

    def hosted(self, pool: str, day: int) -> list[tuple[Slot, IntVar]]:
        """The sessions of the day that the pool of rooms may host, with the literals that say so, likewise."""
        if self._hosted is None:
            self._hosted = self._by_day(self.room)
        return self._hosted.get((pool, day), [])

    def _by_day(self, chosen: dict[tuple[SlotKey, str], IntVar]) -> dict[tuple[str, int], list[tuple[Slot, IntVar]]]:
        """What is chosen for sessions, by whom or what is chosen and by day."""
        result: dict[tuple[str, int], list[tuple[Slot, IntVar]]] = {}
        for (key, name), literal in chosen.items():
            result.setdefault((name, key[1]), []).append((self.options.slot_by_key[key], literal))
        return result

    def of_client(self, post: OfClient, client: Client) -> LinearExprT:
        """An expression about one client, posted once."""
        key = (post, client.name)
        if key not in self._of_client:
            self._of_client[key] = post(self, client)
        return self._of_client[key]

    def of_each_client(self, post: OfClient) -> list[LinearExprT]:
        """The same of everybody about whom there is something to decide."""
        return [self.of_client(post, client) for client in self.options.clients]

    def slots(self, group: str) -> tuple[Slot, ...]:
        return self.options.slots_of_group.get(group, ())

    def demands(self, client: Client) -> tuple[Demand, ...]:
        return self.options.demands_of_client.get(client.name, ())

    def offers(self, demand: Demand) -> tuple[Offer, ...]:
        return self.options.offers_of_demand.get(demand.key, ())

    def offers_of_client(self, client: Client) -> list[Offer]:
        return [offer for demand in self.demands(client) for offer in self.offers(demand)]

    def pools_for(self, slot: Slot) -> tuple[Pool, ...]:
        return self.options.pools_for(slot)

    def pools_for_offer(self, offer: Offer) -> tuple[Pool, ...]:
        """The pools that may host it; empty where it needs none."""
        return self.options.pools_for_meetings[offer.clinician] if offer.in_person else ()

    def start_of_slot(self, slot: Slot) -> IntVar:
        """The start of the slot's session in minutes (its first placement while it is not held)."""
        return self._start(
            slot.key, [(p.start, self.at[slot.key, p.start]) for p in slot.placements], self.held[slot.key]
        )

    def start_of_offer(self, offer: Offer) -> IntVar:
        """The start of the individual session or appointment (its first while it is not held)."""
        return self._start(offer.key, [(s, self.begin[offer.key, s]) for s in offer.starts], self.given[offer.key])

    def _start(self, key: object, choices: list[tuple[int, IntVar]], presence: IntVar) -> IntVar:
        if key not in self._starts:
            values = [start for start, _ in choices]
            variable = self.cp.new_int_var_from_domain(cp_model.Domain.from_values(values), f"start {key}")
            chosen: LinearExprT = sum(start * literal for start, literal in choices)
            self.cp.add(variable == chosen + values[0] - values[0] * presence)
            self._starts[key] = variable
        return self._starts[key]


def told_apart(draft: Draft, slot: Slot) -> bool:
    """Whether the draft tells apart who is there at which start of the slot's session."""
    return draft.apart and slot.movable


def total(terms: Iterable[LinearExprT]) -> LinearExprT:
    """The sum of the terms, 0 for none."""
    return cp_model.LinearExpr.sum(list(terms))
