"""Questions without objective: is there anything that keeps to these limits?

Local search mostly answers at once (the solver's feasibility jump, after Luteberget and Sartor, "Feasibility Jump: an
LP-free Lagrangian MIP heuristic", 2023), where making goals small takes many rounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scheduler.domain.schedule import Schedule
from scheduler.model.build import build, goal_of_client, goal_value
from scheduler.model.draft import Draft
from scheduler.model.options import Options
from scheduler.solve.effort import answering
from scheduler.solve.fair_load import CARE_SHORTFALL
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.fewer import few_choices
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.narrow import Plan, at_times
from scheduler.solve.polish import taken_over
from scheduler.solve.search import Search
from scheduler.solve.work import Work

BUILD_SECONDS = 0.00002
"""What a draft takes for each option; with less time left it is not asked."""

ASKED_SIZE = 300_000
"""Options up to which a question about the whole week is mostly answered, and sooner than neighbourhoods come to it."""


@dataclass(frozen=True)
class Limits:
    """What a question allows. values: of the first goals, at the most; missing: by client, what the care plan may lack
    at the most, as goal 2 counts it. Who is not named may lack anything.
    """

    values: tuple[int, ...] = ()
    missing: Mapping[str, int] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The position of the last goal that is limited."""
        return max(len(self.values), FIRST_TWO if self.missing else 0) - 1


def answered(draft: Draft, work: Work, limits: Limits, seconds: float, near: Schedule | None = None) -> Search:
    """A search of the draft that has a schedule within the limits, if one was found in the time.

    Where a value is the sum of what everybody could have alone, nobody is beyond that. near: a schedule to look around
    first, for what is found so has more in common with it.
    """
    search = Search(draft, answering(work.options, seconds, work.settings), work.clock.stop)
    for goal, value in zip(work.goals, limits.values, strict=False):
        search.hold(goal_value(draft, goal.number), value)
    work.alone.post(draft, work.goals, limits.values, len(limits.values))
    for client in draft.options.clients:
        if client.name in limits.missing:
            search.hold(goal_of_client(draft, CARE_SHORTFALL, client), limits.missing[client.name])
    if near is not None:
        search.start(near, keep_all=False)
    if seconds > 0 and not work.clock.over:
        search.first(seconds)
    return search


def found_at_times(work: Work, plan: Plan, limits: Limits, until: float) -> bool:
    """Whether a schedule within the limits was found with groups at the times of the plan, and is now the best.

    Clients have first few choices of those alike, which is mostly enough and takes a third of the time; then all, but
    for meetings, which have few starts. until: in seconds of the run.
    """
    for every in _at_times(work.options, plan):
        options = with_few_starts(every, plan)
        if not time_to_build(work, options, until):
            return False
        draft = build(options)
        search = answered(draft, work, limits, until - work.clock.elapsed, work.best.schedule)
        if search.values is not None:
            return taken_over(search, work, limits.last)
    return False


def time_to_build(work: Work, options: Options, until: float) -> bool:
    """Whether a draft of the options would leave time for a search; until: in seconds of the run."""
    return work.clock.elapsed + BUILD_SECONDS * options.size < until and not work.clock.over


def _at_times(options: Options, plan: Plan) -> Iterator[Options]:
    every = at_times(options, plan) if options.movable else options
    few = few_choices(plan, [client.name for client in every.clients], 0)(every)
    if few.size < every.size:
        yield few
    yield every
