"""Groups at other times, for those whom a timetable leaves short.

Who lacks more than he or she could have alone tells which groups would have to be at other times, as few as can be.
Then everybody is asked at once: with these groups at any time and all others at theirs, can those have what they could
have alone, without anybody new lacking more? So few times are open in such a question that local search mostly answers
it in half a second, where of a week with all times open it finds nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from random import Random

from scheduler.domain.people import Client
from scheduler.model.build import build, goal_of_client
from scheduler.model.draft import Draft, total
from scheduler.solve.answered import Limits, answered, found_at_times, time_to_build
from scheduler.solve.call import Answer, Effort, call
from scheduler.solve.fair_load import CARE_SHORTFALL
from scheduler.solve.narrow import Plan, at_times, plan_of
from scheduler.solve.outlined import given_plan
from scheduler.solve.values import value_of
from scheduler.solve.work import Work

QUESTION_SECONDS, WISH_SECONDS = 3.0, 1.0
"""For a question about everybody, for each of its steps, and about one client."""
MOST_AT_ONCE = 8
"""Clients whose wishes are tried together."""
TRIALS = 6
"""How often a client is tried in vain until he or she is left short."""
HOPELESS = 2
"""Questions in vain, with no wish granted before, after which none will be: clinicians, rooms or seats are short then,
and not times."""
MORE_GROUPS = 3
"""Further groups at any time, by chance, for each two times a client was tried in vain."""
ABOUT_ALIKE = (10, 14)
"""Between these is what each session at another time counts, so that a client wishes others the next time."""


@dataclass(frozen=True)
class _Wish:
    """lacking: what the care plan would still lack, as goal 2 counts it; groups: those that would have to move."""

    client: str
    lacking: int
    groups: frozenset[str]


class Retimed:
    """Works on the best schedule of a week with times to choose. plan: starts of all sessions, held or not."""

    def __init__(self, work: Work, timetable: Plan) -> None:
        self.work = work
        self.starts = dict(timetable.starts)
        self.rng = Random(work.settings.seed)
        self.tried: Counter[str] = Counter()

    @property
    def plan(self) -> Plan:
        """The best schedule, with sessions that are not held at the times at which they could be."""
        plan = plan_of(self.work.options, self.work.best.schedule_found)
        return replace(plan, starts=self.starts | plan.starts)

    def go(self, seconds: float) -> None:
        """Tries wishes for so long at the most, more at once after each that could be granted, fewer after any other;
        no longer if the first are all in vain.

        Of those who are short it must be known what they could have alone.
        """
        until = self.work.clock.elapsed + seconds
        at_once, asked, any_granted = 1, 0, False
        while (any_granted or asked < HOPELESS) and not self.work.clock.over and self.work.clock.elapsed < until:
            wishes = self._wishes(at_once, until)
            if not wishes:
                return
            asked += 1
            if self._granted(wishes, until):
                at_once, any_granted = min(MOST_AT_ONCE, 2 * at_once), True
                continue
            if len(wishes) == 1:
                self.tried[wishes[0].client] += 1
            at_once = (len(wishes) + 1) // 2

    def _short(self) -> list[str]:
        """Those who lack more than they would alone, the least tried first, of these those who could lack nothing."""
        least, short = self.work.alone.least[CARE_SHORTFALL], self.work.short_of_alone
        return sorted(short, key=lambda name: (self.tried[name], least.get(name, 0) > 0, self.rng.random()))

    def _wishes(self, most: int, until: float) -> list[_Wish]:
        """One of each client whose turn it is, of so many at the most."""
        wishes: list[_Wish] = []
        for name in self._short():
            if len(wishes) == most or self.work.clock.elapsed >= until:
                break
            if self.tried[name] >= TRIALS:
                continue
            wish = self._wish(self.work.options.week.client_by_name[name])
            if wish is None:
                self.tried[name] = TRIALS
            else:
                wishes.append(wish)
        return wishes

    def _wish(self, client: Client) -> _Wish | None:
        """The best week of the client alone with as few sessions as can be at other times; None: he or she has it."""
        draft = self.work.alone.draft_about(client, coarse=True)
        lacks = goal_of_client(draft, CARE_SHORTFALL, client)
        lacking = self.work.alone.least[CARE_SHORTFALL].get(client.name, 0)
        if lacking and not isinstance(lacks, int):
            # That is only what has been proven; it may be less than can be had.
            draft.cp.minimize(lacks)
            answer = self._asked(draft)
            if answer.values is None:
                return None
            lacking = value_of(lacks, answer.values)
        if lacking >= self.work.best.missing[client.name]:
            return None
        starts = self.plan.starts
        if not isinstance(lacks, int):
            draft.cp.add(lacks <= lacking)
        elsewhere = {at: literal for at, literal in draft.at.items() if starts.get(at[0]) != at[1]}
        draft.cp.minimize(total(self.rng.randint(*ABOUT_ALIKE) * literal for literal in elsewhere.values()))
        values = self._asked(draft).values
        if values is None:
            return None
        groups = {group for ((group, _), _), literal in elsewhere.items() if values[literal.index]}
        return _Wish(client.name, lacking, frozenset(groups | self._by_chance(client.name)))

    def _asked(self, draft: Draft) -> Answer:
        return call(draft.cp, Effort(min(WISH_SECONDS, self.work.clock.left), quick=True), self.work.clock.stop)

    def _by_chance(self, name: str) -> set[str]:
        groups = sorted(self.work.options.slots_of_group)
        return set(self.rng.sample(groups, min(len(groups), MORE_GROUPS * (self.tried[name] // 2))))

    def _granted(self, wishes: list[_Wish], until: float) -> bool:
        """Whether a schedule was found in which these clients have their wish, and nobody new lacks more than alone."""
        plan, limits = self.plan, self._limits(wishes)
        groups = frozenset[str]().union(*(wish.groups for wish in wishes))
        options = at_times(self.work.options, plan, groups)
        if not time_to_build(self.work, options, until):
            return False
        draft = build(options, coarse=True)
        outline = answered(draft, self.work, limits, self._seconds(until)).values
        if outline is None:
            return False
        wished = given_plan(draft, outline)
        found = found_at_times(self.work, wished, limits, self.work.clock.elapsed + self._seconds(until))
        if found:
            self.starts |= wished.starts
        return found

    def _limits(self, wishes: list[_Wish]) -> Limits:
        """Others who are short lack no more than now, or anything where a wish was tried in vain so.

        No more care plans are missed than now, so that no session that must run is given up.
        """
        least, missing = self.work.alone.least[CARE_SHORTFALL], self.work.best.missing
        short = self.work.short_of_alone
        others = (client.name for client in self.work.options.clients if client.name not in short)
        limits = {name: least.get(name, 0) for name in others}
        if not any(self.tried[wish.client] % 2 for wish in wishes):
            limits |= {name: missing[name] for name in short}
        return Limits(self.work.best.values[:1], limits | {wish.client: wish.lacking for wish in wishes})

    def _seconds(self, until: float) -> float:
        return min(QUESTION_SECONDS, until - self.work.clock.elapsed)
