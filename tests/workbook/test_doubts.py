"""Warnings about cells that contradict each other."""

from __future__ import annotations

from datetime import time

import pytest

from tests.workbook.sample import MONDAY, errors, notes, reading, warnings, with_columns


@pytest.mark.parametrize(
    ("sheet", "row", "values", "address", "words"),
    [
        ("Clients", 2, {"Primary clinician": "Bo", "Avoid clinicians": "Bo"}, "D2", "avoids"),
        ("Clients", 2, {"Cover clinician": "Bo", "Avoid clinicians": "Bo"}, "D2", "avoids"),
        ("Clients", 2, {"Primary clinician": "Bo", "Cover clinician": "Bo"}, "E2", "the same as the primary"),
        ("Clients", 2, {"Needs": "CBT", "Avoid topics": "CBT"}, "D2", "needs the topic"),
        ("Clients", 2, {"Authorized hours": 2}, "D2", "2 hours are authorized, fewer than the 3 due"),
        ("Clients", 2, {"Admitted": "2026-12-07"}, "D2", "after this week"),
        ("Phases", 2, {"Max hours": 2}, "C2", "less than Min hours"),
        ("Phases", 2, {"Min days": 5, "Max days": 3}, "D2", "less than Min days"),
        ("Groups", 2, {"Days": "Mon, Sat"}, "C2", "none of its tracks meets on Sat"),
        ("Groups", 2, {"Facilitators": 0, "Lead": "Bo"}, "H2", "nobody leads the group"),
        ("Groups", 2, {"Clinicians": "Bo", "Facilitators": 2}, "G2", "1 named"),
        ("Groups", 2, {"Clinicians": "Bo", "Lead": "Dana Smith, LCSW"}, "H2", "cannot be held"),
        ("Groups", 2, {"Ideal clients": 20}, "G2", "more than Max clients"),
        ("Groups", 2, {"Sessions": 4}, "G2", "it may meet on 3 only"),
        ("Groups", 2, {"Features": "piano"}, "G2", 'no feature "piano"'),
        ("Clinicians", 3, {"Topics": "CBTT"}, "B3", 'did you mean "CBT"'),
    ],
)
def test_doubts(sheet, row, values, address, words):
    """Each contradiction is one warning at its cell, and no error."""
    result = with_columns(sheet, row, **values)
    assert errors(result) == []
    assert len(warnings(result)) == 1
    assert warnings(result)[0].startswith(f"{sheet}!{address}: ") and words in warnings(result)[0]


def test_ids_that_differ_in_leading_zeros():
    """`7` and `007` may be one client of whom one cell lost the zeros."""
    rows = [["Client", "Phase", "Tracks"], ["007", "IOP 1", "Morning"], ["C1", "IOP 1", "Morning"]]
    result = reading(Clients=[*rows, [7, "IOP 1", "Morning"]])
    assert warnings(result) == [
        'Clients!A4: "7" and "007" (row 2) differ in leading zeros only: one client?',
    ]


@pytest.mark.parametrize(
    ("start", "end", "doubted"), [(5.5, 8.5, True), (6, 9, False), (0, 24, False), (17.5, 21, False)]
)
def test_people_who_would_meet_in_the_night(start, end, doubted):
    """5:30 typed for 5:30 PM is a warning at the row of the track or clinician; whoever is always there is not."""
    track = ["Evening", "Mon", start / 24, end / 24]
    hours = [
        ["Clinician", "Days", "Start", "End"],
        *([who, "Mon-Fri", time(8), time(17)] for who in ("Dana Smith, LCSW", "Bo")),
    ]
    tracks = [["Track", "Days", "Start", "End"], ["Morning", "Mon-Fri", time(9), time(13)], track]
    result = reading(Tracks=tracks, Clinician_hours=[*hours, ["Bo", "Sat", start / 24, end / 24]])
    found = [line for line in warnings(result) if "in the night" in line]
    assert [line.partition(":")[0] for line in found] == ["Tracks!C3", "Clinician hours!C4"] * doubted
    assert errors(result) == [] and all("write 17:30, or PM" in line for line in found)


