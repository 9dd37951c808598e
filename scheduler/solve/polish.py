"""Searches of a fine draft: from a plan to a first schedule, and from a schedule to a better one."""

from __future__ import annotations

from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.rules import Goal
from scheduler.domain.schedule import Schedule
from scheduler.model.build import build, goal_value
from scheduler.model.draft import Draft, total
from scheduler.model.options import Options
from scheduler.solve.alone import Alone
from scheduler.solve.call import Answer, Effort
from scheduler.solve.clock import Clock
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.first_two import FIRST_TWO, FirstTwo
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.meeting_costs import meeting_costs
from scheduler.solve.narrow import NOTHING, Plan, narrowed, plan_of
from scheduler.solve.search import Search, weighted
from scheduler.solve.taken import OfferKey
from scheduler.solve.told_apart import waiting_counts
from scheduler.solve.work import Work

STEP = 20
"""How much more a goal weighs than the next where they are improved together: a guide, not the strict order."""
AHEAD = 4
"""Later goals improved together. With fewer, those after them get worse by more than can be mended soon."""
CONSTRUCT_WORK, ROUGH_WORK = 10.0, 2.0
WORKERS = 8


def blend(expressions: list[LinearExprT]) -> LinearExprT:
    """The goals as one expression, each weighing more than the next."""
    weights = [STEP**place for place in range(len(expressions) - 1, -1, -1)]
    return total(weight * expression for weight, expression in zip(weights, expressions, strict=True))


def construct(
    options: Options,
    plan: Plan,
    goals: tuple[Goal, ...],
    best: Incumbent,
    effort: Effort,
    clock: Clock,
    rough: bool = False,
) -> bool:
    """A schedule of a plan; True if it is the best so far.

    First that all meetings are held, then at what times. Attendances are kept as planned where that can be; else what
    the locks want of a client is found beside the plan. rough: soon rather than well, at whatever times.
    """
    # A plan has the times of its groups, so that linear relaxation serves even where the week leaves them open.
    quick = replace(effort, workers=1, quick=True, linearization=2, work=ROUGH_WORK if rough else CONSTRUCT_WORK)
    for as_planned in (True, False):
        free = () if as_planned else options.week.locked_clients
        search = Search(build(narrowed(options, plan, free, staffing_stays=True)), quick, clock.stop)
        if as_planned:
            search.draft.cp.add_bool_and(search.draft.attend.values())
        both = FirstTwo(search.draft, goals).both
        search.minimize(both, effort.seconds / 2)
        if search.values is not None:
            if not rough:
                search.hold(both)
                costs = meeting_costs(search.draft, plan)
                search.minimize(costs, effort.seconds / 2, effort=quick)
            return offered(search, goals, best)
    return False


def realize(
    options: Options,
    plan: Plan,
    meetings: dict[OfferKey, tuple[int, ...]],
    aim: tuple[int, ...],
    goals: tuple[Goal, ...],
    best: Incumbent,
    effort: Effort,
    clock: Clock,
    rough: bool = False,
) -> bool:
    """A schedule of an outline's plan, attendances and leaders as planned; True if it is the best so far.

    First with meetings on the planned days with the planned clinicians, as many as there are times for, which takes a
    moment; from there with any of the meetings given, which finds times for the others. Where that is not enough, with
    any leaders, and no more of the attendances than there can be. aim: goals 1 and 2 of the plan, beyond which there is
    nothing to look for. rough: soon rather than well; meetings have few starts, and none is asked for to suit.
    """
    effort = replace(effort, workers=1, quick=True, linearization=2, work=CONSTRUCT_WORK)
    any_time = replace(plan, meetings=meetings)
    schedule: Schedule | None = None
    reached: tuple[int, ...] = ()
    better = False
    for wider, as_planned in ((plan, True), (any_time, True), (any_time, False)):
        enough = (reached <= aim and (rough or not as_planned)) or (better and not as_planned)
        if schedule is not None and (enough or clock.over):
            break
        part = narrowed(options, wider, staffing_stays=as_planned)
        if rough and wider is not plan:
            part = with_few_starts(part, plan)
        search = Search(build(part), effort, clock.stop)
        if as_planned:
            search.draft.cp.add_bool_and(search.draft.attend.values())
        if schedule is not None:
            search.start(schedule)
        first_two = FirstTwo(search.draft, goals)
        if schedule is None or reached > aim:
            search.minimize(first_two.both, effort.seconds / 3)
        if search.values is not None:
            search.tighten(first_two.both)
            schedule, reached = search.schedule, first_two.values(search)
            better |= rough and offered(search, goals, best)
    if search.values is None or rough:
        return better
    search.hold(first_two.both)
    search.minimize(meeting_costs(search.draft, plan), effort.seconds / 3)
    return offered(search, goals, best)


