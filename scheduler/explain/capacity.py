"""How many more clients of a kind could be admitted with every plan that is met now still met."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.outcome import Progress
from scheduler.domain.people import Client
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.alone import plan_possible
from scheduler.explain.budget import Budget
from scheduler.explain.ground import met_in
from scheduler.explain.hindrances import hindrance
from scheduler.explain.keeping import kept
from scheduler.explain.lifts import SHARED
from scheduler.explain.relaxed import Relaxed, Wish
from scheduler.explain.wide_options import Basis
from scheduler.model.build import build
from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total
from scheduler.model.options import Options, options_of
from scheduler.solve.call import call
from scheduler.solve.extract import extract
from scheduler.solve.handing_out import RoomsShort
from scheduler.solve.hint import begin_with, decisions
from scheduler.solve.values import value_of

MOST = 64
FIRST = 8
SECONDS = 15.0
"""Longest single question."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """more: so many could certainly be admitted; most: more than so many certainly not, None: not known.

    binds: what one more would need, in words, blank where that is not known. schedule: with the newcomers.
    """

    more: int
    most: int | None
    binds: str
    week: Week
    schedule: Schedule


def capacity(
    week: Week,
    schedule: Schedule,
    phase: str,
    tracks: tuple[str, ...],
    seconds: float = 60.0,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Capacity:
    """How many clients of the phase and tracks could join the schedule's week; newcomers have no limits of their own.

    Every plan that the schedule meets stays met; who is short now may stay so.
    """
    return _Counting(week, schedule, phase, tracks, Budget(seconds, progress, stop)).counted()


class _Counting:
    def __init__(self, week: Week, schedule: Schedule, phase: str, tracks: tuple[str, ...], budget: Budget) -> None:
        self.week, self.schedule, self.budget = week, schedule, budget
        self.phase, self.tracks = phase, tracks
        self.met = met_in(week, schedule)

    def counted(self) -> Capacity:
        """First how many fit beside what is, then whether one more would if everybody could move, one by one."""
        if plan_possible(self._with(1), self._newcomer(1).name) is False:
            return Capacity(0, 0, "not even one alone could have all that is due", self.week, self.schedule)
        more, schedule = self._beside()
        proven = False
        while self.budget.left > self.budget.seconds / 2 and not proven and more < MOST:
            self.budget.tell(f"Room for {more + 1} more")
            found, proven = self._asked(options_of(self._with(more + 1)), more + 1, schedule, self.budget.left / 2)
            if found is None:
                break
            more, schedule = more + 1, found
        most = more if proven else self._bound(more)
        return Capacity(more, most, self._binds(more, schedule), self._with(more), schedule)

    def _bound(self, more: int) -> int | None:
        """How many at most, by the solver's bound; None: not known."""
        if self.budget.left < 2:
            return None
        number = 2 * more + FIRST
        self.budget.tell(f"No room for more than {number}")
        draft, _ = self._crowded(options_of(self._with(number)), number)
        answer = call(draft.cp, self.budget.effort(self.budget.left / 2), self.budget.stop)
        return answer.bound if answer.bound is not None and answer.bound < number else None

    def _beside(self) -> tuple[int, Schedule]:
        """The most that fit while everybody else keeps their week."""
        more, number = 0, FIRST
        schedule = self.schedule
        while more < number <= MOST and self.budget.left > 1:
            self.budget.tell(f"Room for {number} more")
            fitting = self._most_beside(number)
            while fitting > more:
                options = kept(options_of(self._with(fitting)), self.schedule, self._present)
                found, _ = self._asked(options, fitting, self.schedule, SECONDS)
                if found is not None:
                    more, schedule = fitting, found
                    break
                fitting -= 1
            if more < number:
                break
            number *= 2
        return more, schedule

    @property
    def _present(self) -> frozenset[str]:
        return frozenset(client.name for client in self.week.active_clients)

    def _most_beside(self, number: int) -> int:
        """How many of so many newcomers can be met while everybody else keeps their week."""
        beside = kept(options_of(self._with(number)), self.schedule, self._present)
        draft, newcomers = self._crowded(beside, number)
        answer = call(draft.cp, self.budget.effort(SECONDS), self.budget.stop)
        return value_of(newcomers, answer.values) if answer.values is not None else 0

    def _crowded(self, options: Options, number: int) -> tuple[Draft, LinearExprT]:
        """A draft with so many newcomers, as many of them met as can be, and that sum."""
        draft = build(options)
        self._meet(draft, self.met)
        newcomers = [care_of(draft, self._newcomer(n)).met for n in range(1, number + 1)]
        for earlier, later in pairwise(newcomers):
            draft.cp.add_implication(later, earlier)  # newcomers are alike
        draft.cp.maximize(total(newcomers))
        return draft, total(newcomers)

    def _asked(self, options: Options, number: int, start: Schedule, seconds: float) -> tuple[Schedule | None, bool]:
        """A schedule in which so many newcomers are met, or None and whether there is provably none."""
        draft = build(options)
        self._meet(draft, self.met | {self._newcomer(n).name for n in range(1, number + 1)})
        begin_with(draft.cp, decisions(draft, start))
        answer = call(draft.cp, self.budget.effort(min(SECONDS, seconds)), self.budget.stop)
        values = answer.values
        if values is None:
            return None, answer.infeasible
        try:
            return extract(draft, lambda variable: values[variable.index]), False
        except RoomsShort:
            return None, False

    def _meet(self, draft: Draft, wanted: frozenset[str]) -> None:
        for client in draft.week.active_clients:
            if client.name in wanted:
                draft.cp.add(care_of(draft, client).met == 1)
        self._keep_must_run(draft)

    def _keep_must_run(self, draft: Draft) -> None:
        for group in self.week.active_groups:
            held = sum(session.group == group.name for session in self.schedule.sessions)
            if group.must_run and held:
                draft.cp.add(total(draft.held[slot.key] for slot in draft.slots(group.name)) >= held)

    def _binds(self, more: int, schedule: Schedule) -> str:
        """What one more would need, from the cheapest changes of what all share."""
        if self.budget.left < 1:
            return ""
        week = self._with(more + 1)
        newcomer = self._newcomer(more + 1).name
        met = frozenset(self.met | {self._newcomer(n).name for n in range(1, more + 2)})
        fixed = frozenset(client.name for client in week.active_clients) - {newcomer}
        search = Relaxed(Basis(week), schedule, frozenset({newcomer}), Wish(met), fixed, SHARED)
        repair = search.cheapest(self.budget.effort(SECONDS), self.budget.stop)
        if repair is None:
            return ""
        return "; and ".join(hindrance(week, schedule, lift, repair.schedule) for lift, _ in repair.lifts)

    def _with(self, number: int) -> Week:
        return replace(
            self.week,
            clients=(*self.week.clients, *(self._newcomer(n) for n in range(1, number + 1))),
            previous=None,
        )

    def _newcomer(self, number: int) -> Client:
        phase = self.week.phase_by_name[self.phase]
        name = f"new {number}"
        while name in self.week.client_by_name:
            name += "'"
        return Client(
            name,
            phase.name,
            self.tracks,
            individual_sessions=phase.individual_sessions,
            individual_minutes=phase.individual_minutes,
            individual_counted_minutes=phase.individual_counted_minutes,
            program_week=1,
        )
