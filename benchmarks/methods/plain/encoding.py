"""The variables of the straightforward model, one boolean for each thing that can be, and how it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.methods.plain.linear import Linear, Terms, Use
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.model.options import Admission, Demand, Offer, Options, Slot

SlotKey = tuple[str, int]
OfferKey = tuple[str, int, int, str, str]


@dataclass
class Encoding:
    """Numbers of variables by what they say.

    held: a group meets on a day; at: it starts then; lead, room: a clinician, a room; attend: a client; track: a
    client's track; treated: a client's treatment day; given, begin: a one-on-one on a day with a clinician, and its
    start; missed: a client's care plan is not met; short: (minutes of goal 2 each, variable) by client.
    """

    options: Options
    linear: Linear = field(default_factory=Linear)
    held: dict[SlotKey, int] = field(default_factory=dict)
    at: dict[tuple[SlotKey, int], int] = field(default_factory=dict)
    lead: dict[tuple[SlotKey, str], int] = field(default_factory=dict)
    room: dict[tuple[SlotKey, str], int] = field(default_factory=dict)
    attend: dict[tuple[str, str, int], int] = field(default_factory=dict)
    track: dict[tuple[str, str], int] = field(default_factory=dict)
    treated: dict[tuple[str, int], int] = field(default_factory=dict)
    given: dict[OfferKey, int] = field(default_factory=dict)
    begin: dict[tuple[OfferKey, int], int] = field(default_factory=dict)
    missed: dict[str, int] = field(default_factory=dict)
    short: dict[str, Terms] = field(default_factory=dict)

    @property
    def week(self) -> Week:
        return self.options.week

    def admissions(self, client: Client, day: int | None = None) -> list[Admission]:
        found = self.options.admissions_of_client.get(client.name, ())
        return [a for a in found if day is None or a.slot.day == day]

    def demands(self, client: Client) -> tuple[Demand, ...]:
        return self.options.demands_of_client.get(client.name, ())

    def offers(self, client: Client, day: int | None = None) -> list[Offer]:
        found = [o for demand in self.demands(client) for o in self.options.offers_of_demand.get(demand.key, ())]
        return [o for o in found if day is None or o.day == day]

    def attending(self, slot: Slot) -> list[int]:
        return [self.attend[a.key] for a in self.options.admissions_of_slot.get(slot.key, ())]

    def use_of(self, slot: Slot, presence: int) -> Use:
        """A session as it takes the time of one who attends or leads it, or of its room."""
        if not slot.movable:
            return Use(presence, slot.group.minutes, ((slot.placements[0].start, presence),), True)
        starts = tuple((p.start, self.at[slot.key, p.start]) for p in slot.placements)
        return Use(presence, slot.group.minutes, starts, presence == self.held[slot.key])

    def use_of_offer(self, offer: Offer) -> Use:
        starts = tuple((start, self.begin[offer.key, start]) for start in offer.starts)
        return Use(self.given[offer.key], offer.demand.minutes, starts, True)

    def counted(self, client: Client, day: int | None = None) -> Terms:
        """Counted minutes of the client on the day or in the week."""
        groups = [(a.slot.group.counted_minutes, self.attend[a.key]) for a in self.admissions(client, day)]
        return groups + [(o.demand.counted_minutes, self.given[o.key]) for o in self.offers(client, day)]

    def days(self, client: Client) -> dict[int, int]:
        """The variable of each day that could be a treatment day."""
        return {day: self.treated[client.name, day] for day in range(7) if (client.name, day) in self.treated}

    def busy(self, clinician: str, day: int | None = None) -> Terms:
        """Minutes of activity of the clinician on the day or in the week."""
        slots = [s for s in self.options.slots if day in (None, s.day) and (s.key, clinician) in self.lead]
        days = range(7) if day is None else (day,)
        offers = [o for d in days for o in self.options.offers_of_clinician.get((clinician, d), ())]
        return [(s.group.minutes, self.lead[s.key, clinician]) for s in slots] + [
            (o.demand.minutes, self.given[o.key]) for o in offers
        ]
