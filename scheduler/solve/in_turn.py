"""One client after another gets the best week that everybody else leaves, by all goals that speak of a client's week.

Each turn is a question of milliseconds, searched to the end; what no two clients have to exchange is found so, also on
sites that are too large for neighbourhoods to reach their later goals.
"""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.model.draft import Draft, SlotKey, total
from scheduler.solve.call import Effort, call
from scheduler.solve.desk import Desk, week_in
from scheduler.solve.effort import effort_for
from scheduler.solve.hint import begin_with, planned
from scheduler.solve.narrow import at_times, plan_of
from scheduler.solve.one_client import own_goal
from scheduler.solve.polish import construct
from scheduler.solve.search import weighted
from scheduler.solve.values import most_of, value_of
from scheduler.solve.work import Work

CROWDING = 7
OF_A_WEEK = (1, 2, 3, 4, 5, 6, CROWDING)
"""The goals that one client's week decides for itself."""
MOST = 2**50
"""What goals put together may come to, exactly."""
WORK, SECONDS = 0.3, 1.0


class InTurn:
    """Turns on the best schedule so far. better: whether any has found something.

    values: by goal, what it comes to for each client who had a turn (changes: more by what is always the same).
    """

    def __init__(self, work: Work) -> None:
        self.work = work
        plan = plan_of(work.options, work.best.schedule_found)
        self.options = at_times(work.options, plan) if work.options.movable else work.options
        self.desk = Desk(self.options, plan)
        self.better = False
        self.values: dict[int, dict[str, int]] = {number: {} for number in OF_A_WEEK}

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
            self.desk.put(client.name, known)
            return
        # Searched to the end, it is no worse than the week that the client had, which is one of those possible.
        found = week_in(draft, answer.values)
        self.better |= found != known
        self.desk.put(client.name, found)
        for number, expression in expressions.items():
            self.values[number][client.name] = value_of(expression, answer.values)

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
