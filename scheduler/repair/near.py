"""The small part of a week that a repair usually touches: those whom the change concerns are free, the rest stays.

Everything of the present schedule stays possible, so that a good repair is found at once; whether a better one lies
further away is for the whole week's draft to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scheduler.domain.evaluation import Finding
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.model.options import Admission, Options, Slot
from scheduler.repair.moment import Activity, Moment, activities
from scheduler.repair.people import newcomers
from scheduler.solve.narrow import narrowed, plan_of
from scheduler.verify import evaluate


@dataclass(frozen=True)
class _Free:
    """Who and what may change: clients, groups, and the one-on-ones (client, service) that are held at present."""

    clients: frozenset[str]
    groups: frozenset[str]
    meetings: frozenset[tuple[str, str]]


def near(options: Options, present: Schedule, since: Moment, care_first: bool = False) -> Options:
    """Options of whom a broken rule concerns, of newcomers, and (care first) of whose care plan is short.

    Sessions of other groups keep time and facilitators, other one-on-ones of these clients their time.
    """
    free = _free(options, present, since, care_first)
    plan = plan_of(options, present)
    small = narrowed(options, plan, free.clients, free.groups)
    staying = {(meeting.client, meeting.service) for meeting in present.one_on_ones} - free.meetings
    offers = tuple(
        offer
        for offer in small.offers
        if offer.key in plan.meetings or (offer.demand.client.name, offer.demand.service) not in staying
    )
    led = _with_present_leaders(replace(small, offers=offers), present, free.groups)
    return _with_past(led, options, since)


def _free(options: Options, present: Schedule, since: Moment, care_first: bool) -> _Free:
    evaluation = evaluate(options.week, present)
    concerned = [finding for finding in evaluation.findings if not _is_past(finding, since)]
    touched = _in_each_others_way(concerned, present, since)
    meetings = {(activity.client, activity.service) for activity in touched if isinstance(activity, OneOnOne)}
    clients = {*_clients(concerned, present), *(client for client, _ in meetings), *newcomers(options.week, present)}
    if care_first:
        clients |= {account.client for account in evaluation.accounts if not account.met}
    groups = {finding.subject.group for finding in concerned if finding.subject.group is not None}
    groups |= {activity.group for activity in touched if isinstance(activity, GroupSession)}
    subjects = (finding.subject for finding in concerned)
    meetings |= {(s.client, s.service) for s in subjects if s.client is not None and s.service is not None}
    return _Free(frozenset(clients), frozenset(groups), frozenset(meetings))


def _is_past(finding: Finding, since: Moment) -> bool:
    return finding.subject.day is not None and finding.subject.day < since.day


def _in_each_others_way(concerned: list[Finding], present: Schedule, since: Moment) -> list[Activity]:
    """What a finding is about, and all that happens at that time with the same people or in the same room."""
    open_still = [a for a in activities(present) if not since.is_after(a.day, a.start)]
    about = [activity for activity in open_still if any(_is_about(finding, activity) for finding in concerned)]
    return [other for other in open_still if any(_clash(activity, other) for activity in about)]


def _is_about(finding: Finding, activity: Activity) -> bool:
    subject = finding.subject
    if isinstance(activity, GroupSession):
        return (subject.group, subject.day) == (activity.group, activity.day)
    return (subject.client, subject.service, subject.day) == (activity.client, activity.service, activity.day)


def _clash(one: Activity, other: Activity) -> bool:
    together = one.day == other.day and one.start < other.end and other.start < one.end
    return together and bool(_takes(one) & _takes(other))


def _takes(activity: Activity) -> set[tuple[str, str]]:
    if isinstance(activity, GroupSession):
        people = [("client", name) for name in activity.clients]
        people += [("clinician", name) for name in activity.facilitators]
    else:
        people = [("client", activity.client), ("clinician", activity.clinician)]
    return {*people, ("room", activity.room)} if activity.room else set(people)


def _clients(concerned: Iterable[Finding], present: Schedule) -> Iterable[str]:
    """Whom a finding names, and all who are in a session that it is about."""
    for finding in concerned:
        subject = finding.subject
        if subject.client is not None:
            yield subject.client
            continue
        for session in present.sessions:
            if session.group == subject.group and subject.day in (None, session.day):
                yield from session.clients


def _with_present_leaders(small: Options, present: Schedule, free: frozenset[str]) -> Options:
    leaders = {(session.group, session.day): session.facilitators for session in present.sessions}
    slots = {slot.key: _led_by(slot, leaders.get(slot.key), free) for slot in small.slots}
    return replace(
        small, slots=tuple(slots.values()), admissions=tuple(_in(slots, admission) for admission in small.admissions)
    )


def _led_by(slot: Slot, leaders: tuple[str, ...] | None, free: frozenset[str]) -> Slot:
    if leaders is None or slot.group.name in free:
        return slot
    return replace(slot, group=replace(slot.group, clinicians=leaders))


def _in(slots: dict[tuple[str, int], Slot], admission: Admission) -> Admission:
    slot = slots[admission.slot.key]
    cohort = admission.slot.group.cohort
    return replace(admission, slot=replace(slot, group=replace(slot.group, cohort=cohort)))


def _with_past(small: Options, options: Options, since: Moment) -> Options:
    """What has happened is an option whatever became of it."""
    known = {offer.key for offer in small.offers}
    lost = [o for o in options.offers if o.key not in known and since.is_after(o.day, o.starts[0])]
    return replace(small, offers=(*small.offers, *lost))
