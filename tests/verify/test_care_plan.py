"""Section 4: what is asked of the week, what is given, and each shortfall."""

from __future__ import annotations

import pytest

from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Appointment
from scheduler.domain.program import Closure, Track
from scheduler.domain.rules import Requirement
from scheduler.verify import evaluate

from .weeks import (
    EVERY_DAY,
    FRI,
    MON,
    MORNING,
    NINE,
    NOON,
    SAT,
    SUN,
    TEN,
    THU,
    TUE,
    WED,
    a_client,
    a_clinician,
    a_group,
    a_phase,
    a_program,
    a_session,
    an_appointment,
    an_individual,
    of,
    week_of,
    windows,
)

R = Requirement


def lacking(week, *entries):
    """(requirement, detail, needed, given, missing, minutes) of each shortfall."""
    shortfalls = evaluate(week, of(*entries)).shortfalls
    return [(s.requirement, s.detail, s.needed, s.given, s.missing, s.minutes) for s in shortfalls]


def account(week, *entries):
    return evaluate(week, of(*entries)).accounts[0]


def test_hours_and_days():
    """Two of nine hours on two of three days: seven hours and an hour for the day."""
    week = week_of(phases=a_phase(min_minutes=540, min_days=3))
    assert lacking(week, a_session(MON), a_session(TUE)) == [
        (R.HOURS, "", 540, 120, 420, 420),
        (R.DAYS, "", 3, 2, 1, 60),
    ]
    assert not account(week, a_session(MON)).met


def test_a_plan_that_is_just_met():
    """Two hours on two days, as asked; the target is no part of the plan."""
    week = week_of(phases=a_phase(min_minutes=120, target_minutes=600, min_days=2))
    assert lacking(week, a_session(MON), a_session(TUE)) == []
    given = account(week, a_session(MON), a_session(TUE))
    assert given.met and given.shortfall_minutes == 0
    assert (given.counted_minutes, given.days, given.target_minutes) == (120, 2, 600)


def test_short_days_count_all_that_counts():
    """Monday has an hour of the two due; Tuesday a group and an individual session; Wednesday is no treatment day."""
    week = week_of(phases=a_phase(min_minutes_per_day=120), clients=a_client(individual_sessions=2))
    held = [a_session(MON), a_session(TUE), an_individual(TUE), an_individual(WED)]
    assert lacking(week, *held) == [(R.DAY_LENGTH, "Mon", 120, 60, 60, 60)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([MON, WED, FRI], []),
        ([MON, THU], [(R.GAP, "Mon-Thu", 1, 2, 1, 60)]),
        ([MON, FRI], [(R.GAP, "Mon-Fri", 1, 3, 2, 120)]),
        ([FRI], []),
        ([MON, TUE], []),
    ],
)
def test_gaps_between_treatment_days(days, expected):
    """At most one day between; before the first and after the last nothing is counted."""
    assert lacking(week_of(phases=a_phase(max_days_between=1)), *(a_session(day) for day in days)) == expected


def test_a_gap_of_none_means_consecutive_days():
    """Max days between 0 is a limit, blank is none."""
    assert lacking(week_of(phases=a_phase(max_days_between=0)), a_session(MON), a_session(WED)) != []
    assert lacking(week_of(), a_session(MON), a_session(FRI)) == []


def test_days_that_do_not_count_do_not_bridge_a_gap():
    """A 12-step meeting on Wednesday is no treatment."""
    week = week_of(groups=(a_group(), a_group("Meeting", counted_minutes=0)), phases=a_phase(max_days_between=1))
    assert len(lacking(week, a_session(MON), a_session(WED, group="Meeting"), a_session(FRI))) == 1


def test_individual_sessions_and_appointments():
    """One of two individual sessions of 45 minutes, none of two appointments of 30."""
    week = week_of(
        clients=a_client(individual_sessions=2, individual_minutes=45),
        appointments=Appointment("C1", "Psychiatry", 30, sessions=2, clinician="Dana"),
    )
    held = an_individual(MON, minutes=45)
    assert lacking(week, held) == [
        (R.INDIVIDUAL, "Individual", 2, 1, 1, 45),
        (R.APPOINTMENT, "Psychiatry", 2, 0, 2, 60),
    ]
    given = account(week, held, an_appointment(TUE, minutes=30))
    assert (given.individual_held, given.individual_needed) == (1, 2)


def test_each_row_of_a_service_has_its_own_length():
    """Of a visit of 30 and one of 60 minutes the long one is missing."""
    rows = (
        Appointment("C1", "Psychiatry", 60, clinician="Dana"),
        Appointment("C1", "Psychiatry", 30, clinician="Dana"),
    )
    assert lacking(week_of(appointments=rows), an_appointment(MON, minutes=30)) == [
        (R.APPOINTMENT, "Psychiatry", 1, 0, 1, 60)
    ]


TOPICS = (TopicRule(None, "Skills", min_sessions=1), TopicRule("IOP", "Skills", min_sessions=2))


