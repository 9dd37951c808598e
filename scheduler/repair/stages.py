"""What is made small, one after another, over one draft: people told, changes, and the goals."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from scheduler.domain.outcome import Progress
from scheduler.domain.rules import GOALS
from scheduler.domain.schedule import Schedule
from scheduler.model.build import goal_value
from scheduler.model.draft import total
from scheduler.model.options import Options
from scheduler.repair.edits import NO_EDITS, Edits, edits_lost
from scheduler.repair.given import Given, build_given
from scheduler.repair.moment import Moment, split
from scheduler.repair.people import changes_made, newcomers, people_told
from scheduler.solve.call import Effort
from scheduler.solve.extract import extract
from scheduler.solve.search import Search

BREACHES, PEOPLE, CHANGES, EDITS = 100, 101, 102, 103
"""Numbers of what is made small here beside the goals of the catalogue."""

LEAST_SECONDS = 0.2
SHARE = 0.4

_TITLES = {
    BREACHES: "Rules broken by the past",
    PEOPLE: "People told",
    CHANGES: "Changes",
    EDITS: "Edits not kept",
    **{goal.number: goal.title for goal in GOALS},
}


def title_of(number: int) -> str:
    """What progress calls it."""
    return _TITLES[number]


@dataclass(frozen=True, slots=True)
class Tally:
    """A count that was made small. proven: no schedule that keeps what goes before it has less."""

    value: int
    bound: int | None
    proven: bool


NOTHING = Tally(0, None, False)


@dataclass(frozen=True)
class Setting:
    """What is the same for all drafts of one repair. order: numbers of what is made small, first first."""

    present: Schedule
    since: Moment
    order: tuple[int, ...]
    effort: Effort
    stop: threading.Event
    report: Callable[[Progress], None]
    began: float
    edits: Edits = NO_EDITS

    @property
    def leading(self) -> tuple[int, ...]:
        """What decides who is told, and what comes before it."""
        return (BREACHES, EDITS, *self.order[: self.order.index(CHANGES) + 1])

    @property
    def following(self) -> tuple[int, ...]:
        return self.order[self.order.index(CHANGES) + 1 :]

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began


class Stages:
    """One draft, and the best schedule in it so far."""

    def __init__(self, setting: Setting, options: Options, loose: bool = False, coarse: bool = False) -> None:
        self.setting = setting
        past, rest = split(setting.present, setting.since)
        self.given: Given = build_given(options, past, loose, coarse)
        draft = self.given.draft
        self.told = people_told(self.given, rest, newcomers(options.week, setting.present))
        draft.goals[PEOPLE] = total(self.told)
        draft.goals[CHANGES] = changes_made(draft, rest)
        draft.goals[BREACHES] = self.given.slack
        draft.goals[EDITS] = edits_lost(draft, setting.edits)
        self.search = Search(draft, setting.effort, setting.stop)
        self.reached: dict[int, Tally] = {}

    def begin(self, start: Schedule, until: float) -> bool | None:
        """Whether there is a right schedule to begin with, from this one or any; None: none was found in the time."""
        if self.search.start(start):
            return True
        self.search.start(self.setting.present, keep_all=False)
        answer = self.search.first(self._seconds(until, 1.0))
        if answer.values is not None:
            return True
        return False if answer.infeasible else None

    def run(self, numbers: Iterable[int], until: float) -> dict[int, Tally]:
        """Makes these small in order, each held once it is worked on; until: seconds since the repair began.

        When people and care are settled, whoever is not told by then is not told at all: the rest is quick so.
        """
        for number in numbers:
            if {PEOPLE, CHANGES, 1, 2} <= self.reached.keys():
                self._settle()
            self.reached[number] = self._make_small(number, until)
        return self.reached

    def _settle(self) -> None:
        """Fixes who is not told; done once, the second time it finds nothing to fix."""
        untold = [literal for literal in self.told if not self.search.value(literal)]
        self.told = tuple(literal for literal in self.told if self.search.value(literal))
        for literal in untold:
            self.given.draft.cp.add(literal == 0)

    def bounds(self, reached: dict[int, Tally], numbers: Iterable[int], until: float) -> dict[int, Tally]:
        """The tallies with bounds of these from this draft, a relaxation: what it cannot better, no schedule can."""
        result = dict(reached)
        for number in numbers:
            expression = goal_value(self.given.draft, number)
            value = reached[number].value
            if isinstance(expression, int):
                result[number] = Tally(value, value, True)
                continue
            if self.setting.stop.is_set() or self.setting.elapsed >= until:
                break
            answer = self.search.minimize(expression, self._seconds(until, SHARE))
            if answer.bound is not None:
                result[number] = Tally(value, min(value, answer.bound), answer.bound >= value)
            self.search.values = None
            self.search.hold(expression, value)
        return result

    def found(self) -> Schedule:
        """What was found from the moment on; the past, in whatever rooms it was, is not looked at again."""
        draft, since = self.given.draft, self.setting.since
        values = self.search.values or ()
        slots = (slot for slot in draft.options.slots if not since.is_after(slot.day, slot.placements[0].start))
        offers = (offer for offer in draft.options.offers if not since.is_after(offer.day, offer.starts[0]))
        still_open = replace(draft.options, slots=tuple(slots), offers=tuple(offers))
        return extract(replace(draft, options=still_open), lambda variable: values[variable.index])

    def _seconds(self, until: float, share: float) -> float:
        return max((until - self.setting.elapsed) * share, LEAST_SECONDS)

    def _make_small(self, number: int, until: float) -> Tally:
        expression = goal_value(self.given.draft, number)
        if isinstance(expression, int):
            return Tally(expression, expression, True)

        def report(value: int, bound: int) -> None:
            self.setting.report(Progress(title_of(number), value, None, self.setting.elapsed))

        answer = self.search.improve(number, self._seconds(until, SHARE), report)
        if len(self.search.values or ()) < len(self.given.draft.cp.proto.variables):
            # A past that breaks rules may not fit what a goal measures by: then the verifier alone counts it.
            return NOTHING
        value = self.search.value(expression)
        self.search.hold(expression)
        return Tally(value, answer.bound, answer.proven)
