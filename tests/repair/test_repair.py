"""Repairs of a small week, with the number of people told and of changes worked out by hand."""

from __future__ import annotations

import threading
from dataclasses import replace

from scheduler.domain.locks import Lock
from scheduler.domain.outcome import SolveStatus
from scheduler.domain.people import Commitment, KeepApart
from scheduler.domain.program import Closure, Room
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.repair import (
    Repaired,
    Request,
    changes_between,
    in_present_rooms,
    make_ups,
    repair,
    shortfall_reasons,
)
from scheduler.repair.moment import split
from scheduler.repair.stages import Tally
from scheduler.verify import evaluate, verify
from tests.repair.site import (
    CLIENTS,
    ELEVEN,
    FRI,
    MON,
    NINE,
    TEN,
    THU,
    TUE,
    WED,
    away,
    client,
    group,
    in_group,
    meeting,
    present,
    request,
    session,
    site,
)


def mended(week: Week, before: Schedule, asked: Request) -> tuple[Schedule, Repaired]:
    """The repaired schedule; what it breaks is the past's."""
    repaired = repair(week, before, asked)
    schedule = repaired.outcome.schedule
    assert schedule is not None
    assert set(verify(week, schedule)) == set(repaired.breaches)
    assert split(schedule, asked.since)[0] == split(before, asked.since)[0]
    return schedule, repaired


def proven(value: int) -> Tally:
    return Tally(value, value, True)


def test_nothing_changed_changes_nothing() -> None:
    """The present schedule comes back as it was."""
    schedule, repaired = mended(site(), present(), request())
    assert schedule == present()
    assert (repaired.people, repaired.changes, repaired.breaches) == (proven(0), proven(0), ())


def test_clinician_away_is_replaced_without_telling_a_client() -> None:
    """Bob takes over two sessions: Ann and Bob are told, nobody else."""
    week = site(closures=away("Ann", WED, THU, FRI))
    schedule, repaired = mended(week, present(), request(TUE))
    assert [in_group(schedule, "Process", day).facilitators for day in (MON, WED, FRI)] == [
        ("Ann",),
        ("Bob",),
        ("Bob",),
    ]
    assert (repaired.people, repaired.changes) == (proven(2), proven(2))


def test_what_has_begun_stays_though_it_breaks_a_rule_now() -> None:
    """At 9:30 the session that Ann leads since 9:00 goes on; it is reported, and only Friday's changes."""
    week = site(closures=away("Ann", WED, THU, FRI))
    schedule, repaired = mended(week, present(), request(WED, NINE + 30))
    assert in_group(schedule, "Process", WED) == in_group(present(), "Process", WED)
    assert [(finding.rule, finding.subject.day) for finding in repaired.breaches] == [("H14", WED)]
    assert (repaired.people, repaired.changes) == (proven(2), proven(1))


def test_closed_room_moves_the_session_and_tells_nobody() -> None:
    """Another room is one change of nobody's own week."""
    week = site(closures=(Closure(None, "Elm", (WED,), 0, 1440, "paint"),))
    schedule, repaired = mended(week, present(), request(TUE))
    assert [in_group(schedule, "Process", day).room for day in (MON, WED, FRI)] == ["Elm", "Oak", "Elm"]
    assert (repaired.people, repaired.changes) == (proven(0), proven(1))


def test_room_that_is_closed_since_before_is_left_only_from_now_on() -> None:
    """Monday's session was in a room that was closed then already; both rooms closed, Wednesday's are not held."""
    closed = tuple(Closure(None, room, (MON, WED), 0, 1440, "") for room in ("Elm", "Oak"))
    schedule, repaired = mended(site(closures=closed), present(), request(TUE))
    assert [(s.group, s.day, s.room) for s in schedule.sessions] == [
        ("Process", MON, "Elm"),
        ("Skills", MON, "Oak"),
        ("Process", FRI, "Elm"),
        ("Skills", FRI, "Oak"),
    ]
    assert [(finding.rule, finding.subject.day) for finding in repaired.breaches] == [("H14", MON), ("H14", MON)]


