"""Goals 1 and 2 at once as good as what each client could have alone comes to: two questions about the whole week.

The first is asked of the outline, which is small; the second of the times of what the outline holds, everybody in its
sessions. Neither has an objective: local search mostly answers at once (the solver's feasibility jump, after Luteberget
and Sartor, "Feasibility Jump: an LP-free Lagrangian MIP heuristic", 2023), where making the goals small takes many
rounds. Where staff or rooms are short the first has no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scheduler.model.build import build, goal_value
from scheduler.model.care import care_of
from scheduler.model.draft import Draft
from scheduler.model.options import Options
from scheduler.solve.effort import answering
from scheduler.solve.narrow import Plan, narrowed, plan_of, with_times_of
from scheduler.solve.outlined import given_plan, open_plan
from scheduler.solve.polish import taken_over
from scheduler.solve.search import Search
from scheduler.solve.work import Work

OUTLINE_PART = 0.5
"""Of the time, for the outline at the present times, and of what is left, for that of all times."""


@dataclass(frozen=True)
class Limits:
    """missed: what goal 1 may come to; lacking: by client, what the care plan may lack as goal 2 counts it, else 0."""

    missed: int
    lacking: Mapping[str, int]

    def post(self, draft: Draft) -> None:
        """No schedule of the draft is beyond them."""
        missed = goal_value(draft, 1)
        if not isinstance(missed, int):
            draft.cp.add(missed <= self.missed)
        for client in draft.options.clients:
            care, most = care_of(draft, client), self.lacking.get(client.name, 0)
            if not most:
                draft.cp.add(care.met == 1)
            elif not isinstance(care.missing, int):
                draft.cp.add(client.priority * care.missing <= most)


def first_two_as_if_alone(work: Work, seconds: float) -> bool:
    """Whether a schedule was found in which nobody lacks more than he or she would alone, which is then the best.

    Of those who are short in the best schedule it must be known what they could have alone.
    """
    limits = Limits(work.bounds.always(0), work.alone.least[2])
    until = work.clock.elapsed + seconds
    for options in _openings(work):
        left = until - work.clock.elapsed
        outline = _within(limits, build(options, coarse=True), work, OUTLINE_PART * left)
        if outline.values is not None:
            given, any_time = given_plan(outline.draft, outline.values), open_plan(outline.draft, outline.values)
            if scheduled(work, given, any_time, limits, until - work.clock.elapsed):
                return True
    return False


def scheduled(work: Work, given: Plan, any_time: Plan, limits: Limits, seconds: float) -> bool:
    """Whether a schedule of an outline's plan was found within the limits, which is then the best, everybody in its
    sessions.

    given: with the outline's meetings, clinicians and kinds of rooms; any_time: with any.
    """
    until = work.clock.elapsed + seconds
    for plan, staffing_stays in ((given, True), (replace(given, meetings=any_time.meetings), True), (any_time, False)):
        draft = build(narrowed(work.options, plan, staffing_stays=staffing_stays))
        draft.cp.add_bool_and(draft.attend.values())
        search = _within(limits, draft, work, until - work.clock.elapsed)
        if search.values is not None:
            return taken_over(search, work, 0)
    return False


def _openings(work: Work) -> Iterator[Options]:
    """What the outline may choose from: where times are to choose, first with what is held at its present times."""
    if work.options.movable:
        yield with_times_of(work.options, plan_of(work.options, work.best.schedule_found))
    yield work.options


def _within(limits: Limits, draft: Draft, work: Work, seconds: float) -> Search:
    """A search of the draft that has a schedule within the limits, if there was one to be found in the time."""
    limits.post(draft)
    search = Search(draft, answering(seconds, work.settings), work.clock.stop)
    if seconds > 0 and not work.clock.over:
        search.first(seconds)
    return search