@pytest.mark.parametrize(
    ("rules", "client", "expected"),
    [
        (TOPICS, {}, [(R.TOPIC, "Skills", 2, 1, 1, 60)]),
        (TOPICS[:1], {}, []),
        (TOPICS, {"phase": "OP"}, []),
        (TOPICS[:1], {"needs": (("Skills", 4),)}, [(R.TOPIC, "Skills", 4, 1, 3, 180)]),
        (TOPICS, {"needs": (("Skills", 1),)}, [(R.TOPIC, "Skills", 2, 1, 1, 60)]),
        ((), {"needs": (("Anger", 1),)}, [(R.TOPIC, "Anger", 1, 0, 1, 60)]),
        (TOPICS, {"avoid_topics": ("Skills",)}, []),
    ],
)
def test_topics(rules, client, expected):
    """The phase's row replaces the general one, the larger of minimum and need counts, avoided topics have none."""
    assert lacking(week_of(topic_rules=rules, clients=a_client(**client)), a_session(MON)) == expected


def test_individual_counts_no():
    """The sessions are still due, but add no hours."""
    week = week_of(
        program=a_program(individual_counts=False),
        phases=a_phase(min_minutes=60),
        clients=a_client(individual_sessions=1),
        appointments=Appointment("C1", "Psychiatry", 30, clinician="Dana", counted_minutes=30),
    )
    held = [an_individual(MON), an_appointment(TUE, minutes=30)]
    assert lacking(week, *held) == [(R.HOURS, "", 60, 0, 60, 60)]


def test_an_individual_session_counts_as_long_as_the_client_is_told():
    """45 minutes that count 60."""
    client = a_client(individual_sessions=1, individual_minutes=45, individual_counted_minutes=60)
    assert account(week_of(clients=client), an_individual(minutes=45)).counted_minutes == 60


def asked(client=None, phase=None, **parts):
    """(min minutes, target minutes, min days) of a client of a 9 to 12 hours, 3 days phase."""
    phase = a_phase(**({"min_minutes": 540, "target_minutes": 720, "min_days": 3} | (phase or {})))
    given = account(week_of(phases=phase, clients=a_client(**(client or {})), **parts))
    return given.min_minutes, given.target_minutes, given.min_days


@pytest.mark.parametrize(
    ("client", "phase", "expected"),
    [
        ({}, {}, (540, 720, 3)),
        ({"min_minutes": 600}, {}, (600, 720, 3)),
        ({"min_minutes": 900}, {}, (900, 900, 3)),
        ({"min_minutes": 0}, {}, (0, 720, 3)),
        ({"first_day": WED}, {}, (315, 420, 3)),
        ({"first_day": THU}, {}, (210, 285, 2)),
        ({"last_day": MON}, {}, (105, 135, 1)),
        ({"last_day": FRI}, {}, (540, 720, 3)),
        ({"first_day": SAT}, {}, (0, 0, 0)),
        ({"authorized_minutes": 600}, {}, (540, 600, 3)),
        ({"authorized_minutes": 480}, {}, (540, 480, 3)),
        ({}, {"max_minutes": 660}, (540, 660, 3)),
        ({"first_day": WED, "authorized_minutes": 600}, {}, (315, 420, 3)),
        ({"min_minutes": 900, "first_day": WED}, {}, (540, 540, 3)),
    ],
)
def test_scaling(client, phase, expected):
    """Morning meets Mon-Fri: from Wednesday on 3/5, rounded down to 15 minutes; only the target is capped."""
    assert asked(client, phase) == expected


def closed(*days, **changes):
    return Closure(None, None, days, 0, 1440, **({"excused": True} | changes))


def test_excused_days_scale_as_if_the_client_were_away():
    """A holiday on Thursday: 4/5; with Starts on Tuesday 3/5; a closure that is not excused changes nothing."""
    assert asked(closures=closed(THU)) == (432 // 15 * 15, 576 // 15 * 15, 3)
    assert asked({"first_day": TUE}, closures=closed(THU)) == (315, 420, 3)
    assert asked(closures=closed(THU, excused=False)) == (540, 720, 3)
    assert asked(closures=closed(*EVERY_DAY)) == (0, 0, 0)


def test_the_days_of_the_first_track_decide():
    """An evening client (Mon-Thu) from Thursday on: 1/4."""
    assert asked({"first_day": THU, "tracks": ("Evening", "Morning")}) == (135, 180, 1)


def test_a_track_with_weekends():
    """Seven days; from Saturday on 2/7 of 540 = 154 -> 150."""
    daily = Track("Daily", windows(EVERY_DAY, NINE, NOON))
    assert asked({"first_day": SAT, "last_day": SUN, "tracks": ("Daily",)}, tracks=(daily, MORNING)) == (150, 195, 2)


def test_accounts_are_of_active_clients_in_the_order_of_the_week():
    """Clients on hold have no account."""
    week = week_of(clients=(a_client("C9"), a_client("C2", active=False), a_client("C1")))
    assert [given.client for given in evaluate(week, of()).accounts] == ["C9", "C1"]


def test_goal_two_weighs_every_kind_of_shortfall():
    """Priority 2: hours 60 + day 60 + day length 30 + individual 45 + topic 60 + gap 60."""
    week = week_of(
        phases=a_phase(min_minutes=180, min_days=3, min_minutes_per_day=75, max_days_between=1),
        clients=a_client(priority=2, individual_sessions=1, individual_minutes=45, needs=(("CBT", 1),)),
        groups=(a_group(), a_group("CBT")),
        clinicians=a_clinician(),
    )
    goals = evaluate(week, of(a_session(MON), a_session(THU, TEN))).goals
    assert goals[:2] == (2, 2 * (60 + 60 + 15 + 15 + 45 + 60 + 60))
