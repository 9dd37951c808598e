"""Repairs a running week: near the change first, then what the whole week proves of it, then further away."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from scheduler.domain.evaluation import Finding
from scheduler.domain.outcome import GoalResult, Outcome, Progress, Settings, SolveStatus
from scheduler.domain.rules import goals_in_order
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.repair.breaches import PastBreaches
from scheduler.repair.edits import NO_EDITS, Edits
from scheduler.repair.moment import WEEK_START, Moment, joined, known_to, split
from scheduler.repair.near import near
from scheduler.repair.options import options_since
from scheduler.repair.remains import remains
from scheduler.repair.rooms import in_present_rooms
from scheduler.repair.stages import CHANGES, EDITS, NOTHING, PEOPLE, Setting, Stages, Tally, title_of
from scheduler.solve.call import Effort
from scheduler.verify import evaluate

Report = Callable[[Progress], None]

NEAR, OUTLINE, WHOLE = 0.5, 0.65, 0.9
"""By which part of the time ends the search near the change, its proof in outline, and the search of the whole week."""


@dataclass(frozen=True, slots=True)
class Request:
    """since: all before it is fixed as it happened; care_first: goals 1 and 2 before the people told.

    edits: what of the present schedule is kept before anything else.
    """

    since: Moment = WEEK_START
    care_first: bool = False
    settings: Settings = field(default_factory=lambda: Settings(time_limit=20.0))
    edits: Edits = NO_EDITS


@dataclass(frozen=True, slots=True)
class Repaired:
    """outcome.schedule: the whole week, the past as it happened. Without a schedule the tallies say nothing.

    people: clients and clinicians whose own week changes; changes: what of the rest is not kept (as goal 3 counts, and
    other rooms); edits_lost: edits that could not be kept; breaches: rules that the past breaks now.
    """

    outcome: Outcome
    people: Tally = NOTHING
    changes: Tally = NOTHING
    edits_lost: Tally = NOTHING
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


@dataclass(frozen=True)
class _Found:
    """A schedule, what was reached for it, and the options it was chosen from."""

    schedule: Schedule
    reached: dict[int, Tally]


class _Run:
    """One run: its setting, and the week's options from the moment on."""

    def __init__(
        self, week: Week, present: Schedule, request: Request, progress: Report, stop: threading.Event
    ) -> None:
        self.week, self.present, self.request = week, known_to(week, present), request
        self.goals = tuple(goal.number for goal in goals_in_order(week.goal_ranks))
        told_first = (PEOPLE, CHANGES, *self.goals)
        care_first = (*self.goals[:2], PEOPLE, CHANGES, *self.goals[2:])
        settings = request.settings
        workers = settings.workers or min(8, os.cpu_count() or 1)
        self.setting = Setting(
            self.present,
            request.since,
            care_first if request.care_first else told_first,
            Effort(settings.time_limit, workers, settings.seed, quick=True),
            stop,
            progress,
            time.monotonic(),
            request.edits,
        )
        self.past, _ = split(self.present, request.since)
        self.options = options_since(week, self.past, request.since)
        self.loose = False

    def repaired(self) -> Repaired:
        limit = self.request.settings.time_limit
        found = self._near(limit)
        if isinstance(found, SolveStatus):
            return Repaired(Outcome(found, None, (), self.setting.elapsed, found is SolveStatus.INTERRUPTED))
        return self._result(self._proven(found, limit))

    def _proven(self, found: _Found, limit: float) -> _Found:
        """With bounds from the outline of the whole week; where they do not tell, something better is looked for."""
        leading, following = self.setting.leading, self.setting.following
        outline = Stages(self.setting, self.options, self.loose, coarse=True)
        reached = outline.bounds(_unproven(found.reached), leading, limit * OUTLINE)
        found = _Found(found.schedule, reached)
        if not all(reached[number].proven for number in leading):
            further = self._further(found, limit)
            if further.schedule != found.schedule:
                return further
            found = further
        return _Found(found.schedule, outline.bounds(found.reached, following, limit))

    def _near(self, limit: float) -> _Found | SolveStatus:
        """The best schedule near the change; further away if there is none, and with a past that breaks rules."""
        start = remains(self.week, self.present, self.request.since)
        small = near(self.options, self.present, self.request.since, self.request.care_first)
        status = SolveStatus.CLASH
        for loose, options in ((False, small), (False, self.options), (True, small), (True, self.options)):
            stages = Stages(self.setting, options, loose)
            begun = stages.begin(start, limit)
            if begun:
                self.loose = loose
                stages.run((*self.setting.leading, *self.setting.following), limit * NEAR)
                return self._found(stages)
            if begun is None:
                status = SolveStatus.INTERRUPTED
        return status

    def _found(self, stages: Stages) -> _Found:
        whole = joined(self.past, stages.found())
        return _Found(in_present_rooms(self.week, self.present, whole, self.request.since), dict(stages.reached))

    def _further(self, found: _Found, limit: float) -> _Found:
        """A better schedule from the whole week's options, or a proof that there is none, as far as time allows."""
        if self.setting.stop.is_set() or self.setting.elapsed >= limit * WHOLE:
            return found
        leading, following = self.setting.leading, self.setting.following
        stages = Stages(self.setting, self.options, self.loose)
        if not stages.begin(found.schedule, limit):
            return found
        whole = dict(stages.run(leading, limit * WHOLE))
        if [whole[n].value for n in leading] < [found.reached[n].value for n in leading]:
            stages.run(following, limit)
            better = self._found(stages)
            found = _Found(better.schedule, _unproven(better.reached))
        return _Found(found.schedule, _with_bounds(found.reached, whole, leading))

    def _result(self, found: _Found) -> Repaired:
        evaluation = evaluate(self.week, found.schedule)
        results = tuple(_goal(n, found.reached[n], evaluation.goals[n - 1]) for n in self.goals)
        stopped = self.setting.stop.is_set()
        outcome = Outcome(SolveStatus.SOLVED, found.schedule, results, self.setting.elapsed, stopped)
        past = PastBreaches(self.week, self.past, self.request.since)
        breaches = tuple(finding for finding in evaluation.findings if past.holds(finding))
        return Repaired(outcome, found.reached[PEOPLE], found.reached[CHANGES], found.reached[EDITS], breaches)


def _unproven(reached: dict[int, Tally]) -> dict[int, Tally]:
    """What is best near the change need not be the best there is."""
    return {number: Tally(tally.value, None, False) for number, tally in reached.items()}


def _with_bounds(reached: dict[int, Tally], whole: dict[int, Tally], leading: tuple[int, ...]) -> dict[int, Tally]:
    """What the whole week's draft proves binds as far as both agree."""
    result = dict(reached)
    for number in leading:
        if whole[number].value != reached[number].value:
            break
        if whole[number].bound is not None and (reached[number].bound or 0) <= (whole[number].bound or 0):
            result[number] = whole[number]
    return result


def _goal(number: int, tally: Tally, verified: int) -> GoalResult:
    """The goal as the verifier counts it; where the past is odd, the model may count otherwise and proves nothing."""
    if tally.value != verified:
        return GoalResult(number, title_of(number), verified, None, False)
    return GoalResult(number, title_of(number), tally.value, tally.bound, tally.proven)
