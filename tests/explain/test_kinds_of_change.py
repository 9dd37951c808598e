"""Each kind of change mends what it is for: the remedy found changes that cell, and solving again keeps its promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.explain import explain
from scheduler.explain.cells import apply
from scheduler.verify import evaluate
from tests.explain.site import Rows, client, group, solved, tables_of

BOTH = "Mon, Tue"
NEED_A_AND_B: Rows = [client("C1", Needs="A:2"), client("C2", Needs="B:2")]
TWO_THERE: Rows = [
    {"Clinician": name, "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"} for name in ("Clin 01", "Clin 02")
]
ONE_AWAY: Rows = [
    {"Clinician": "Clin 01", "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"},
    {"Clinician": "Clin 02", "Days": "Sat", "Start": "9:00", "End": "12:00"},
]
TWO_DAYS: Rows = [{"Track": "Morning", "Days": "Mon, Tue", "Start": "9:00", "End": "12:00"}]
TWO: Rows = [{"Clinician": "Clin 01"}, {"Clinician": "Clin 02"}]

KINDS: dict[str, tuple[str, dict[str, Rows]]] = {
    "Rooms Capacity": ("Capacity 2 3", {"Rooms": [{"Room": "Hall", "Capacity": 2}]}),
    "a new room": (
        "Room  New room",
        {
            "Groups": [group("A", BOTH, "9:00"), group("B", BOTH, "9:00")],
            "Clients": NEED_A_AND_B,
            "Clinicians": TWO,
            "Clinician hours": TWO_THERE,
        },
    ),
    "Max hours": ("Max hours 1 2", {"Clinicians": [{"Clinician": "Clin 01", "Max hours": 1}]}),
    "Max hours per day": (
        "Max hours per day 0.5 1",
        {"Clinicians": [{"Clinician": "Clin 01", "Max hours per day": 0.5}]},
    ),
    "Clinicians of a group": (
        "Clinicians Clin 02 Clin 02, Clin 01",
        {
            "Groups": [group("Process", BOTH, "9:00", Clinicians="Clin 02")],
            "Clinicians": TWO,
            "Clinician hours": ONE_AWAY,
        },
    ),
    "Topics": ("Topics Yoga Yoga, Process", {"Clinicians": [{"Clinician": "Clin 01", "Topics": "Yoga"}]}),
    "Min clients": ("Min clients 4 3", {"Groups": [group("Process", BOTH, "9:00", Min_clients=4)]}),
    "Sessions": ("Sessions 1 2", {"Groups": [group("Process", BOTH, "9:00", Sessions=1)]}),
    "Days": ("Days Mon Mon, Tue", {"Groups": [group("Process", "Mon", "9:00")], "Tracks": TWO_DAYS}),
    "Phases of a group": (
        "Phases PHP PHP, IOP",
        {
            "Phases": [{"Phase": "IOP", "Min hours": 2, "Min days": 2}, {"Phase": "PHP", "Min hours": 2}],
            "Groups": [group("Process", BOTH, "9:00", Phases="PHP")],
        },
    ),
    "Tracks of a client": (
        "Tracks Late Late, Morning",
        {
            "Tracks": [
                {"Track": "Morning", "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"},
                {"Track": "Late", "Days": "Mon-Fri", "Start": "13:00", "End": "15:00"},
            ],
            "Clients": [client("C1") | {"Tracks": "Late"}],
            "Groups": [group("Process", BOTH, "9:00", Tracks="Morning")],
        },
    ),
    "Cover clinician": (
        "Cover clinician  Clin 01",
        {
            "Clients": [client("C1", Primary_clinician="Clin 02", Individual_sessions=1)],
            "Clinicians": TWO,
            "Clinician hours": [ONE_AWAY[0], ONE_AWAY[1] | {"Start": "9:00", "End": "9:30"}],
        },
    ),
    "Clinician of an appointment": (
        "Clinician Clin 02 Clin 01",
        {
            "Appointments": [{"Client": "C1", "Service": "Medication", "Minutes": 60, "Clinician": "Clin 02"}],
            "Clinicians": [{"Clinician": name, "Topics": "Process, Medication"} for name in ("Clin 01", "Clin 02")],
            "Clinician hours": [ONE_AWAY[0], ONE_AWAY[1] | {"Start": "9:00", "End": "9:30"}],
        },
    ),
    "Avoid clinicians": ("Avoid clinicians Clin 01 ", {"Clients": [client("C1", Avoid_clinicians="Clin 01")]}),
    "Modality": ("Modality  either", {"Groups": [group("Process", BOTH, "9:00", Modality="virtual")]}),
    "Locks": ("Rule never ", {"Locks": [{"Rule": "never", "Client": "C1", "Group": "Process", "Day": "Tue"}]}),
    "Authorized hours per day": (
        "Authorized hours per day 0.5 1",
        {"Clients": [client("C1", Authorized_hours_per_day=0.5)]},
    ),
    "Max hours of a phase": ("Max hours 1 2", {"Phases": [{"Phase": "IOP", "Min hours": 2, "Max hours": 1}]}),
    "a group that rests": ("Active no yes", {"Groups": [group("Process", BOTH, "9:00", Active="no")]}),
    "Rooms of a group": (
        "Rooms Nook Nook, Hall",
        {
            "Groups": [group("Process", BOTH, "9:00", Rooms="Nook")],
            "Rooms": [{"Room": "Nook", "Capacity": 1, "Use": "group"}, {"Room": "Hall", "Capacity": 20}],
        },
    ),
    "Same topic per day": (
        "Value  2",
        {
            "Groups": [group("Process", "Mon", "9:00"), group("More", "Mon", "10:00", Topic="Process")],
            "Phases": [{"Phase": "IOP", "Min hours": 2}],
            "Tracks": [{"Track": "Morning", "Days": "Mon", "Start": "9:00", "End": "12:00"}],
        },
    ),
    "Keep apart": (
        "Client A C1 ",
        {"Clients": [client("C1"), client("C2")], "Keep apart": [{"Client A": "C1", "Client B": "C2"}]},
    ),
    "Max sessions of a topic": ("Max sessions 1 2", {"Topic rules": [{"Topic": "Process", "Max sessions": 1}]}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str, tmp_path: Path) -> None:
    """The change is offered, with From and To; each remedy, applied and solved again, meets the plans promised."""
    change, sheets = KINDS[kind]
    tables = tables_of(tmp_path, **sheets)
    week, outcome = solved(tables)
    explanation = explain(tables, week, outcome, 20)
    offered = {f"{c.column} {c.before} {c.after}" for r in explanation.remedies for c in r.cells}
    assert change in offered, (offered, [reason.why for reason in explanation.reasons])
    for remedy in explanation.remedies[:2]:
        again, after = solved(apply(tables, remedy.cells))
        assert after.schedule is not None
        met = {account.client for account in evaluate(again, after.schedule).accounts if account.met}
        assert set(remedy.helps) <= met
        assert len(met) == remedy.plans_met_after


def test_a_room_that_a_group_may_use_is_no_obstacle(tmp_path: Path) -> None:
    """Two rooms are alike but for a group that may use the second alone: nothing but the seats needs a change."""
    tables = tables_of(
        tmp_path,
        Groups=[group("A", BOTH, "9:00", Max_clients=2), group("B", BOTH, "9:00", Rooms="Hall 2")],
        Rooms=[{"Room": "Hall 1", "Capacity": 20}, {"Room": "Hall 2", "Capacity": 20}],
        Clients=[*(client(f"C{n}", Needs="A:2") for n in (1, 2, 3)), client("C4", Needs="B:2")],
        Clinicians=TWO,
        Clinician_hours=TWO_THERE,
    )
    week, outcome = solved(tables)
    explanation = explain(tables, week, outcome, 20)
    (reason,) = {reason.subject: reason.why for reason in explanation.reasons}.values()
    assert "seats of A" in reason
    assert "Hall" not in reason
    assert [(c.sheet, c.name, c.column, c.after) for c in explanation.remedies[0].cells] == [
        ("Groups", "A", "Max clients", "3")
    ]