def first_schedule(
    options: Options,
    goals: tuple[Goal, ...],
    best: Incumbent,
    effort: Effort,
    clock: Clock,
) -> Answer:
    """Any right schedule of the whole draft, for want of anything better."""
    search = Search(build(options), replace(effort, workers=WORKERS, linearization=None), clock.stop)
    answer = search.first(effort.seconds)
    if search.values is not None:
        offered(search, goals, best)
    return answer


def bare_schedule(options: Options, goals: tuple[Goal, ...], best: Incumbent, effort: Effort, clock: Clock) -> bool:
    """What the locks ask for and nothing else: poor, but right, and there at once."""
    locks = options.week.locks
    groups = [lock.group for lock in locks if lock.group is not None]
    small = narrowed(options, NOTHING, options.week.locked_clients, groups)
    search = Search(build(small), replace(effort, quick=True, linearization=0, work=ROUGH_WORK), clock.stop)
    search.first(effort.seconds)
    return search.values is not None and offered(search, goals, best)


def take_over(options: Options, goals: tuple[Goal, ...], best: Incumbent, schedule: Schedule, effort: Effort) -> bool:
    """Begins with a schedule that is there already; False if it is not right for this week."""
    search = Search(build(narrowed(options, plan_of(options, schedule))), effort)
    return search.start(schedule) and offered(search, goals, best)


def polish(
    options: Options,
    goals: tuple[Goal, ...],
    position: int,
    best: Incumbent,
    effort: Effort,
    clock: Clock,
    alone: Alone | None = None,
) -> tuple[Answer | None, bool]:
    """Improves the goal at a position with an eye on those after it, never giving up an earlier one.

    Returns the solver's answer, and whether the best schedule got better: while goals 1 and 2 are worked on, in these,
    for what else changed costs as much to count as a search.
    """
    draft = build(options, apart=waiting_counts(options, goals, position))
    search = held_search(draft, goals, position, best, effort, clock, alone)
    if search is None:
        return None, False
    first_two = goals[position:FIRST_TWO]
    expressions = [goal_value(search.draft, goal.number) for goal in first_two or goals[position : position + AHEAD]]
    aim = weighted(expressions, search.draft)[0] if first_two else blend(expressions)
    search.tighten(aim)
    begun, before = search.values, search.value(aim)
    answer = search.minimize(aim, effort.seconds, tight=True)
    if first_two and search.value(aim) >= before:
        return answer, False
    return answer, search.values != begun and _offer_change(search, begun, goals, best)


def held_search(
    draft: Draft,
    goals: tuple[Goal, ...],
    position: int,
    best: Incumbent,
    effort: Effort,
    clock: Clock,
    alone: Alone | None = None,
) -> Search | None:
    """A search that starts from the best schedule and keeps the goals before the position; None if that can't be.

    alone: what each client could have alone, if the draft is to know it while later goals are worked on.
    """
    search = Search(draft, effort, clock.stop)
    if best.schedule is None or not search.start(best.schedule):
        return None
    search.hold_goals(goals[:position])
    if alone is not None and position >= FIRST_TWO:
        alone.post(draft, goals, best.values, position)
    return search


def offered(search: Search, goals: tuple[Goal, ...], best: Incumbent) -> bool:
    """Offers the schedule of a search about everybody; True if it is the best so far."""
    values = search.goal_values(goals)
    if best.schedule is not None and values >= best.values:
        return False
    return best.offer(search.schedule, values, search.missing())


def taken_over(search: Search, work: Work, position: int) -> bool:
    """The same in a run, which is told of the goal at the position where it got better."""
    better = offered(search, work.goals, work.best)
    if better:
        work.tell(position)
    return better


def _offer_change(search: Search, begun: tuple[int, ...] | None, goals: tuple[Goal, ...], best: Incumbent) -> bool:
    """Offers a schedule by what it changes: of those who are settled the draft knows no values."""
    after, found = search.goal_values(goals), search.values
    search.values = begun
    before = search.goal_values(goals)
    search.values = found
    changes = [new - old for new, old in zip(after, before, strict=True)]
    values = tuple(value + change for value, change in zip(best.values, changes, strict=True))
    return values < best.values and best.offer(search.schedule, values, search.missing())