def test_past_that_shared_a_room_stays() -> None:
    """Both groups met in Elm at one time on Monday: that is over, and Wednesday is as it was."""
    groups = (group("Process", NINE), group("Skills", NINE))
    together = tuple(replace(s, start=NINE, end=TEN, room="Elm") for s in present().sessions[:2])
    half = {"Process": CLIENTS[:2], "Skills": CLIENTS[2:]}
    apart = tuple(replace(s, start=NINE, end=TEN, clients=half[s.group]) for s in present().sessions[2:])
    schedule, repaired = mended(site(groups=groups), Schedule((*together, *apart)), request(TUE))
    assert split(schedule, request(TUE).since)[1] == Schedule(apart)
    assert repaired.people == proven(0)
    assert {finding.rule for finding in repaired.breaches} == {"H1", "H8"}


def test_absent_client_loses_only_that_day() -> None:
    """C2 is told; two attendances are gone."""
    week = site(commitments=(Commitment("C2", (WED,), kind="absence"),))
    schedule, repaired = mended(week, present(), request(TUE))
    assert in_group(schedule, "Process", WED).clients == ("C1", "C3", "C4")
    assert (repaired.people, repaired.changes) == (proven(1), proven(2))


def test_past_attendance_that_nobody_admits_now_stays() -> None:
    """C1 is in the phase OP since Tuesday: Monday's Skills stay, those to come go."""
    clients = (client("C1", phase="OP"), *(client(name) for name in CLIENTS[1:]))
    schedule, repaired = mended(site(clients=clients), present(), request(TUE))
    assert ["C1" in in_group(schedule, "Skills", day).clients for day in (MON, WED, FRI)] == [True, False, False]
    assert [(finding.rule, finding.subject.day) for finding in repaired.breaches] == [("H3", MON)]
    assert (repaired.people, repaired.changes) == (proven(1), proven(2))


def test_hours_beyond_a_new_maximum_are_not_added_to() -> None:
    """An hour is authorized and two are past: the breach stays at sixty minutes, nothing more is attended."""
    clients = (client("C1", authorized_minutes=60), *(client(name) for name in CLIENTS[1:]))
    schedule, repaired = mended(site(clients=clients), present(), request(TUE))
    assert [(finding.rule, finding.amount) for finding in repaired.breaches] == [("H11", 60)]
    assert sum("C1" in s.clients for s in schedule.sessions) == 2


def test_newcomer_is_given_a_plan_and_tells_nobody() -> None:
    """C9 joins all that is left of the week; nobody else hears of it."""
    clients = (*(client(name) for name in CLIENTS), client("C9", first_day=TUE))
    schedule, repaired = mended(site(clients=clients), present(), request(TUE))
    assert [(s.group, s.day) for s in schedule.sessions if "C9" in s.clients] == [
        ("Process", WED),
        ("Skills", WED),
        ("Process", FRI),
        ("Skills", FRI),
    ]
    assert (repaired.people, repaired.changes) == (proven(0), proven(0))


def with_individuals() -> Week:
    """C1 has an hour with Ann, whom Bob may stand in for; Ann is away from Wednesday on."""
    clients = (
        client("C1", individual_sessions=1, primary_clinician="Ann", cover_clinician="Bob"),
        *(client(name) for name in CLIENTS[1:]),
    )
    groups = tuple(replace(g, clinicians=("Bob",)) for g in site().groups)
    return site(clients=clients, groups=groups, closures=away("Ann", WED, THU, FRI))


def told_of_individual() -> Schedule:
    sessions = [replace(s, facilitators=("Bob",)) for s in present().sessions]
    return Schedule(tuple(sessions), (meeting("C1", WED, ELEVEN, "Ann"),))


def test_people_come_first() -> None:
    """The hour with Ann is lost rather than telling Bob of it; it is offered as a make-up."""
    week, before = with_individuals(), told_of_individual()
    schedule, repaired = mended(week, before, request(WED))
    assert schedule.one_on_ones == ()
    assert (repaired.people, repaired.outcome.goals[0].value) == (proven(2), 1)
    offered = make_ups(week, before, schedule, request(WED).since)
    assert [(o.client, o.lost_minutes, o.sessions) for o in offered] == [("C1", 60, ())]
    assert offered[0].one_on_ones == ("Individual with Bob Wed 08:00-09:00",)


