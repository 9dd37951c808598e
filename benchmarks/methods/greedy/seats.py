"""Seats by priority: each client gets what the care plan asks for, as long as there are seats."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.methods.greedy.desk import Desk, Session, Sheet
from scheduler.model.options import Admission


def by_priority(desk: Desk) -> list[Sheet]:
    return sorted(desk.sheets.values(), key=lambda sheet: (-sheet.client.priority, sheet.client.row))


def seat_promised(desk: Desk) -> None:
    """Attendances that a lock asks for."""
    for lock in desk.week.locks:
        if lock.must and lock.client in desk.sheets and lock.group:
            sheet = desk.sheets[lock.client]
            for admission in desk.admissions(sheet.client):
                slot = admission.slot
                if slot.group.name == lock.group and lock.day in (None, slot.day):
                    _choose_track(sheet, admission, desk)
                    _sit(desk, sheet, [admission])


def seat_everybody(desk: Desk, to_target: bool = False) -> None:
    """Whoever has no track yet gets the one that gives most of the minimum; then sessions till it is reached."""
    for sheet in by_priority(desk):
        if sheet.track is None and not desk.week.program.mix_tracks:
            sheet.track = _best_track(desk, sheet)
        _fill(desk, sheet, to_target)


def _choose_track(sheet: Sheet, admission: Admission, desk: Desk) -> None:
    if sheet.track is None and not desk.week.program.mix_tracks:
        sheet.track = next(iter(admission.tracks), None)


def _best_track(desk: Desk, sheet: Sheet) -> str:
    """The first of the client's tracks with which least is missing."""

    def missing(track: str) -> int:
        sheet.track = track
        _fill(desk, sheet, False)
        short = _missing(desk, sheet)
        for session in sheet.sits_in:
            session.clients.remove(sheet.client.name)
        sheet.sits_in.clear()
        sheet.track = None
        return short

    return min(sheet.client.tracks, key=missing)


def _missing(desk: Desk, sheet: Sheet) -> int:
    due = sum(60 * max(0, topic.least - sheet.of_topic(topic.topic)) for topic in sheet.plan.topics)
    days = 60 * max(0, sheet.plan.min_days - len(sheet.days()))
    return due + days + max(0, _groups_due(desk, sheet) - sheet.counted())


def _groups_due(desk: Desk, sheet: Sheet) -> int:
    """The minimum, less what individual sessions and appointments still to come will count."""
    if sheet.meets:
        return sheet.plan.min_minutes
    demands = desk.options.demands_of_client.get(sheet.client.name, ())
    return sheet.plan.min_minutes - sum(demand.sessions * demand.counted_minutes for demand in demands)


@dataclass(frozen=True)
class _Need:
    """What a client has and lacks before the next session is chosen."""

    days: set[int]
    short_days: set[int]
    topics: set[str]
    hours_missing: bool
    days_missing: bool


def _need(desk: Desk, sheet: Sheet, to_target: bool) -> _Need:
    plan, days = sheet.plan, sheet.days()
    return _Need(
        days=days,
        short_days={day for day in days if sheet.counted(day) < plan.min_minutes_per_day},
        topics={due.topic for due in plan.topics if sheet.of_topic(due.topic) < due.least},
        hours_missing=sheet.counted() < (plan.target_minutes if to_target else _groups_due(desk, sheet)),
        days_missing=len(days) < plan.min_days,
    )


def _fill(desk: Desk, sheet: Sheet, to_target: bool) -> None:
    admissions = desk.admissions(sheet.client)
    while True:
        need = _need(desk, sheet, to_target)
        ranks = ((_rank(desk, sheet, admission, need), place) for place, admission in enumerate(admissions))
        for _, place in sorted((rank, place) for rank, place in ranks if rank is not None):
            if _sit(desk, sheet, _whole(desk, admissions[place])):
                break
        else:
            return


