"""What no schedule could mend is foreseen; what might be mended is not."""

from __future__ import annotations

import pytest

from scheduler.workbook import assemble, foresee
from tests.workbook.sample import placed, sheets, tables_of, warnings


def foreseen(changes=(), **content):
    """The warnings about the sample with sheets replaced and (sheet, row, column, value) cells set."""
    tables = tables_of(sheets(**content))
    for sheet, row, column, value in changes:
        tables = tables.with_cell(sheet, row, column, value)
    reading = assemble(tables)
    assert reading.week is not None, reading.issues
    return [placed(issue) for issue in foresee(reading.week, tables)]


def test_a_week_that_can_be_met():
    """Nothing is foreseen of the sample: three hours are due, and 4.5 can be had."""
    assert foreseen() == []


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        ([("Groups", 2, "Start", "14:00")], "Groups!D2: "),
        ([("Groups", 2, "Days", "Sat")], "Groups!D2: "),
        ([("Groups", 2, "Minutes", 300)], "Groups!D2: "),
        ([("Groups", 2, "Facilitators", 3)], "Groups!B2: "),
        ([("Groups", 2, "Clinicians", "Bo"), ("Clinician hours", 3, "Start", "12:00")], "Groups!G2: "),
        ([("Groups", 2, "Min clients", 7), ("Groups", 2, "Seats per client", 2)], "Groups!G2: "),
        ([("Groups", 2, "Rooms", "Room 2"), ("Groups", 2, "Min clients", 5)], "Groups!H2: "),
        ([("Groups", 2, "Features", "piano")], "Groups!G2: "),
    ],
)
def test_groups_that_can_never_be_held(changes, start):
    """A group without time, leader or room is one warning at the cell that forbids it."""
    lines = [line for line in foreseen([*changes, ("Phases", 2, "Min hours", 0)]) if line.startswith("Groups")]
    assert len(lines) == 1
    assert lines[0].startswith(start) and 'the group "CBT A" can never be held' in lines[0]


def test_commitments_that_leave_too_little():
    """A client at work until 10 on all but Monday keeps 1 of 3 CBT hours and DBT: 2.5 hours of the 3 due."""
    commitments = [["Client", "Days", "Start", "End"], ["C1", "Tue-Fri", "8:00", "10:00"]]
    assert foreseen(Commitments=commitments) == [
        'Clients!A2: "C1" can be given 2.5 hours at most, and 3 are due: the firm commitments leave no more'
    ]


def test_commitments_that_are_not_firm_forbid_nothing():
    """A commitment to be avoided if possible is no reason to warn."""
    commitments = [["Client", "Days", "Start", "End", "Firm"], ["C1", "Tue-Fri", "8:00", "10:00", "no"]]
    assert foreseen(Commitments=commitments) == []


def test_travel_binds_in_person_clients_only():
    """Two hours of travel after work until 8 leave 2.5 hours in person, and everything to a virtual client."""
    commitments = [["Client", "Days", "Start", "End", "Travel"], ["C1", "Tue-Fri", "7:00", "8:00", 120]]
    assert len(foreseen(Commitments=commitments)) == 1
    hybrid = [("Groups", 2, "Modality", "hybrid"), ("Clients", 2, "Virtual days", "Mon-Fri")]
    hybrid += [("Groups", 3, "Modality", "hybrid")]
    assert foreseen(hybrid, Commitments=commitments) == []


def test_groups_that_hold_too_little():
    """Where even a free client cannot be given enough, the groups are named as the reason."""
    lines = foreseen([("Phases", 2, "Min hours", 5)])
    assert len(lines) == 2
    assert "can be given 4.5 hours at most, and 5 are due: the groups" in lines[0]


def test_days_out_of_reach():
    """Six days are due where the track meets on five."""
    assert foreseen([("Phases", 2, "Min days", 6)])[0].startswith('Clients!A2: "C1" can be given 4 days at most, and 6')


def test_a_client_whom_no_group_admits():
    """Tags, phases and avoided topics may leave nothing at all."""
    lines = foreseen([("Groups", 2, "Client tags", "women"), ("Clients", 2, "Avoid topics", "DBT")])
    assert 'Clients!A2: no group admits the client "C1" (phase, tracks, tags, topics, program week)' in lines


def test_needs_out_of_reach():
    """Four sessions of a topic that meets three times cannot be had."""
    assert foreseen([("Clients", 2, "Needs", "CBT:4")]) == [
        'Clients!D2: "C1" can attend 3 sessions of the topic "CBT" at most, and 4 are due'
    ]


def test_a_topic_that_no_group_has_is_told_once():
    """A need or rule of a topic that nobody offers is one warning at its cell, not another for each client."""
    rules = [["Phase", "Topic", "Min sessions"], [None, "Yoga", 1], [None, "DBT", 1]]
    tables = tables_of(sheets(Topic_rules=rules)).with_cell("Groups", 3, "Active", "no")
    result = assemble(tables)
    assert [line.partition(":")[0] for line in warnings(result)] == ["Topic rules!B2", "Topic rules!B3"]
    assert not [issue for issue in foresee(result.week, tables) if "topic" in issue.message]


def test_individual_sessions_that_nobody_may_hold():
    """With nobody qualified, or the primary clinician avoided, the sessions cannot be."""
    asked = ("Clients", 2, "Individual sessions", 1)
    nobody = [asked, ("Clinicians", 2, "Topics", "CBT; DBT"), ("Clinicians", 3, "Topics", "CBT")]
    assert foreseen(nobody) == [
        'Clients!A2: "C1", Individual: no clinician may hold it (not qualified, or avoided by the client)'
    ]
    avoided = [asked, ("Clients", 2, "Primary clinician", "Bo"), ("Clients", 2, "Avoid clinicians", "Bo")]
    assert foreseen(avoided)[0].startswith('Clients!E2: "C1", Individual: no clinician')
    assert foreseen([asked, ("Clients", 2, "Primary clinician", "Bo")]) == []


def test_individual_sessions_without_time():
    """A client who is free only when the clinician is away gets fewer days than asked for."""
    asked = [("Clients", 2, "Individual sessions", 2), ("Clients", 2, "Primary clinician", "Bo")]
    hours = [["Clinician", "Days", "Start", "End"], ["Dana Smith, LCSW", "Mon-Fri", "8:00", "17:00"]]
    hours += [["Bo", "Mon", "8:00", "17:00"]]
    lines = foreseen(asked, Clinician_hours=hours)
    assert len(lines) == 1
    assert "2 asked for, each on another day, and the hours of Bo" in lines[0] and lines[0].endswith("leave 1 day")


def test_appointments_must_be_listed():
    """A clinician with blank Topics holds individual sessions, but no service that is not listed."""
    rows = [
        ["Client", "Service", "Minutes", "Clinician"],
        ["C1", "Psychiatry", 30, None],
        ["C2", "Psychiatry", 30, "Bo"],
    ]
    lines = foreseen(Appointments=rows)
    assert lines == [
        'Appointments!B2: "C1", Psychiatry: no clinician may hold it (not qualified, or avoided by the client)'
    ]


def test_closures_count():
    """With the program closed on two of three days of CBT, 2.5 hours remain of 3."""
    lines = foreseen(Closures=[["What", "Days"], [None, "Wed, Fri"]])
    assert len(lines) == 2 and "2.5 hours at most" in lines[0]
