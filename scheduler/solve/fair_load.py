"""Goal 9 by itself: who leads what with everything else as it is, and how even the load could be at all."""

from __future__ import annotations

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.schedule import Kind
from scheduler.model.build import build, goal_value
from scheduler.model.draft import total
from scheduler.model.goals.choice import COVER_COST
from scheduler.model.goals.fair_load import available
from scheduler.model.options import Demand
from scheduler.model.rules.clinicians import may_lead
from scheduler.solve.call import Effort, call
from scheduler.solve.narrow import narrowed, plan_of
from scheduler.solve.polish import held_search, taken_over
from scheduler.solve.work import Work

CARE_SHORTFALL, CHOICE, STAFF_TIME, FAIR_LOAD = 2, 5, 8, 9
SECONDS = 5.0
MOST = 100


def led_fairly(work: Work) -> bool:
    """Whether a better goal 9 was found with every session, client and meeting as it is, and other facilitators."""
    position = work.place_of(FAIR_LOAD)
    if position is None or work.clock.over or work.bounds.proven(position, work.best.values):
        return False
    options = narrowed(work.options, plan_of(work.options, work.best.schedule_found))
    effort = Effort(min(SECONDS, work.clock.left), quick=True)
    draft = build(options)
    draft.cp.add_bool_and([*draft.attend.values(), *draft.given.values()])
    search = held_search(draft, work.goals, position, work.best, effort, work.clock)
    if search is None:
        return False
    search.minimize(goal_value(search.draft, FAIR_LOAD), effort.seconds)
    return taken_over(search, work, position)


def bound_of_load(work: Work) -> None:
    """A bound of goal 9 under the goals before it, from minutes alone: whoever does what, and at whatever times.

    Individual sessions and appointments are held but for what the care shortfall allows, by the cover clinician only as
    far as the choice does, and groups are led for the least staff time.
    """
    position = work.place_of(FAIR_LOAD)
    values = work.best.values
    if position is None or work.clock.over or work.bounds.proven(position, values):
        return
    cp = cp_model.CpModel()
    busy: dict[str, list[LinearExprT]] = {clinician.name: [] for clinician in work.options.week.clinicians}
    missing: dict[str, list[LinearExprT]] = {}
    by_cover: dict[str, list[LinearExprT]] = {}
    for demand in work.options.demands:
        held = {name: cp.new_int_var(0, demand.sessions, "") for name in _holders(work, demand)}
        cp.add(total(held.values()) <= demand.sessions)
        client = demand.client
        missing.setdefault(client.name, []).append(
            client.priority * demand.minutes * (demand.sessions - total(held.values()))
        )
        for name, times in held.items():
            busy[name].append(demand.minutes * times)
            if demand.kind is Kind.INDIVIDUAL and name == client.cover_clinician:
                by_cover.setdefault(client.name, []).append(COVER_COST * times)
    for number, given in ((CARE_SHORTFALL, missing), (CHOICE, by_cover)):
        place = work.place_of(number)
        if place is not None and place < position:
            _as_good(cp, given, work, place)
    leading = {name: cp.new_int_var(0, minutes, "") for name, minutes in sorted(_could_lead(work).items())}
    staff = work.place_of(STAFF_TIME)
    if staff is not None and staff < position:
        cp.add(total(leading.values()) >= work.bounds.bound(staff, values))
    load = cp.new_int_var(0, MOST, "")
    for clinician in work.options.week.clinicians:
        mine = total([*busy[clinician.name], leading.get(clinician.name, 0)])
        if not isinstance(mine, int) and available(clinician) > 0:
            cp.add(100 * mine <= available(clinician) * load)
    cp.minimize(load)
    answer = call(cp, Effort(min(SECONDS, work.clock.left)), work.clock.stop)
    work.bounds.add(position, answer.bound, values[:position])


def _holders(work: Work, demand: Demand) -> tuple[str, ...]:
    return tuple(sorted({offer.clinician for offer in work.options.offers_of_demand.get(demand.key, ())}))


def _could_lead(work: Work) -> dict[str, int]:
    """By clinician, minutes of all sessions that there could be for the clinician to lead."""
    minutes: dict[str, int] = {}
    for slot in work.options.slots:
        for clinician in work.options.week.clinicians:
            if may_lead(work.options.week, clinician, slot):
                minutes[clinician.name] = minutes.get(clinician.name, 0) + slot.group.minutes
    return minutes


def _as_good(cp: cp_model.CpModel, given: dict[str, list[LinearExprT]], work: Work, position: int) -> None:
    """What the goal at an earlier position leaves to each client, and to all.

    Of its value everybody has the least that each could have alone; more has a client only out of the rest.
    """
    least = work.alone.least.get(work.goals[position].number, {})
    rest = max(0, work.best.values[position] - sum(least.values()))
    more = {name: cp.new_int_var(0, rest, "") for name in sorted(given)}
    for name, terms in sorted(given.items()):
        cp.add(total(terms) <= least.get(name, 0) + more[name])
    cp.add(total(more.values()) <= rest)
