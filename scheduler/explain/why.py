"""The sentence Why of a shortfall."""

from __future__ import annotations

from scheduler.domain.calendar import hours
from scheduler.domain.evaluation import Evaluation, Shortfall
from scheduler.domain.outcome import Outcome
from scheduler.domain.rules import Requirement
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.case import Case
from scheduler.explain.hindrances import hindrance
from scheduler.explain.relaxed import Repair

MOST_WAYS = 2
MOST_PHRASES = 5


def why(week: Week, schedule: Schedule, case: Case, shortfall: Shortfall, limit: str) -> str:
    """The reason in words; limit: what is proven of all plans together, or blank."""
    hindrances = _in_the_way(week, schedule, case)
    if case.together:
        return (
            "Not for want of anything: a schedule that meets this plan and all that are met now exists, but the search "
            "ended before it found it. Solve again with a longer --time-limit."
        )
    if case.alone is False:
        return f"{_alone_at_best(case, shortfall)}{hindrances}"
    if case.alone is None:
        return f"Not settled in the time given (--explain-limit).{hindrances}"
    sure = "No schedule meets it beside the plans that are met (proven)"
    if case.together is None and hindrances:
        sure = "Likely no schedule meets it beside the plans that are met, but that is not proven"
    elif case.together is None:
        sure = "Whether a schedule meets it beside the plans that are met was not settled in the time given"
    met = "could be held" if case.is_group else "could have all that is due"
    return f"Alone, {case.subject} {met}. {sure}.{limit}{hindrances}"


def limit_of(week: Week, evaluation: Evaluation, outcome: Outcome) -> str:
    """What the proof of goal 1 says of the number of plans; blank without a proof or where weights blur it."""
    first = next((goal for goal in outcome.goals if goal.number == 1), None)
    plain = all(client.priority == 1 for client in week.active_clients)
    must_run = any(s.requirement is Requirement.MUST_RUN for s in evaluation.shortfalls)
    if first is None or not first.proven or must_run or not plain:
        return ""
    met = sum(account.met for account in evaluation.accounts)
    return f" No schedule meets more than {met} of {len(evaluation.accounts)} care plans (proven)."


def _alone_at_best(case: Case, shortfall: Shortfall) -> str:
    if case.is_group:
        return f"Even with nothing else to hold, {case.subject} could not be held {case.needed} times (proven)."
    best = case.best.get(shortfall)
    if best is None:
        return f"Even with everyone else gone, {case.subject} could not have a week that meets the plan (proven)."
    if best >= shortfall.needed:
        return (
            f"Even with everyone else gone, {case.subject} could have {_amount(shortfall, best)} only at the cost of "
            "another part of the plan (proven)."
        )
    due = f"{shortfall.needed} {'is' if shortfall.needed == 1 else 'are'}"
    if shortfall.requirement in (Requirement.HOURS, Requirement.DAY_LENGTH):
        due = f"{hours(shortfall.needed)} are"
    given = _amount(shortfall, best)
    return f"Even with everyone else gone, {case.subject} could have {given} at most, and {due} due (proven)."


def _amount(shortfall: Shortfall, value: int) -> str:
    if shortfall.requirement in (Requirement.HOURS, Requirement.DAY_LENGTH):
        return f"{hours(value)} hours"
    if shortfall.requirement in (Requirement.DAYS, Requirement.GAP):
        return f"{value} day{'s' * (value != 1)}"
    of = f" of {shortfall.detail}" if shortfall.requirement is not Requirement.INDIVIDUAL else ""
    what = {Requirement.INDIVIDUAL: "individual session", Requirement.APPOINTMENT: "appointment"}
    return f"{value} {what.get(shortfall.requirement, 'session')}{'s' * (value != 1)}{of}"


def _in_the_way(week: Week, schedule: Schedule, case: Case) -> str:
    ways = [_way(week, schedule, repair) for repair in case.ways[:MOST_WAYS] if repair.lifts]
    if not ways:
        return ""
    start = " It competes for: " if case.alone else " In the way: "
    return f"{start}{'. Or else: '.join(dict.fromkeys(ways))}."


def _way(week: Week, schedule: Schedule, repair: Repair) -> str:
    phrases = list(dict.fromkeys(hindrance(week, schedule, lift, repair.schedule) for lift, _ in repair.lifts))
    more = len(phrases) - MOST_PHRASES
    return "; and ".join(phrases[:MOST_PHRASES]) + (f"; and {more} more like these" if more > 0 else "")