def test_commitments_and_closures_in_the_night():
    """Work from 1 to 5 that was meant for the afternoon binds nobody; a night shift goes on from 0:00."""
    head = ["Client", "Days", "Start", "End"]
    typed = [
        ("1:00", "5:00"),
        ("1 PM", "5 PM"),
        ("5:00", "9:30"),
        ("0:00", "5:00"),
        ("18:00", "23:00"),
        ("7:00", "8:00"),
    ]
    rows = [["C1", "Mon", start, end] for start, end in typed]
    result = reading(Commitments=[head, *rows], Closures=[["Days", "Start", "End"], ["Mon", "2:00", "4:00"]])
    assert warnings(result) == [
        "Commitments!C2: nobody meets from 01:00 to 05:00; if the afternoon is meant, write 13:00 and 17:00, or PM",
        "Closures!B2: nobody meets from 02:00 to 04:00; if the afternoon is meant, write 14:00 and 16:00, or PM",
    ]


def test_tracks_that_no_one_uses():
    """A track without a client, and one without a group, are warnings."""
    tracks = [
        ["Track", "Days", "Start", "End"],
        ["Morning", "Mon-Fri", "9:00", "13:00"],
        ["Evening", "Mon", "17:00", "20:00"],
    ]
    assert warnings(reading(Tracks=tracks)) == ['Tracks!A3: no active client has the track "Evening"']
    groups = [["Group", "Tracks", "Minutes", "Max clients"], ["CBT", "Morning", 60, 9]]
    clinicians = [["Clinician"], ["Dana Smith, LCSW"], ["Bo"]]
    assert warnings(reading(Tracks=tracks, Groups=groups, Clinicians=clinicians)) == [
        'Tracks!A3: no active group serves the track "Evening"'
    ]


def test_tags_that_no_client_has():
    """A tag that resembles a client's is a warning, another is a note."""
    result = with_columns("Clients", 2, Tags="veteran")
    assert warnings(result) == []
    groups = [["Group", "Minutes", "Max clients", "Client tags"], ["CBT", 60, 9, "Veterans"], ["DBT", 60, 9, "!men"]]
    clients = [["Client", "Phase", "Tracks", "Tags"], ["C1", "IOP 1", "Morning", "veteran"]]
    result = reading(Groups=groups, Clients=clients)
    assert warnings(result) == ['Groups!D2: no tag "Veterans" in the sheet Clients; did you mean "veteran"?']
    assert notes(result) == ['Groups!D3: no tag "men" in the sheet Clients']


def test_offices_that_cannot_serve():
    """An office for groups only, or for telehealth, is a warning."""
    rooms = [["Room", "Capacity", "Use", "Virtual"], ["Room 1", 12, "group", None], ["Room 2", 4, None, "yes"]]
    clinicians = [["Clinician", "Office"], ["Dana Smith, LCSW", "Room 1"], ["Bo", "Room 2"]]
    result = reading(Rooms=rooms, Clinicians=clinicians)
    assert [line.split(":")[0] for line in warnings(result)] == ["Clinicians!B2", "Clinicians!B3"]


def test_locks_that_cannot_do_what_they_say():
    """Locks about resting clients and groups, absent services, and impossible days and times are warnings."""
    columns = ["Rule", "Client", "Group", "Day", "Start"]
    rows = [
        ["must", None, "CBT A", "Tue", None],
        ["must", None, "CBT A", None, "10:00"],
        ["must", "C1", None, "Mon", None],
    ]
    result = reading(Locks=[columns, *rows])
    assert errors(result) == []
    assert [line.split(":")[0] for line in warnings(result)] == ["Locks!D2", "Locks!E3", "Locks!B4"]


def test_no_doubts_about_a_right_week():
    """The sample gives no warning and no note."""
    assert reading().issues == ()
    assert reading().week.program.monday == MONDAY
