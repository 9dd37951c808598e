"""Repairs a running week: first the people who are told something new, then care, then the rest, each held in turn."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.evaluation import Finding
from scheduler.domain.outcome import GoalResult, Outcome, Progress, Settings, SolveStatus
from scheduler.domain.rules import GOALS, goals_in_order
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.model.build import goal_value
from scheduler.repair.breaches import PastBreaches
from scheduler.repair.given import Given, build_since
from scheduler.repair.moment import WEEK_START, Moment, joined, split
from scheduler.repair.people import changes_made, newcomers, people_told
from scheduler.repair.remains import remains
from scheduler.repair.rooms import in_present_rooms
from scheduler.solve.call import Effort
from scheduler.solve.search import Search
from scheduler.verify import evaluate

Report = Callable[[Progress], None]

BREACHES, PEOPLE, CHANGES = 100, 101, 102
"""Numbers of what is made small here beside the goals of the catalogue."""

TITLES = {BREACHES: "Rules broken by the past", PEOPLE: "People told", CHANGES: "Changes"}
SHARE = 0.3
LEAST_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Request:
    """since: all before it is fixed as it happened; care_first: goals 1 and 2 before the people told."""

    since: Moment = WEEK_START
    care_first: bool = False
    settings: Settings = field(default_factory=lambda: Settings(time_limit=20.0))


@dataclass(frozen=True, slots=True)
class Tally:
    """A count that was made small. proven: no schedule that keeps what goes before it has less."""

    value: int
    bound: int | None
    proven: bool


@dataclass(frozen=True, slots=True)
class Repaired:
    """outcome.schedule: the whole week, the past as it happened. Without a schedule the tallies say nothing.

    people: clients and clinicians whose own week changes; changes: what of the rest is not kept (as goal 3 counts, and
    other rooms); breaches: rules that the past breaks now.
    """

    outcome: Outcome
    people: Tally = Tally(0, None, False)
    changes: Tally = Tally(0, None, False)
    breaches: tuple[Finding, ...] = ()


def repair(
    week: Week,
    present: Schedule,
    request: Request | None = None,
    progress: Report | None = None,
    stop: threading.Event | None = None,
) -> Repaired:
    """The week's schedule from the moment on, as near to the present one as can be.

    week: as it is now, with whatever has changed; present: what people have been told. stop, once set, ends the
    search with the best schedule so far.
    """
    return _Run(week, present, request or Request(), progress or (lambda _: None), stop or threading.Event()).repaired()


class _Run:
    """One run: the clock, the search, and what is made small one after another."""

    def __init__(
        self, week: Week, present: Schedule, request: Request, progress: Report, stop: threading.Event
    ) -> None:
        self.began = time.monotonic()
        self.week, self.present, self.request, self.progress, self.stop = week, present, request, progress, stop
        self.past, self.rest = split(present, request.since)

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began

    @property
    def left(self) -> float:
        return max(self.request.settings.time_limit - self.elapsed, LEAST_SECONDS)

    def repaired(self) -> Repaired:
        begun = self._begin()
        if isinstance(begun, SolveStatus):
            interrupted = begun is SolveStatus.INTERRUPTED
            return Repaired(Outcome(begun, None, (), self.elapsed, interrupted))
        self.search = begun
        goals = [goal.number for goal in goals_in_order(self.week.goal_ranks)]
        stages = [PEOPLE, CHANGES, *goals]
        if self.request.care_first:
            stages = [*goals[:2], PEOPLE, CHANGES, *goals[2:]]
        if BREACHES in self.search.draft.goals:
            stages.insert(0, BREACHES)
        reached = {number: self._make_small(number, last=number == stages[-1]) for number in stages}
        schedule = self._schedule()
        evaluation = evaluate(self.week, schedule)
        results = tuple(_result(number, reached[number], evaluation.goals[number - 1]) for number in goals)
        outcome = Outcome(SolveStatus.SOLVED, schedule, results, self.elapsed, self.stop.is_set())
        past = PastBreaches(self.week, self.past, self.request.since)
        breaches = tuple(finding for finding in evaluation.findings if past.holds(finding))
        return Repaired(outcome, reached[PEOPLE], reached[CHANGES], breaches)

    def _begin(self) -> Search | SolveStatus:
        """A search that has some right schedule; why there is none, otherwise."""
        for loose in (False, True):
            given = build_since(self.week, self.past, self.request.since, loose)
            search = self._search(given)
            kept = remains(self.week, self.present, self.request.since)
            if search.start(kept):
                return search
            search.start(self.present, keep_all=False)
            answer = search.first(self.left)
            if answer.values is not None:
                return search
            if not answer.infeasible:
                return SolveStatus.INTERRUPTED
        return SolveStatus.CLASH

    def _search(self, given: Given) -> Search:
        draft = given.draft
        draft.goals[PEOPLE] = people_told(given, self.rest, newcomers(draft, self.present))
        draft.goals[CHANGES] = changes_made(draft, self.rest)
        if not isinstance(given.slack, int):
            draft.goals[BREACHES] = given.slack
        settings = self.request.settings
        return Search(draft, Effort(settings.time_limit, settings.workers or 8, settings.seed), self.stop)

    def _make_small(self, number: int, last: bool) -> Tally:
        """Works on one count or goal and holds what was reached."""
        expression: LinearExprT = goal_value(self.search.draft, number)
        if isinstance(expression, int):
            return Tally(expression, expression, True)
        title = _title(number)

        def report(value: int, bound: int) -> None:
            self.progress(Progress(title, value, bound, self.elapsed))

        answer = self.search.improve(number, self.left * (1.0 if last else SHARE), report)
        value = self.search.value(expression)
        self.search.hold(expression)
        self.progress(Progress(title, value, answer.bound, self.elapsed))
        return Tally(value, answer.bound, answer.proven)

    def _schedule(self) -> Schedule:
        """The past verbatim, and from then on what was found, in the rooms of the present schedule where they fit."""
        _, found = split(self.search.schedule, self.request.since)
        return in_present_rooms(self.search.draft.options, self.present, joined(self.past, found), self.request.since)


def _title(number: int) -> str:
    return TITLES.get(number) or next(goal.title for goal in GOALS if goal.number == number)


def _result(number: int, tally: Tally, verified: int) -> GoalResult:
    """The goal as the verifier counts it; where the past is odd, the model may count otherwise and proves nothing."""
    if tally.value != verified:
        return GoalResult(number, _title(number), verified, None, False)
    return GoalResult(number, _title(number), tally.value, tally.bound, tally.proven)
