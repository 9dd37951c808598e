"""From a schedule to values of a draft's variables: where a search may start."""

from __future__ import annotations

from collections.abc import Iterator

from ortools.sat.python.cp_model import CpModel, IntVar

from scheduler.domain.schedule import Schedule
from scheduler.model.draft import Draft
from scheduler.solve.narrow import Plan
from scheduler.solve.taken import offers_taken


def decisions(draft: Draft, schedule: Schedule) -> dict[int, int]:
    """A value for every variable that decides something, by index: 1 for what the schedule holds, 0 for the rest.

    What the schedule holds and the draft does not know (a name that is gone, a time that no longer fits) is left out,
    so that the values need not be feasible.
    """
    chosen = {variable.index for variable in _sessions(draft, schedule)}
    chosen |= {variable.index for variable in _one_on_ones(draft, schedule)}
    return {variable.index: int(variable.index in chosen) for variable in deciding(draft)}


def planned(draft: Draft, plan: Plan) -> dict[int, int]:
    """The same for a plan; of its meetings those that have a start, where the draft has times of meetings."""
    there = plan.starts.items() & draft.at.keys()
    chosen = {draft.at[key, start].index for key, start in there} | {draft.held[key].index for key, _ in there}
    chosen |= {literal.index for key, literal in draft.attend.items() if key in plan.attending}
    chosen |= {literal.index for key, literal in draft.given.items() if key in plan.meetings}
    chosen |= {literal.index for (key, start), literal in draft.begin.items() if plan.meetings.get(key) == (start,)}
    chosen |= {literal.index for (key, name), literal in draft.lead.items() if name in plan.leaders.get(key, ())}
    chosen |= {literal.index for (key, pool), literal in draft.room.items() if pool in plan.pools.get(key, ())}
    return {variable.index: int(variable.index in chosen) for variable in deciding(draft)}


def begin_with(cp: CpModel, hints: dict[int, int]) -> None:
    """Lets the next search of the model begin with these values, by index of the variable, and with no others."""
    cp.clear_hints()
    hint = cp.proto.solution_hint
    hint.vars.extend(hints.keys())
    hint.values.extend(hints.values())


def deciding(draft: Draft) -> Iterator[IntVar]:
    """The variables that decide something; the values of all others follow from theirs."""
    for variables in (
        draft.held,
        draft.at,
        draft.lead,
        draft.room,
        draft.attend,
        draft.given,
        draft.begin,
        draft.place,
    ):
        yield from variables.values()


def _sessions(draft: Draft, schedule: Schedule) -> Iterator[IntVar]:
    for session in schedule.sessions:
        key = (session.group, session.day)
        there = draft.at.get((key, session.start))
        if there is None:
            continue
        yield draft.held[key]
        yield there
        yield from (draft.lead[key, name] for name in session.facilitators if (key, name) in draft.lead)
        yield from (draft.attend[name, *key] for name in session.clients if (name, *key) in draft.attend)
        pool = draft.options.pool_of_room.get(session.room or "")
        if pool is not None and (key, pool.key) in draft.room:
            yield draft.room[key, pool.key]


def _one_on_ones(draft: Draft, schedule: Schedule) -> Iterator[IntVar]:
    for key, meeting in offers_taken(draft.options, schedule).items():
        yield draft.given[key]
        if draft.coarse:
            continue
        yield draft.begin[key, meeting.start]
        pool = draft.options.pool_of_room.get(meeting.room or "")
        if pool is not None and (key, pool.key) in draft.place:
            yield draft.place[key, pool.key]
