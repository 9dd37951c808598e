"""Why something is not kept, or is new: the rule that forbids or needs it, or the goal that asks for it.

The verifier is asked, not the solver: first whether the thing could be at all, then what putting it back (or leaving it
out) would break, then which goal that would make worse.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scheduler.domain.evaluation import Finding
from scheduler.domain.rules import goals_in_order
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.repair.moment import Activity
from scheduler.verify import evaluate, verify

ALONE = frozenset({"H2", "H3", "H7", "H8", "H9", "H14"})
"""Rules that one activity can break by itself."""

MOST_ASKED = 100
"""Reasons looked for in one comparison; a schedule that is new from end to end needs none."""


class Reasons:
    """Answers for one week and its new schedule; the same question is worked out once."""

    def __init__(self, week: Week, after: Schedule) -> None:
        self.week, self.after = week, after
        self.base = evaluate(week, after)
        self.known: dict[tuple[str, Activity, str | None], str] = {}

    def why_gone(self, activity: Activity, client: str | None = None) -> str:
        """Why it is not held so any more, or not attended by the client; blank where nothing can be told."""
        return self._once("gone", activity, client, self._why_gone)

    def why_new(self, activity: Activity, client: str | None = None) -> str:
        """What it is good for that it is held, or attended by the client; blank where nothing can be told."""
        return self._once("new", activity, client, self._why_new)

    def _once(
        self, kind: str, activity: Activity, client: str | None, why: Callable[[Activity, str | None], str]
    ) -> str:
        key = (kind, activity, client)
        if key not in self.known:
            self.known[key] = why(activity, client) if len(self.known) < MOST_ASKED else ""
        return self.known[key]

    def _why_gone(self, activity: Activity, client: str | None) -> str:
        broken = [finding for finding in verify(self.week, _alone(activity, client)) if finding.rule in ALONE]
        if broken:
            return _words(broken[0])
        if client is not None and isinstance(activity, GroupSession) and not self._is_held(activity):
            return self.why_gone(activity) or f"{activity.name} is not held then any more."
        return self._without_the_change(_with(self.after, activity, client), "with it")

    def _why_new(self, activity: Activity, client: str | None) -> str:
        return self._without_the_change(_left_out(self.after, activity, client), "without it")

    def _without_the_change(self, other: Schedule, so: str) -> str:
        """What the other schedule breaks, or the first goal that it changes, if it makes that one worse."""
        evaluation = evaluate(self.week, other)
        known = {(finding.rule, finding.message) for finding in self.base.findings}
        new = [finding for finding in evaluation.findings if (finding.rule, finding.message) not in known]
        return _words(new[0]) if new else self._worse_goal(evaluation.goals, so)

    def _is_held(self, session: GroupSession) -> bool:
        return any(
            (s.group, s.day, s.start) == (session.group, session.day, session.start) for s in self.after.sessions
        )

    def _worse_goal(self, goals: tuple[int, ...], so: str) -> str:
        for goal in goals_in_order(self.week.goal_ranks):
            now, then = self.base.goals[goal.number - 1], goals[goal.number - 1]
            if then != now:
                return f"Goal {goal.number}, {goal.title}: {now} {goal.unit}, and {then} {so}." if then > now else ""
        return ""


def _words(finding: Finding) -> str:
    return f"{finding.rule}: {finding.message}"


def _alone(activity: Activity, client: str | None) -> Schedule:
    if isinstance(activity, OneOnOne):
        return Schedule((), (activity,))
    return Schedule((replace(activity, clients=() if client is None else (client,)),), ())


def _with(schedule: Schedule, activity: Activity, client: str | None) -> Schedule:
    """The schedule with the thing put back, in place of what has taken its place."""
    if isinstance(activity, OneOnOne):
        return _with_one_on_one(schedule, activity)
    there = [s for s in schedule.sessions if (s.group, s.day) == (activity.group, activity.day)]
    others = [s for s in schedule.sessions if s not in there]
    if client is not None:
        joined = [replace(s, clients=tuple(sorted({*s.clients, client}))) for s in there]
    else:
        joined = [replace(activity, clients=there[0].clients if there else activity.clients)]
    return schedule_of([*others, *joined], list(schedule.one_on_ones))


def _with_one_on_one(schedule: Schedule, meeting: OneOnOne) -> Schedule:
    same = [o for o in schedule.one_on_ones if (o.client, o.service) == (meeting.client, meeting.service)]
    same.sort(key=lambda o: (o.day != meeting.day, o.day, o.start))
    others = [o for o in schedule.one_on_ones if o not in same[:1]]
    return schedule_of(list(schedule.sessions), [*others, meeting])


def _left_out(schedule: Schedule, activity: Activity, client: str | None) -> Schedule:
    if isinstance(activity, OneOnOne):
        return Schedule(schedule.sessions, tuple(o for o in schedule.one_on_ones if o != activity))
    if client is None:
        return Schedule(tuple(s for s in schedule.sessions if s != activity), schedule.one_on_ones)
    without = replace(activity, clients=tuple(name for name in activity.clients if name != client))
    return Schedule(tuple(without if s == activity else s for s in schedule.sessions), schedule.one_on_ones)
