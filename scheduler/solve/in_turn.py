"""One client after another gets the best week that everybody else leaves, by all goals that speak of a client's week.

Each turn is a question of milliseconds, searched to the end; what no two clients have to exchange is found so, also on
sites that are too large for neighbourhoods to reach their later goals.
"""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.model.draft import Draft, SlotKey, total
from scheduler.model.goals import OF_CLIENT
from scheduler.solve.call import Effort, call
from scheduler.solve.desk import Desk, OwnWeek, week_in
from scheduler.solve.effort import effort_for
from scheduler.solve.hint import begin_with, planned
from scheduler.solve.narrow import at_times, plan_of
from scheduler.solve.one_client import own_goal
from scheduler.solve.polish import construct
from scheduler.solve.search import weighted
from scheduler.solve.taken import OfferKey
from scheduler.solve.values import most_of, value_of
from scheduler.solve.work import Work

CROWDING = 7
OF_A_WEEK = (1, 2, 3, 4, 5, 6, CROWDING)
"""The goals that one client's week decides for itself."""
MOST = 2**50
"""What goals put together may come to, exactly."""
WORK, SECONDS = 0.3, 1.0

Seen = tuple[frozenset[tuple[SlotKey, int]], frozenset[tuple[OfferKey, int]]]
"""Sessions and meetings of a client, each with its start."""


class InTurn:
    """Turns on the best schedule so far. better: whether any has found something.

    values: by goal, what it comes to for each client who had a turn (changes: more by what is always the same); seen:
    the week of each that they speak of. before: earlier turns, which hand both on.
    """

    def __init__(self, work: Work, before: InTurn | None = None) -> None:
        self.work = work
        plan = plan_of(work.options, work.best.schedule_found)
        self.options = at_times(work.options, plan) if work.options.movable else work.options
        self.desk = Desk(self.options, plan)
        self.better = False
        self.values: dict[int, dict[str, int]] = before.values if before else {number: {} for number in OF_A_WEEK}
        self.seen: dict[str, Seen] = before.seen if before else {}

    def go(self, clients: Sequence[Client], until: float) -> int:
        """Turns of these clients, as long as there is time; returns how many had theirs."""
        for place, client in enumerate(clients):
            if self.work.clock.over or self.work.clock.elapsed >= until:
                return place
            self._turn(client)
        return len(clients)

    def take_over(self) -> bool:
        """The schedule that the turns have come to becomes the best one, if it is better."""
        effort = effort_for(self.options, max(1.0, self.work.clock.left), self.work.settings)
        plan = self.desk.plan
        return construct(self.options, plan, self.work.goals, self.work.best, effort, self.work.clock, rough=True)

    def _turn(self, client: Client) -> None:
        known = self.desk.take_out(client.name)
        as_seen = self.seen.get(client.name) == self._as_seen(known)
        found = None if as_seen and self._has_the_best(client.name) else self._best(client, known)
        if found is None:
            self.desk.put(client.name, known)
            return
        week, values = found
        # Another week that is no better is taken as well: it may leave to others what they lack.
        gained = not as_seen or any(self.values[number].get(client.name) != value for number, value in values.items())
        self.better |= gained and self._as_seen(week) != self._as_seen(known)
        self.desk.put(client.name, week)
        self.seen[client.name] = self._as_seen(week)
        for number, value in values.items():
            self.values[number][client.name] = value

    def _as_seen(self, week: OwnWeek) -> Seen:
        """What the client has and when, in whatever order."""
        sessions = frozenset((key, self.desk.begun.starts[key]) for key in week.sessions)
        return sessions, frozenset((offer.key, start) for offer, start in week.meetings)

    def _has_the_best(self, name: str) -> bool:
        """Whether nobody else's week could be in the way of a better one: all is as if nobody else were there."""
        if self.options.week.previous is not None or self.values[CROWDING].get(name) != 0:
            return False
        least, values = self.work.alone.least, self.values
        return all(number in least and values[number].get(name) == least[number].get(name) for number in OF_CLIENT)

    def _best(self, client: Client, known: OwnWeek) -> tuple[OwnWeek, dict[int, int]] | None:
        """The best week beside everybody else, and what goals come to in it; None if it was not found for certain."""
        needed = {key for key in known.sessions if self._is_too_small(key)}
        draft = self.desk.draft(client, known)
        for key, seat in draft.attend.items():
            if key[1:] in needed:
                draft.cp.add(seat == 1)
        expressions = self._goals(draft, client)
        begin_with(draft.cp, planned(draft, self.desk.plan_of(client, known)))
        draft.cp.minimize(weighted(list(expressions.values()), draft)[0])
        answer = call(draft.cp, Effort(SECONDS, linearization=2, work=WORK, quick=True), self.work.clock.stop)
        if answer.values is None or not answer.proven:
            return None
        # Searched to the end, it is no worse than the week that the client had, which is one of those possible.
        values = {number: value_of(expression, answer.values) for number, expression in expressions.items()}
        return week_in(draft, answer.values), values

    def _is_too_small(self, key: SlotKey) -> bool:
        return len(self.desk.seats.members[key]) < self.desk.seats.slots[key].group.min_clients

    def _goals(self, draft: Draft, client: Client) -> dict[int, LinearExprT]:
        """The goals of the client's week in their order, as many as can be put together exactly."""
        expressions: dict[int, LinearExprT] = {}
        most = 1
        for goal in self.work.goals:
            if goal.number not in OF_A_WEEK:
                continue
            expression = self._value(draft, client, goal.number)
            most *= 1 + most_of(expression, draft.cp)
            if most > MOST:
                break
            expressions[goal.number] = expression
        return expressions

    def _value(self, draft: Draft, client: Client, goal: int) -> LinearExprT:
        if goal == CROWDING:
            return total(seat for (_, group, day), seat in draft.attend.items() if self._crowded((group, day)))
        return own_goal(draft, client, goal)

    def _crowded(self, key: SlotKey) -> bool:
        return len(self.desk.seats.members[key]) >= self.desk.seats.slots[key].group.ideal_clients
