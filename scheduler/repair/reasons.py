"""Why something of the earlier schedule is not kept: the rule that forbids it now, or the goal that asks for it.

The verifier is asked, not the solver: first whether the thing could be at all, then what putting it back would break,
then which goal putting it back would make worse.
"""

from __future__ import annotations

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
        self.known: dict[tuple[Activity, str | None], str] = {}

    def why_gone(self, activity: Activity, client: str | None = None) -> str:
        """Why it is not held so any more, or not attended by the client; blank where nothing can be told."""
        key = (activity, client)
        if key not in self.known:
            self.known[key] = self._why_gone(activity, client) if len(self.known) < MOST_ASKED else ""
        return self.known[key]

    def _why_gone(self, activity: Activity, client: str | None) -> str:
        alone = _alone(activity, client)
        broken = [finding for finding in verify(self.week, alone) if finding.rule in ALONE]
        if broken:
            return _words(broken[0])
        if client is not None and isinstance(activity, GroupSession) and not self._is_held(activity):
            return self.why_gone(activity) or f"{activity.name} is not held then any more."
        back = _with(self.after, activity, client)
        evaluation = evaluate(self.week, back)
        known = {(finding.rule, finding.message) for finding in self.base.findings}
        new = [finding for finding in evaluation.findings if (finding.rule, finding.message) not in known]
        return _words(new[0]) if new else self._worse_goal(evaluation.goals)

    def _is_held(self, session: GroupSession) -> bool:
        return any(
            (s.group, s.day, s.start) == (session.group, session.day, session.start) for s in self.after.sessions
        )

    def _worse_goal(self, goals: tuple[int, ...]) -> str:
        """The first goal that putting it back changes, if it makes that one worse."""
        for goal in goals_in_order(self.week.goal_ranks):
            kept, back = self.base.goals[goal.number - 1], goals[goal.number - 1]
            if back < kept:
                return ""
            if back > kept:
                return f"Goal {goal.number}, {goal.title}: {kept} {goal.unit}, and {back} with it."
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
