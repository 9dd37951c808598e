"""Ties the activities of a widened model to the switches of what stands in their way."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.calendar import DAYS
from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.explain.lifts import STEP, Kind, Lift
from scheduler.explain.obstacles import Obstacles
from scheduler.explain.switches import Switches
from scheduler.model.draft import Draft, total
from scheduler.model.measures import counted, counted_on, of_topic, treatment_days
from scheduler.model.options import Slot
from scheduler.model.rules.clinicians import busy_on
from scheduler.model.rules.minimum_size import locked_to_be_held


def post_guards(draft: Draft, week: Week, targets: frozenset[str], switches: Switches) -> None:
    """Makes the widened draft say what the week says, unless the switch of a restriction is on."""
    guard = _Guard(draft, week, targets, switches)
    for slot in draft.options.slots:
        guard.size(slot)
        guard.leaders(slot)
        guard.seats(slot)
    guard.new_room()
    guard.keep_apart()
    for group in week.groups:
        guard.sessions(group.name)
    for clinician in week.clinicians:
        guard.hours(clinician.name)
    for client in week.active_clients:
        if client.name in targets:
            guard.target(client)
            guard.same_topic(client, lifted=True)
        else:
            guard.maxima(client)
            guard.same_topic(client, lifted=False)


class _Guard:
    """One widened draft and the week that it widens."""

    def __init__(self, draft: Draft, week: Week, targets: frozenset[str], switches: Switches) -> None:
        self.draft, self.week, self.targets, self.switches = draft, week, targets, switches
        self.obstacles = Obstacles(week)

    def at_most(self, given: LinearExprT, most: int | None, lift: Lift) -> None:
        """given <= most, and as many steps more as the switch says."""
        if most is not None and not isinstance(given, int):
            self.draft.cp.add(given <= most + STEP[lift.kind] * self.switches.of(lift).amount)

    def size(self, slot: Slot) -> None:
        """Max clients and Min clients, by as many steps as their switches say."""
        group = self.week.group_by_name[slot.group.name]
        attending = self.draft.attendances(slot)
        if len(attending) > group.max_clients:
            more = self.switches.of(Lift(Kind.SEATS, group.name)).amount
            self.draft.cp.add(total(attending) <= group.max_clients + more)
        if group.min_clients > 1 and not group.must_run and not locked_to_be_held(self.week, slot):
            fewer = self.switches.of(Lift(Kind.SMALLER, group.name)).amount
            held = self.draft.held[slot.key]
            self.draft.cp.add(total(attending) + fewer >= group.min_clients).only_enforce_if(held)

    def leaders(self, slot: Slot) -> None:
        """Who is not able to lead now may be made so, but only where a target could sit or the group must run."""
        admissions = self.draft.options.admissions_of_slot.get(slot.key, ())
        matters = slot.group.must_run or any(a.client.name in self.targets for a in admissions)
        for clinician in self.week.clinicians:
            leading = self.draft.lead.get((slot.key, clinician.name))
            if leading is None:
                continue
            for p in slot.placements:
                there = self.draft.at[slot.key, p.start]
                obstacles = self.obstacles.leading(clinician, slot.group, slot.day, p.start, p.end)
                literals = [leading, there] if slot.movable else [leading]
                if obstacles and not matters:
                    self.draft.cp.add_bool_or([literal.negated() for literal in literals])
                else:
                    self.switches.require(literals, obstacles)

    def seats(self, slot: Slot) -> None:
        """The room's capacity as it is, with as many seats more as its switch says; a new room only if switched."""
        seats = slot.group.seats_per_client
        admissions = self.draft.options.admissions_of_slot.get(slot.key, ())
        taken = seats * total(self.draft.attend[a.key] for a in admissions if a.in_room)
        for pool in self.draft.pools_for(slot):
            hosting = self.draft.room[slot.key, pool.key]
            room = self.week.room_by_name.get(pool.key)
            named = self.week.group_by_name[slot.group.name].rooms
            if room is None:
                self.switches.require([hosting], [(Lift(Kind.NEW_ROOM),)])
            if named is not None and pool.key not in named:
                self.switches.require([hosting], [(Lift(Kind.ROOM_LISTED, slot.group.name, pool.key),)])
            if room is None:
                continue
            if not isinstance(taken, int) and room.capacity < seats * len(admissions):
                more = self.switches.of(Lift(Kind.CAPACITY, room.name)).amount
                self.draft.cp.add(taken <= room.capacity + more).only_enforce_if(hosting)

    def new_room(self) -> None:
        """A room that is not there yet hosts an individual session or appointment only if switched."""
        for (_, room), hosting in self.draft.place.items():
            if room not in self.week.room_by_name:
                self.switches.require([hosting], [(Lift(Kind.NEW_ROOM),)])

    def keep_apart(self) -> None:
        """H13 for pairs with a target in it."""
        for pair in self.week.keep_apart:
            if not self.targets & {pair.client_a, pair.client_b}:
                continue
            who = pair.client_a if pair.client_a in self.targets else pair.client_b
            for slot in self.draft.options.slots:
                first = self.draft.attend.get((pair.client_a, *slot.key))
                second = self.draft.attend.get((pair.client_b, *slot.key))
                if first is not None and second is not None:
                    self.switches.require([first, second], [(Lift(Kind.KEEP_APART, who, row=pair.row),)])

    def same_topic(self, client: Client, lifted: bool) -> None:
        """H12, which targets may have lifted."""
        most = self.week.program.same_topic_per_day
        if most == 0:
            return
        same: dict[tuple[int, str], list[LinearExprT]] = {}
        for admission in self.draft.admissions(client):
            key = (admission.slot.day, admission.slot.group.topic)
            same.setdefault(key, []).append(self.draft.attend[admission.key])
        more = self.switches.of(Lift(Kind.SAME_TOPIC)).amount if lifted else 0
        for _, attending in sorted(same.items()):
            if len(attending) > most:
                self.draft.cp.add(total(attending) <= most + more)

    def sessions(self, name: str) -> None:
        """Sessions and Days of the group."""
        group = self.week.group_by_name[name]
        slots = self.draft.slots(name)
        extra: list[LinearExprT] = []
        if not group.active:
            for slot in slots:
                self.switches.require([self.draft.held[slot.key]], [(Lift(Kind.ACTIVE, name),)])
        for slot in slots:
            if slot.day not in group.days:
                lift = Lift(Kind.MEETING, name, day=slot.day)
                self.switches.require([self.draft.held[slot.key]], [(lift,)])
                extra.append(self.switches.of(lift).on)
        if len(slots) > group.sessions:
            more = self.switches.of(Lift(Kind.SESSION, name)).on
            held = total(self.draft.held[slot.key] for slot in slots)
            self.draft.cp.add(held <= group.sessions + more + total(extra))

    def hours(self, name: str) -> None:
        """Max hours and Max hours per day of the clinician; offers outside the hours belong to targets alone."""
        clinician = self.week.clinician_by_name[name]
        days = [busy_on(self.draft, clinician, day) for day in DAYS]
        self.at_most(total(term for busy in days for term in busy), clinician.max_minutes, Lift(Kind.MAX_HOURS, name))
        for busy in days:
            self.at_most(total(busy), clinician.max_minutes_per_day, Lift(Kind.MAX_DAY, name))

    def maxima(self, client: Client) -> None:
        """H11 for a client who is no target."""
        plan = care_plan(self.week, client)
        for given, most in [
            (counted(self.draft, client), plan.max_minutes),
            (treatment_days(self.draft, client), plan.max_days),
            *((counted_on(self.draft, client, day), plan.max_minutes_per_day) for day in DAYS),
            *((of_topic(self.draft, client, due.topic), due.most) for due in plan.topics),
        ]:
            if most is not None and not isinstance(given, int):
                self.draft.cp.add(given <= most)

    def target(self, client: Client) -> None:
        """All that stands in a target's way."""
        name, draft, of = client.name, self.draft, self.obstacles
        for admission in draft.admissions(client):
            attending = draft.attend[admission.key]
            slot = admission.slot
            for p in admission.placements:
                there = [draft.at[slot.key, p.start]] if slot.movable else []
                self.switches.require([attending, *there], of.attending(client, slot.group, slot.day, p))
            for avoided in client.avoid_clinicians:
                leading = draft.lead.get((slot.key, avoided))
                if leading is not None:
                    self.switches.require([attending, leading], [(Lift(Kind.AVOID, name, avoided),)])
        for offer in draft.offers_of_client(client):
            self.switches.require([draft.given[offer.key]], of.holding(offer))
            for start in offer.starts:
                self.switches.require([draft.begin[offer.key, start]], of.holding_at(offer, start))
        if not self.week.program.mix_tracks:
            for (who, track), chosen in draft.track.items():
                if who == name and track not in client.tracks:
                    self.switches.require([chosen], [(Lift(Kind.TRACK, name, track),)])
        self._own_maxima(client)

    def _own_maxima(self, client: Client) -> None:
        name, phase, draft = client.name, self.week.phase_by_name[client.phase], self.draft
        week, days = counted(draft, client), treatment_days(draft, client)
        self.at_most(week, client.authorized_minutes, Lift(Kind.AUTHORIZED_HOURS, name))
        self.at_most(week, phase.max_minutes, Lift(Kind.PHASE_HOURS, name, phase.name))
        self.at_most(days, client.authorized_days, Lift(Kind.AUTHORIZED_DAYS, name))
        self.at_most(days, phase.max_days if phase.max_days < 7 else None, Lift(Kind.PHASE_DAYS, name, phase.name))
        for day in DAYS:
            today = counted_on(draft, client, day)
            self.at_most(today, client.authorized_minutes_per_day, Lift(Kind.AUTHORIZED_DAY, name))
            self.at_most(today, phase.max_minutes_per_day, Lift(Kind.PHASE_DAY, name, phase.name))
        for due in care_plan(self.week, client).topics:
            self.at_most(of_topic(draft, client, due.topic), due.most, Lift(Kind.TOPIC_MOST, name, due.topic))
