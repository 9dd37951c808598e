"""What changed since last week, told to everyone it concerns."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.changes import Change, Concerns
from scheduler.domain.schedule import Schedule, schedule_of
from scheduler.report.differences import differences
from tests.report.sample import SCHEDULE, WEEK

FIRST = SCHEDULE.sessions[0]


def to(schedule: Schedule, before: Schedule = SCHEDULE) -> list[tuple[Concerns, str, str, str, str]]:
    return [(c.concerns, c.who, c.kind, c.before, c.after) for c in differences(WEEK, before, schedule)]


def with_first(**changes: object) -> Schedule:
    return schedule_of([replace(FIRST, **changes), *SCHEDULE.sessions[1:]], list(SCHEDULE.one_on_ones))  # type: ignore[arg-type]


def test_the_same_schedule_changes_nothing() -> None:
    """No news is an empty list."""
    assert to(SCHEDULE) == []


def test_a_new_start_moves_clients_group_clinician_and_room() -> None:
    """Everyone there is told from when to when."""
    moved = to(with_first(start=555, end=645))
    was, now = "Mon 09:00-10:30", "Mon 09:15-10:45"
    assert [change for change in moved if change[0] is Concerns.CLIENT] == [
        (Concerns.CLIENT, client, "Moved", was, now) for client in FIRST.clients
    ]
    lead, room = FIRST.facilitators[0], FIRST.room
    assert moved[len(FIRST.clients) :] == [
        (Concerns.GROUP, FIRST.group, "Moved", f"{was} with {lead}", f"{now} with {lead}"),
        (Concerns.CLINICIAN, lead, "Moved", was, now),
        (Concerns.ROOM, room, "Moved", was, now),
    ]


def test_another_facilitator_concerns_the_group_and_both_clinicians() -> None:
    """Clients keep their time and are told nothing."""
    changed = to(with_first(facilitators=("Clin 04",)))
    assert [(c[0], c[1], c[2]) for c in changed] == [
        (Concerns.GROUP, FIRST.group, "Moved"),
        (Concerns.CLINICIAN, FIRST.facilitators[0], "Gone"),
        (Concerns.CLINICIAN, "Clin 04", "Added"),
    ]


def test_a_client_who_left_is_said_to_have_left() -> None:
    """An id that is not in this week's workbook, and one that is on hold."""
    before = with_first(clients=(*FIRST.clients, "+16", "GONE"))
    sentences = {c.who: c.sentence for c in differences(WEEK, before, SCHEDULE)}
    assert sentences["+16"].endswith("is gone; the client is not active (on hold).")
    assert sentences["GONE"].endswith("is gone; the client is not in this week's workbook.")


def test_an_individual_session_moves_to_another_clinician() -> None:
    """The client's service moves; each clinician gains or loses it."""
    one = SCHEDULE.one_on_ones[0]
    after = Schedule(SCHEDULE.sessions, (replace(one, clinician="Clin 05"), *SCHEDULE.one_on_ones[1:]))
    changes = differences(WEEK, SCHEDULE, after)
    when = "Mon 13:00-14:00"
    assert changes[0] == Change(
        Concerns.CLIENT, one.client, "Moved", f"{when} with {one.clinician}", f"{when} with Clin 05",
        f"{one.client}: Individual moves from {when} with {one.clinician} to {when} with Clin 05.",
    )  # fmt: skip
    assert {(c.who, c.kind) for c in changes[1:]} == {(one.clinician, "Gone"), ("Clin 05", "Added")}