def _rank(desk: Desk, sheet: Sheet, admission: Admission, need: _Need) -> tuple[int, ...] | None:
    """How much the client needs the session, less is more; None if not at all, or if it is full."""
    group, day = admission.slot.group, admission.slot.day
    session = desk.sessions.get(admission.slot.key)
    if session is None or len(session.clients) >= session.seats or session in sheet.sits_in:
        return None
    topic, day_short = group.topic in need.topics, day in need.short_days
    day_missing = need.days_missing and day not in need.days
    counts = group.counted_minutes > 0
    if not topic and not (counts and (day_short or day_missing or need.hours_missing)):
        return None
    new_day = day not in need.days and not day_missing
    start = session.placement.start
    return (not topic, not day_short, not day_missing, new_day, -group.counted_minutes, day, start)


def _whole(desk: Desk, admission: Admission) -> list[Admission]:
    """A cohort is taken whole."""
    if not admission.slot.group.cohort:
        return [admission]
    name = admission.slot.group.name
    return [a for a in desk.admissions(admission.client) if a.slot.group.name == name and a.slot.key in desk.sessions]


def _sit(desk: Desk, sheet: Sheet, admissions: list[Admission]) -> bool:
    """Takes the seats if all can be taken."""
    taken: list[Session] = []
    for admission in admissions:
        session = desk.sessions.get(admission.slot.key)
        if session is None or session in sheet.sits_in or not _may_sit(desk, sheet, admission, session):
            break
        sheet.sits_in.append(session)
        session.clients.append(sheet.client.name)
        taken.append(session)
    whole = len(taken) == len(admissions) and _cohort_is_whole(desk, sheet, admissions)
    for session in taken if not whole else ():
        sheet.sits_in.remove(session)
        session.clients.remove(sheet.client.name)
    return bool(taken) and whole


def _cohort_is_whole(desk: Desk, sheet: Sheet, admissions: list[Admission]) -> bool:
    group = admissions[0].slot.group
    if not group.cohort:
        return True
    client = sheet.client
    held = [k for k in desk.sessions if k[0] == group.name and client.first_day <= k[1] <= client.last_day]
    return len(held) == sum(s.slot.group.name == group.name for s in sheet.sits_in)


def _may_sit(desk: Desk, sheet: Sheet, admission: Admission, session: Session) -> bool:
    """Every hard rule that the seat could break."""
    slot, client, plan = admission.slot, sheet.client, sheet.plan
    placement = next((p for p in admission.placements if p.start == session.placement.start), None)
    program, topic = desk.week.program, slot.group.topic
    if placement is None or (sheet.track is not None and sheet.track not in placement.tracks):
        return False
    if len(session.clients) >= session.seats or set(session.facilitators) & set(client.avoid_clinicians):
        return False
    if not sheet.free(slot.day, placement.start, placement.end) or not sheet.may_count(
        slot.day, slot.group.counted_minutes
    ):
        return False
    if slot.group.counted_minutes > 0 and len(sheet.days() | {slot.day}) > plan.max_days:
        return False
    if program.same_topic_per_day and sheet.of_topic(topic, slot.day) >= program.same_topic_per_day:
        return False
    if program.individual_after_groups and any(m.day == slot.day and m.start < placement.end for m, _ in sheet.meets):
        return False
    return _topic_allows(sheet, session) and not _kept_apart(desk, client.name, session)


def _topic_allows(sheet: Sheet, session: Session) -> bool:
    topic = session.slot.group.topic
    for due in sheet.plan.topics:
        if due.topic != topic:
            continue
        if due.most is not None and sheet.of_topic(topic) >= due.most:
            return False
        others = {s.slot.group.name for s in sheet.sits_in if s.slot.group.topic == topic}
        if due.one_group and others - {session.slot.group.name}:
            return False
    return True


def _kept_apart(desk: Desk, client: str, session: Session) -> bool:
    pairs = {(p.client_a, p.client_b) for p in desk.week.keep_apart}
    return any((client, other) in pairs or (other, client) in pairs for other in session.clients)
