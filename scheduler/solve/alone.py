"""Bounds from what each client could have at the best with nobody else there.

The sum over all clients of what each must miss is a bound for any schedule; where a schedule reaches it, every client
has the best week possible, in every schedule as good as that one, and the same holds of the goals after.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.domain.rules import Goal
from scheduler.domain.schedule import Kind
from scheduler.model.build import goal_of_client
from scheduler.model.care import care_of
from scheduler.model.draft import Draft
from scheduler.model.goals import OF_CLIENT
from scheduler.model.options import Offer, Options
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort, call
from scheduler.solve.clock import Clock
from scheduler.solve.one_client import bare, draft_of
from scheduler.solve.told_apart import WAITING
from scheduler.solve.values import most_of

AT_ONCE = 2
"""Clients asked about at the same time."""
SECONDS = 5.0
"""Longest single question; cut short, its bound counts all the same."""


class Alone:
    """What clients could have alone. least: of each goal asked about, by client, the least possible value."""

    def __init__(self, options: Options, clock: Clock) -> None:
        self.options, self.clock = options, clock
        self.slots = {slot.key: bare(slot) for slot in options.slots}
        self.everybody = frozenset(client.name for client in options.clients)
        self.least: dict[int, dict[str, int]] = {}
        self.lacking: dict[str, int] = {}
        self.held: dict[int, list[Goal]] = {}

    def first_two(self, clients: Iterable[str], bounds: Bounds, seconds: float) -> None:
        """Bounds of goals 1 and 2 from these clients, who are short at present; all others can do no better than that.

        What there is no time to ask now is asked the next time, and counts as 0 until then.

        Who can't have a whole plan has the least missing without one, so that the two sums hold together.
        """
        missed: dict[str, int] = {}
        missing: dict[str, int] = {}
        until = self.clock.elapsed + seconds
        for name in sorted(clients):
            if name not in self.lacking and (self.clock.over or self.clock.elapsed >= until):
                continue
            client = self.options.week.client_by_name[name]
            if name not in self.lacking:
                self.lacking[name] = self._least_missing(client)
            missing[name] = self.lacking[name]
            missed[name] = client.priority if missing[name] else 0
        self.least |= {1: missed, 2: missing}
        bounds.add(0, sum(missed.values()), ())
        bounds.add(1, sum(missing.values()), ())

    def _least_missing(self, client: Client) -> int:
        """Minutes of goal 2 that the client must miss; without any, the plan could be met."""
        draft = self.draft_about(client, coarse=True)
        return client.priority * self._minimum(draft, care_of(draft, client).missing)

    def later(
        self, goals: tuple[Goal, ...], values: tuple[int, ...], bounds: Bounds, seconds: float, last: int
    ) -> None:
        """Bounds of the later goals up to the last (a position) under those before.

        These are held for each client where the sums are reached.
        values: of the best schedule. What there is no time to ask counts as 0, and is asked the next time; what was
        asked is asked again once more goals before are held.
        """
        until = self.clock.elapsed + seconds
        for goal in goals[:2]:
            # Who was not asked about is not short, which is the least there is.
            self.least[goal.number] = dict.fromkeys(self.everybody, 0) | self.least.get(goal.number, {})
        held = [goal for goal, value in zip(goals[:2], values, strict=False) if self._sum(goal) == value]
        for position, goal in enumerate(goals[2 : last + 1], start=2):
            if goal.number not in OF_CLIENT or self.clock.elapsed >= until:
                continue
            if self.held.get(goal.number) != held:
                self.held[goal.number], self.least[goal.number] = list(held), {}
            self._ask_of(goal, held, until)
            bounds.add(position, self._sum(goal), values[:position])
            if self._sum(goal) == values[position]:
                held.append(goal)

    def post(self, draft: Draft, goals: tuple[Goal, ...], values: tuple[int, ...], position: int) -> None:
        """Tells a draft, in which the goals before the position are held at these values, what that means for clients.

        In each goal up to the position nobody has less than alone; where its value is what all have at the least,
        nobody has more. Where it is above that, nobody has more than alone by more than the value is: this is told only
        if the draft is about everybody. values: of the goals before the position, and of that one too if nothing worse
        is looked for.
        """
        reached = [goal for goal, value in zip(goals[:position], values, strict=False) if self._reached(goal, value)]
        known_values = dict(zip(goals, values, strict=False))
        for goal in goals[: position + 1]:
            if goal.number not in self.least or any(before not in reached for before in self.held.get(goal.number, ())):
                continue
            told = goal in reached or (goal in known_values and not draft.options.settled)
            self._post_between(draft, goal, known_values[goal] - self._sum(goal) if told else None)

    def _post_between(self, draft: Draft, goal: Goal, more: int | None) -> None:
        """Each client has in the goal the least that he or she could have alone, and so much more at the most."""
        for client in draft.options.clients:
            expression = goal_of_client(draft, goal.number, client)
            if isinstance(expression, int):
                continue
            least, most = self.least[goal.number].get(client.name, 0), most_of(expression, draft.cp)
            upper = most if more is None else max(least, min(most, least + more))
            if least or upper < most:
                draft.cp.add_linear_constraint(expression, least, upper)

    def _reached(self, goal: Goal, value: int) -> bool:
        """Whether nobody can have less in the goal than now."""
        return goal.number in self.least and self._sum(goal) == value

    def _sum(self, goal: Goal) -> int:
        return sum(self.least[goal.number].values())

    def _ask_of(self, goal: Goal, held: list[Goal], until: float) -> None:
        """Of those who were not asked yet, as many as can be in the time."""
        least = self.least[goal.number]
        asked = [client for client in self.options.clients if client.name not in least]

        def ask(client: Client) -> int | None:
            if self.clock.over or self.clock.elapsed >= until:
                return None
            return self._least_of(goal, client, held)

        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            answers = zip(asked, pool.map(ask, asked), strict=True)
            least |= {client.name: answer for client, answer in answers if answer is not None}

    def _least_of(self, goal: Goal, client: Client, held: list[Goal]) -> int:
        draft = self.draft_about(client, coarse=goal.number != WAITING)
        for before in held:
            at_most = self.least[before.number].get(client.name)
            if at_most is not None:
                draft.cp.add(goal_of_client(draft, before.number, client) <= at_most)
        return self._minimum(draft, goal_of_client(draft, goal.number, client))

    def _minimum(self, draft: Draft, expression: LinearExprT) -> int:
        if isinstance(expression, int):
            return expression
        draft.cp.minimize(expression)
        answer = call(draft.cp, Effort(min(SECONDS, self.clock.left), quick=True), self.clock.stop)
        return max(0, answer.bound or 0)

    def draft_about(self, client: Client, coarse: bool) -> Draft:
        """A draft of the client's week with nobody else there, and nobody needed to lead."""
        admissions = self.options.admissions_of_client.get(client.name, ())
        demands = self.options.demands_of_client.get(client.name, ())
        offers = [offer for demand in demands for offer in self.options.offers_of_demand.get(demand.key, ())]
        return draft_of(self.options, client, self.slots, admissions, _merged(offers), coarse)


def _merged(offers: list[Offer]) -> tuple[Offer, ...]:
    """Offers of a demand, day and modality as one, at every start of any: with nobody else there, who holds it matters
    only if it is the cover clinician, or if one clinician has to hold several."""
    alike: dict[object, list[Offer]] = {}
    for offer in offers:
        demand, name = offer.demand, offer.clinician
        one_for_all = demand.kind is Kind.INDIVIDUAL and demand.sessions > 1
        who = name if one_for_all else name == demand.client.cover_clinician
        alike.setdefault((demand.key, offer.day, offer.modality, who), []).append(offer)
    return tuple(
        replace(same[0], starts=tuple(sorted({start for offer in same for start in offer.starts})))
        for same in alike.values()
    )
