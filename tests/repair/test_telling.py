"""Every move in a sentence, with the rule or goal that asks for it."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.changes import Change
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.repair import changes_between, plain_changes
from tests.repair.site import CLIENTS, ELEVEN, FRI, THU, WED, away, client, group, meeting, present, site


def told(week: Week, before: Schedule, after: Schedule, *, of: str) -> list[Change]:
    return [change for change in changes_between(week, before, after) if change.who == of]


def without(schedule: Schedule, client: str, group: str, day: int) -> Schedule:
    """The schedule without one attendance."""
    sessions = [
        replace(s, clients=tuple(c for c in s.clients if c != client)) if (s.group, s.day) == (group, day) else s
        for s in schedule.sessions
    ]
    return Schedule(tuple(sessions), schedule.one_on_ones)


def test_same_schedule_says_nothing() -> None:
    """Nothing differs, nothing is told."""
    assert changes_between(site(), present(), present()) == ()


def test_session_gone_says_the_closure() -> None:
    """Whoever was in it, led it or hosted it hears why."""
    after = Schedule(tuple(s for s in present().sessions if (s.group, s.day) != ("Process", WED)))
    changes = changes_between(site(closures=away("Ann", WED)), present(), after)
    assert [(c.concerns.value, c.who, c.kind) for c in changes] == [
        *(("Client", name, "Gone") for name in CLIENTS),
        ("Group", "Process", "Gone"),
        ("Clinician", "Ann", "Gone"),
        ("Room", "Elm", "Gone"),
    ]
    assert {c.reason for c in changes} == {
        "H14: Process Wed 09:00-10:00 lies in the closure of Ann 00:00-24:00 (away)."
    }
    assert changes[0].sentence == "C1: Process on Wed 09:00-10:00 is gone."


def test_substitute_is_a_change_of_the_group_and_of_two_clinicians() -> None:
    """Clients are not told who leads."""
    sessions = [
        replace(s, facilitators=("Bob",)) if (s.group, s.day) == ("Process", WED) else s for s in present().sessions
    ]
    changes = changes_between(site(closures=away("Ann", WED)), present(), Schedule(tuple(sessions)))
    assert [(c.who, c.kind, c.before, c.after) for c in changes] == [
        ("Process", "Clinician", "Wed 09:00-10:00 Ann Elm", "Wed 09:00-10:00 Bob Elm"),
        ("Ann", "Gone", "Wed 09:00-10:00", ""),
        ("Bob", "Added", "", "Wed 09:00-10:00"),
    ]
    assert changes[0].sentence == "Process on Wed 09:00-10:00 is with Bob instead of Ann."


def test_seat_lost_says_the_rule_that_putting_it_back_would_break() -> None:
    """With three places for four clients, the fourth hears of Max clients."""
    week = site(groups=(group("Process", 540, max_clients=3), group("Skills", 600)))
    after = present()
    for day in (0, WED, FRI):
        after = without(after, "C4", "Process", day)
    reasons = {change.reason for change in told(week, present(), after, of="C4")}
    assert len(reasons) == 3 and all(reason.startswith("H5: Process ") for reason in reasons)


def test_nothing_forbids_it_but_a_goal_asks() -> None:
    """An hour beyond the cover clinician's cost is asked for by Choice."""
    clients = (client("C1", individual_sessions=1, primary_clinician="Ann", cover_clinician="Bob"), client("C2"))
    before = Schedule((), (meeting("C1", THU, ELEVEN, "Bob"),))
    after = Schedule((), (meeting("C1", THU, ELEVEN, "Ann"),))
    change = told(site(clients=clients), before, after, of="C1")[0]
    assert (change.kind, change.reason) == ("Clinician", "Goal 5, Choice: 0 minutes, and 60 with it.")


def test_what_is_new_says_the_goal_it_serves() -> None:
    """Without the sixth hour C1's plan would not be met."""
    before = without(present(), "C1", "Process", WED)
    change = told(site(), before, present(), of="C1")[0]
    assert (change.kind, change.reason) == ("Added", "Goal 1, Care plans missed: 0 clients, and 1 without it.")


def test_client_who_left_and_one_who_came() -> None:
    """The workbook says why there is nothing; who is new is said to be."""
    clients = (client("C1", active=False, inactive_reason="on hold"), client("C2"))
    before = Schedule((), (meeting("C1", THU, ELEVEN, "Bob"),))
    after = Schedule((), (meeting("C2", THU, ELEVEN, "Bob"),))
    changes = changes_between(site(clients=clients), before, after)
    assert changes[0].reason == "C1 is not scheduled this week: on hold."
    assert changes[1].sentence == "C2: Individual on Thu 11:00-12:00 Bob Oak is new (not in the schedule before)."


def test_move_to_another_group_of_the_topic_is_one_sentence() -> None:
    """Gone here and new there, of one topic, is a move."""
    groups = (group("Process A", 540, topic="Process"), group("Process B", 600, topic="Process"))
    sessions = present().sessions[:2]
    before = (replace(sessions[0], group="Process A"), replace(sessions[1], group="Process B", clients=CLIENTS[1:]))
    after = (replace(before[0], clients=CLIENTS[1:]), replace(before[1], clients=CLIENTS))
    week = site(groups=groups)
    change = told(week, Schedule(before), Schedule(after), of="C1")[0]
    assert change.sentence == "C1 moves from Process A (Mon 09:00-10:00) to Process B (Mon 10:00-11:00)."


def test_plain_changes_need_no_week() -> None:
    """Two files alone: the same sentences, no reasons."""
    after = without(present(), "C1", "Process", WED)
    changes = plain_changes(present(), after)
    assert [(c.who, c.sentence, c.reason) for c in changes] == [("C1", "C1: Process on Wed 09:00-10:00 is gone.", "")]