def test_reasons_of_what_is_short_afterwards() -> None:
    """The lost hour with its closure and its make-up; what was missing before is said to have been."""
    week, before = with_individuals(), told_of_individual()
    short = Schedule(
        tuple(replace(s, clients=CLIENTS[:3]) if (s.group, s.day) == ("Skills", FRI) else s for s in before.sessions),
        before.one_on_ones,
    )
    week = replace(week, keep_apart=tuple(KeepApart("C4", name) for name in CLIENTS[:3]))
    schedule, _ = mended(week, short, request(WED))
    changes, offered = changes_between(week, short, schedule), make_ups(week, short, schedule, request(WED).since)
    told = shortfall_reasons(evaluate(week, short), evaluate(week, schedule), changes, offered)
    reasons = {(reason.subject, reason.requirement.value): reason for reason in told.reasons}
    lost = reasons["C1", "Individual session"]
    assert lost.why.startswith("C1: Individual on Wed 11:00-12:00 Ann Oak is gone. H14: ")
    assert "Individual with Bob" in lost.fix
    assert reasons["C4", "Hours"].why.startswith("C4: Process on Wed 09:00-10:00 is gone. H13: ")


def test_care_first_tells_one_more() -> None:
    """With care first Bob holds the hour: three are told and every plan is met."""
    schedule, repaired = mended(with_individuals(), told_of_individual(), request(WED, care_first=True))
    assert [m.clinician for m in schedule.one_on_ones] == ["Bob"]
    assert (repaired.people.value, repaired.outcome.goals[0].value) == (3, 0)


def test_cohort_goes_on_without_the_one_who_is_absent() -> None:
    """C2 was there on Monday and is absent on Wednesday: the others' session is not cancelled for that."""
    groups = (group("Process", NINE, cohort=True), group("Skills", TEN))
    week = site(groups=groups, commitments=(Commitment("C2", (WED,), kind="absence"),))
    schedule, repaired = mended(week, present(), request(TUE))
    assert in_group(schedule, "Process", WED).clients == ("C1", "C3", "C4")
    assert in_group(schedule, "Process", FRI).clients == CLIENTS
    assert [(finding.rule, finding.subject.client) for finding in repaired.breaches] == [("H10", "C2")]
    assert repaired.people == proven(1)


def test_session_too_small_is_not_held() -> None:
    """With three of four clients absent, a group of two is cancelled; the fourth is told too."""
    groups = (group("Process", NINE, min_clients=2), group("Skills", TEN, min_clients=2))
    gone = tuple(Commitment(name, (FRI,)) for name in ("C1", "C2", "C3"))
    schedule, repaired = mended(site(groups=groups, commitments=gone), present(), request(TUE))
    assert in_group(schedule, "Process", FRI) is None
    assert repaired.people == proven(6)


def test_free_start_moves_when_only_another_time_is_left() -> None:
    """Both rooms are closed at nine: the group with free times meets later that day, all together."""
    groups = (group("Process", NINE, starts=None, same_time=False), group("Skills", TEN))
    closed = tuple(Closure(None, room, (WED,), 0, TEN, "") for room in ("Elm", "Oak"))
    clients = tuple(client(name) for name in CLIENTS)
    schedule, repaired = mended(site(groups=groups, closures=closed, clients=clients), present(), request(TUE))
    moved = in_group(schedule, "Process", WED)
    assert moved is None or moved.start >= TEN
    assert repaired.people == proven(5)


def test_rooms_alike_are_not_exchanged() -> None:
    """A schedule that uses the second of two rooms that are alike keeps it."""
    before = Schedule(tuple(replace(s, room="Oak") for s in present().sessions), ())
    week = site(closures=away("Ann", FRI))
    schedule, _ = mended(week, before, request(TUE))
    assert {s.room for s in schedule.sessions} == {"Oak"}


