"""The verifier answers with findings, whatever a hand-edited file says."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.evaluation import Subject
from scheduler.domain.locks import Lock
from scheduler.domain.modality import Modality
from scheduler.domain.people import Appointment, Commitment, KeepApart
from scheduler.domain.program import Closure
from scheduler.domain.rules import HARD_RULES
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule
from scheduler.verify import evaluate, verify

from .weeks import (
    EVENING,
    MORNING,
    NINE,
    a_client,
    a_clinician,
    a_group,
    a_phase,
    a_program,
    a_room,
    a_session,
    an_individual,
    of,
    week_of,
)

WEEK = week_of(
    program=a_program(individual_after_groups=True, individual_on_treatment_days=True, individual_within_tracks=True),
    clients=(a_client(individual_sessions=1), a_client("C2", active=False), a_client("C3", tracks=("Evening",))),
    groups=(a_group(cohort=True), a_group("CBT", active=False), a_group("Online", modality=Modality.HYBRID)),
    rooms=(a_room(), a_room("Screen", virtual=True)),
    appointments=(Appointment("C1", "Psychiatry", 30), Appointment("C1", "Psychiatry", 60)),
    commitments=(Commitment("C1", (0,), 540, 600, travel=30), Commitment("C3", (1,), firm=False)),
    closures=(Closure("Dana", None, (0,), 0, 600), Closure(None, None, (6,), 0, 1440, excused=True)),
    keep_apart=KeepApart("C1", "C3"),
    locks=(Lock(True, client="C1", day=0), Lock(True, group="Skills", day=2), Lock(False, client="C3", group="Online")),
)

days = st.integers(-2, 8)
starts = st.integers(-30, 1500)
clients = st.sampled_from(["C1", "C2", "C3", "Nobody", ""])
clinicians = st.sampled_from(["Dana", "Eli", "Zoe", ""])
rooms = st.sampled_from([None, "Room 1", "Screen", "Attic", ""])
sessions = st.builds(
    GroupSession,
    days,
    starts,
    starts,
    st.sampled_from(["Skills", "CBT", "Online", "Unknown", ""]),
    st.lists(clinicians, max_size=3).map(tuple),
    rooms,
    st.lists(clients, max_size=4).map(tuple),
)
one_on_ones = st.builds(
    OneOnOne,
    clients,
    st.sampled_from(list(Kind)),
    st.sampled_from(["Individual", "Psychiatry", "Dentist", ""]),
    days,
    starts,
    starts,
    clinicians,
    rooms,
    st.sampled_from(list(Modality)),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(sessions, max_size=6), st.lists(one_on_ones, max_size=5))
def test_any_schedule_is_answered(held, ones):
    """Unknown names, impossible days and times, everything twice: findings with positive amounts and a sentence."""
    schedule = Schedule(tuple(held), tuple(ones))
    evaluation = evaluate(WEEK, schedule)
    assert evaluation.findings == verify(WEEK, schedule)
    assert {finding.rule for finding in evaluation.findings} <= {rule.id for rule in HARD_RULES}
    for finding in evaluation.findings:
        assert finding.amount > 0, finding
        assert finding.message.endswith("."), finding
    assert len(evaluation.goals) == 9 and all(value >= 0 for value in evaluation.goals[:7])
    if held or ones:
        assert evaluation.findings


def test_an_empty_schedule_breaks_nothing_but_locks():
    """What is not done is a shortfall, not a broken rule, unless a lock asks for it."""
    assert verify(week_of(), of()) == ()
    assert [finding.rule for finding in verify(WEEK, of())] == ["H15", "H15"]


def test_findings_say_what_they_are_about():
    """A session by group and day, an attendance by client too, a one-on-one by client, service and day."""
    week = week_of(clients=a_client(phase="OP", individual_sessions=1))
    held = [a_session(2, room=None), a_session(3, group="Typo"), an_individual(4, room=None)]
    assert [finding.subject for finding in verify(week, of(*held))] == [
        Subject(group="Skills", day=2),
        Subject(client="C1", service="Individual", day=4),
        Subject(group="Typo", day=3),
    ]
    rival = week_of(groups=a_group(phases=()))
    assert [f.subject for f in verify(rival, of(a_session(2)))] == [Subject(client="C1", group="Skills", day=2)]


def big_week(clients_count=1000):
    """A thousand clients with seven sessions and an individual session each; 100 groups, 200 clinicians."""
    names = [f"C{n:04d}" for n in range(clients_count)]
    groups = tuple(a_group(f"G{n:03d}", topic=f"T{n % 10}", sessions=7, days=tuple(range(5))) for n in range(100))
    staff = tuple(a_clinician(f"S{n:03d}") for n in range(200))
    places = tuple(a_room(f"R{n:03d}") for n in range(200))
    entries: list[GroupSession | OneOnOne] = []
    for n, group in enumerate(groups):
        for day in range(5):
            members = [names[k] for k in range(clients_count) if (k + day) % 100 in (n, (n + 50) % 100)][:12]
            entries.append(a_session(day, NINE, group=group.name, by=[f"S{n:03d}"], room=f"R{n:03d}", clients=members))
    entries += [
        an_individual(k % 5, 600 + 60 * (k // 1000), client=name, by=f"S{k % 200:03d}", room=f"R{k % 200:03d}")
        for k, name in enumerate(names)
    ]
    week = week_of(
        tracks=(MORNING, EVENING),
        groups=groups,
        clinicians=staff,
        rooms=places,
        phases=a_phase(min_minutes=540, min_days=3),
        clients=tuple(a_client(name, individual_sessions=1) for name in names),
        commitments=tuple(Commitment(name, (d,), 1020, 1200) for name in names for d in range(2)),
        keep_apart=tuple(KeepApart(names[k], names[k + 1]) for k in range(0, clients_count - 1, 20)),
    )
    return week, of(*entries)


def test_a_thousand_clients_in_a_moment():
    """About a second; the bound is generous for slow machines, yet nothing quadratic would pass."""
    week, schedule = big_week()
    start = time.perf_counter()
    evaluation = evaluate(week, schedule)
    assert time.perf_counter() - start < 5
    assert len(evaluation.accounts) == 1000
