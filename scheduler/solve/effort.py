"""Which kind of search suits a week."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.outcome import Settings
from scheduler.model.options import Options
from scheduler.solve.call import Effort

PORTFOLIO, OF_SMALL, NEVER_ALL_PROVEN = 4, 8, 3_000
"""Workers for weeks with times to choose and more options than the last: no run proves all of their goals, so that
there is no one schedule to come back to, and several kinds of search get much further than one. The second: for goals 1
and 2 of a small week, eight even on two cores."""
LEANING, FIXED_PORTFOLIO = ("max_lp",), 3
"""With times fixed, what one worker did not prove wants one that leans on the relaxation and two that search around the
best; further kinds of search find less and take their time."""
PROVING = ("max_lp", "core")
"""For a later goal: one that leans on the relaxation and one that raises the bound by what can't be had together. Both
search within what nobody can be above, which is so little that they find more than those around the best."""
ANSWERING = ("no_lp", "quick_restart_no_lp")
"""For a question without objective, beside the local search that one of two workers then does. It answers most of them,
sooner than presolve would end."""
NEVER_REPEATED = 20_000
"""Options beyond which hardly any run proves all goals of a week with its times fixed."""

SMALL_SIZE, FEW_CLIENTS = 6_000, 40
"""Options up to which, or clients below which, a week is small."""


def small(options: Options) -> bool:
    """Whether the whole week is best searched at once before any neighbourhood, and in such a way that it ends with the
    same schedule each time."""
    return options.size <= SMALL_SIZE or len(options.clients) < FEW_CLIENTS


def small_to_choose(options: Options) -> bool:
    """Whether a small week has times to choose: eight workers then search it whole for goals 1 and 2."""
    return options.movable and small(options)


def effort_for(options: Options, seconds: float, settings: Settings) -> Effort:
    """One worker where that can prove a week, so that equal input gives equal output.

    With times known, it leans on the linear relaxation; with times to choose, one does without. A user who asks for
    several workers gets the solver's own portfolio, faster here and there and never the same twice.
    """
    if not options.movable:
        return Effort(seconds, settings.workers or 1, settings.seed, linearization=2)
    workers = settings.workers or (PORTFOLIO if options.size > NEVER_ALL_PROVEN else 1)
    return Effort(seconds, workers, settings.seed, linearization=0 if workers == 1 else None)


def several(options: Options, effort: Effort) -> Effort:
    """Several kinds of search at once, for what neither one worker nor any bound has settled."""
    if options.movable:
        workers = OF_SMALL if small(options) else PORTFOLIO
        return replace(effort, workers=max(effort.workers, workers), linearization=None)
    workers = max(effort.workers, FIXED_PORTFOLIO)
    return replace(effort, workers=workers, linearization=None, patient=False, kinds=LEANING)


def of_two(effort: Effort, above: int | None = None) -> Effort:
    """Two workers of the solver's own choice, who know the linear relaxation of what matters most to it: for an outline
    with times to choose; above: only if its relaxation proves more than this."""
    return replace(effort, workers=2, linearization=1, kinds=(), above=above)


def proving(options: Options, effort: Effort) -> Effort:
    """The same for a later goal, where little is left open; presolve is brief, for it takes longer than it helps."""
    if options.movable:
        return several(options, effort)
    return replace(_of_proving(effort), patient=False)


def proving_small(effort: Effort) -> Effort:
    """The same for all of a small week: in step, so that it ends with the same schedule each time."""
    return replace(_of_proving(effort), in_step=True)


def _of_proving(effort: Effort) -> Effort:
    return replace(effort, workers=max(effort.workers, len(PROVING)), linearization=None, kinds=PROVING, brief=True)


def proving_a_part(week: Options, part: Options, seconds: float, settings: Settings) -> Effort:
    """The same for a part of the week's options; by one worker where the week is small."""
    effort = effort_for(part, seconds, settings)
    return replace(effort, brief=True) if small(week) else proving(part, effort)


def answering(options: Options, seconds: float, settings: Settings) -> Effort:
    """For a question without objective: is there anything at all?

    Where all goals of the week may be proven the workers keep step, so that equal input gives equal output.
    """
    workers = max(settings.workers or 1, len(ANSWERING))
    in_step = not options.movable and options.size <= NEVER_REPEATED
    return Effort(seconds, workers, settings.seed, linearization=None, quick=True, kinds=ANSWERING, in_step=in_step)