def test_rooms_of_last_week_where_they_suit() -> None:
    """Two exchanged sessions go back; one that has outgrown its old room stays in the new one."""
    exchanged = tuple(replace(s, room="Oak" if s.room == "Elm" else "Elm") for s in present().sessions)
    assert in_present_rooms(site(), present(), Schedule(exchanged)) == present()
    small = site(rooms=(Room("Elm", 3), Room("Oak", 8)))
    assert in_present_rooms(small, present(), Schedule(exchanged)) == Schedule(
        tuple(replace(s, room="Oak") for s in exchanged)
    )


def test_locks_that_clash_with_the_change_leave_no_schedule() -> None:
    """Ann must lead and is away: nothing is given out as if both held."""
    lock = Lock(True, group="Process", day=WED, clinician="Ann")
    repaired = repair(site(closures=away("Ann", WED), locks=(lock,)), present(), request(TUE))
    assert (repaired.outcome.status, repaired.outcome.schedule) == (SolveStatus.CLASH, None)


def test_lock_of_the_past_that_was_not_kept_is_reported() -> None:
    """Bob was to lead on Monday and Ann did: nothing can be done about it now."""
    lock = Lock(True, group="Process", day=MON, clinician="Bob")
    schedule, repaired = mended(site(locks=(lock,)), present(), request(TUE))
    assert schedule == present()
    assert [(finding.rule, finding.subject.day) for finding in repaired.breaches] == [("H15", MON)]


def test_lock_of_a_session_that_was_not_held_is_reported() -> None:
    """Process was to be held on Monday and was not; the rest of the week goes on."""
    before = Schedule(tuple(s for s in present().sessions if (s.group, s.day) != ("Process", MON)))
    lock = Lock(True, group="Process", day=MON)
    schedule, repaired = mended(site(locks=(lock,)), before, request(TUE))
    assert (schedule, [finding.rule for finding in repaired.breaches]) == (before, ["H15"])


def test_names_that_are_gone_from_the_workbook() -> None:
    """A client and a group that the workbook no longer has are left out, and nobody else is told."""
    before = Schedule(
        (*present().sessions, session("Gone", TUE, NINE, "Ann", "Elm")), (meeting("Nobody", THU, ELEVEN, "Ann"),)
    )
    clients = tuple(client(name) for name in CLIENTS[:3])
    repaired = repair(site(clients=clients), before, request(WED))
    assert repaired.outcome.schedule is not None
    assert {name for s in repaired.outcome.schedule.sessions for name in s.clients} == set(CLIENTS[:3])
    assert {s.group for s in repaired.outcome.schedule.sessions} == {"Process", "Skills"}
    assert repaired.people == proven(0)


def test_stopped_run_gives_what_it_has() -> None:
    """A stop before the start still leaves a right schedule: what remains of the present one."""
    stop = threading.Event()
    stop.set()
    week = site(closures=away("Ann", WED, THU, FRI))
    repaired = repair(week, present(), request(TUE), stop=stop)
    assert repaired.outcome.schedule is not None and repaired.outcome.interrupted
    assert verify(week, repaired.outcome.schedule) == ()


def test_session_over_the_moment_keeps_its_clinician_busy() -> None:
    """What began before the moment and lasts beyond it takes Ann's time: Bob's hour goes to nobody but Bob."""
    before = Schedule((session("Process", WED, NINE, "Ann", "Elm"), session("Skills", WED, TEN, "Bob", "Oak")), ())
    groups = (group("Process", NINE, days=(WED,), sessions=1), group("Skills", NINE + 30, days=(WED,), sessions=1))
    late = replace(before.sessions[1], start=NINE + 45, end=NINE + 105, clients=("C4",))
    early = replace(before.sessions[0], clients=("C1", "C2", "C3"))
    week = site(groups=(groups[0], replace(groups[1], starts=(NINE + 45,))), closures=away("Bob", WED))
    schedule, repaired = mended(week, Schedule((early, late), ()), request(WED, NINE + 30))
    assert in_group(schedule, "Skills", WED) is None
    assert repaired.people == proven(2)
