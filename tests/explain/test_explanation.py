"""Why a plan is short, and remedies that are applied to the tables and solved again."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.domain.explanation import Explanation
from scheduler.explain import explain
from scheduler.explain.cells import apply
from scheduler.verify import evaluate
from scheduler.workbook import Tables
from tests.explain.site import Rows, client, group, solved, tables_of


def explained(tables: Tables) -> Explanation:
    week, outcome = solved(tables)
    return explain(tables, week, outcome, 20)


def met_after(tables: Tables, explanation: Explanation, number: int) -> set[str]:
    """Who is met once the cells of the remedy are changed and the week is solved again."""
    remedy = explanation.remedies[number - 1]
    week, outcome = solved(apply(tables, remedy.cells))
    assert outcome.schedule is not None
    return {account.client for account in evaluate(week, outcome.schedule).accounts if account.met}


def test_nothing_short_nothing_said(tmp_path: Path) -> None:
    """A week that meets every plan has no explanation."""
    assert explained(tables_of(tmp_path)) == Explanation()


def test_a_seat_too_few(tmp_path: Path) -> None:
    """Three want two seats: the reason names the seats and who has them, the remedy is one seat more."""
    tables = tables_of(tmp_path, Groups=[group("Process", "Mon, Tue", "9:00", Max_clients=2)])
    explanation = explained(tables)
    reason = explanation.reasons[0]
    others = {"C1", "C2", "C3"} - {reason.subject}
    assert "the 2 seats of Process Mon, Tue" in reason.why
    assert "proven" in reason.why
    assert all(other in reason.why for other in others)
    best = explanation.remedies[0]
    assert [(c.sheet, c.row, c.column, c.before, c.after) for c in best.cells] == [
        ("Groups", "2", "Max clients", "2", "3")
    ]
    assert best.plans_met_after == 3
    assert met_after(tables, explanation, 1) == {"C1", "C2", "C3"}


def test_two_rivals_are_helped_together(tmp_path: Path) -> None:
    """Where two are short of the same seats, one seat more would not say for whom: the remedy is two."""
    tables = tables_of(tmp_path, Groups=[group("Process", "Mon, Tue", "9:00", Max_clients=1)])
    explanation = explained(tables)
    assert len(explanation.remedies[0].helps) == 2
    assert explanation.remedies[0].cells[0].after == "3"
    for number, remedy in enumerate(explanation.remedies, start=1):
        assert len(met_after(tables, explanation, number)) == remedy.plans_met_after == 3


OWN: dict[str, tuple[dict[str, Rows], str, str]] = {
    "authorization": ({"Clients": [client("C1", Authorized_hours=1)]}, "Authorized hours 1", "Authorized hours"),
    "days": ({"Clients": [client("C1", Authorized_days=1)]}, "Authorized days 1", "Authorized days"),
    "work": (
        {"Commitments": [{"Client": "C2", "Days": "Tue", "Start": "8:00", "End": "9:30", "Kind": "Work"}]},
        "Work on Tue 08:00-09:30",
        "End",
    ),
    "travel": (
        {"Commitments": [{"Client": "C2", "Days": "Tue", "Start": "8:00", "End": "8:50", "Travel": 30}]},
        "30 minutes of travel",
        "Travel",
    ),
    "phase": (
        {"Phases": [{"Phase": "IOP", "Min hours": 2, "Min days": 2, "Max days": 1}]},
        "Max days of the phase IOP",
        "Max days",
    ),
    "virtual": ({"Clients": [client("C1", Virtual_days="Tue")]}, "the virtual day Tue", "Virtual days"),
    "weeks": (
        {
            "Groups": [group("Process", "Mon, Tue", "9:00", Program_weeks="1-4")],
            "Clients": [client("C1", Program_week=5)],
        },
        "Process is for other weeks of treatment",
        "Program weeks",
    ),
}


@pytest.mark.parametrize("case", OWN)
def test_what_is_the_clients_own(case: str, tmp_path: Path) -> None:
    """A plan that not even an empty program could meet names the cell in the way; changing it mends the plan."""
    changes, in_the_way, column = OWN[case]
    tables = tables_of(tmp_path, **changes)
    explanation = explained(tables)
    assert all("with everyone else gone" in reason.why and "(proven)" in reason.why for reason in explanation.reasons)
    assert any(in_the_way in reason.why for reason in explanation.reasons)
    assert any(column in {cell.column for cell in remedy.cells} for remedy in explanation.remedies)
    for number, remedy in enumerate(explanation.remedies, start=1):
        met = met_after(tables, explanation, number)
        assert set(remedy.helps) <= met
        assert len(met) == remedy.plans_met_after


def test_travel_is_cut_as_little_as_needed(tmp_path: Path) -> None:
    """Ten minutes lie between work and group: travel of 30 minutes becomes one of 10."""
    changes: Rows = [{"Client": "C2", "Days": "Tue", "Start": "8:00", "End": "8:50", "Travel": 30}]
    explanation = explained(tables_of(tmp_path, Commitments=changes))
    assert ("Travel", "30", "10") in {(c.column, c.before, c.after) for r in explanation.remedies for c in r.cells}


def test_a_clinician_who_is_not_there(tmp_path: Path) -> None:
    """Nobody is there on Tuesday: the remedy adds a row of Clinician hours for the time of the group."""
    hours: Rows = [{"Clinician": "Clin 01", "Days": "Mon", "Start": "9:00", "End": "12:00"}]
    tables = tables_of(tmp_path, Clinician_hours=hours)
    explanation = explained(tables)
    row = {c.column: c.after for c in explanation.remedies[0].cells}
    assert row == {"Clinician": "Clin 01", "Days": "Tue", "Start": "09:00", "End": "10:00"}
    assert {c.row for c in explanation.remedies[0].cells} == {"new 1"}
    assert met_after(tables, explanation, 1) == {"C1", "C2", "C3"}


def test_a_must_run_group(tmp_path: Path) -> None:
    """A group that must run and has nobody to lead it is a case of its own, and the clinician qualified mends it."""
    groups = [group("Process", "Mon, Tue", "9:00"), group("Yoga", "Fri", "9:00", Must_run="yes")]
    tables = tables_of(tmp_path, Groups=groups, Clinicians=[{"Clinician": "Clin 01", "Topics": "Process"}])
    explanation = explained(tables)
    assert [reason.subject for reason in explanation.reasons] == ["Yoga"]
    assert any(c.column == "Topics" and c.after == "Process, Yoga" for r in explanation.remedies for c in r.cells)


def test_another_day_of_a_must_run_group(tmp_path: Path) -> None:
    """Its Sessions are blank, which means one for each day: the remedy writes how many it has now, or there would be
    one more to hold."""
    groups = [group("Process", "Mon, Tue", "9:00"), group("Yoga", "Tue, Wed", "10:00", Must_run="yes")]
    hours: Rows = [
        {"Clinician": "Clin 01", "Days": "Mon, Wed, Thu", "Start": "9:00", "End": "12:00"},
        {"Clinician": "Clin 01", "Days": "Tue", "Start": "9:00", "End": "10:00"},
    ]
    tables = tables_of(tmp_path, Groups=groups, Clinician_hours=hours)
    explanation = explained(tables)
    assert [reason.subject for reason in explanation.reasons] == ["Yoga"]
    days = [r for r in explanation.remedies if any(c.column == "Days" and c.sheet == "Groups" for c in r.cells)]
    assert [(c.column, c.before, c.after) for c in days[0].cells if c.sheet == "Groups"] == [
        ("Days", "Tue, Wed", "Mon-Wed"),
        ("Sessions", "", "2"),
    ]
    assert "still 2 sessions a week" in days[0].change
    week, outcome = solved(apply(tables, days[0].cells))
    assert outcome.schedule is not None
    assert evaluate(week, outcome.schedule).shortfalls == ()


def test_what_no_small_change_mends(tmp_path: Path) -> None:
    """A topic that nobody offers: no remedy, and the sentence says what was tried."""
    tables = tables_of(tmp_path, Clients=[client("C1", Needs="Yoga")])
    explanation = explained(tables)
    assert explanation.remedies == ()
    assert "No small change mends it" in explanation.reasons[0].fix
    assert "seats" in explanation.reasons[0].fix


def test_every_shortfall_has_its_reason(tmp_path: Path) -> None:
    """Each shortfall of a week is found by the report, with both sentences, however short the time."""
    tables = tables_of(tmp_path, Groups=[group("Process", "Mon, Tue", "9:00", Max_clients=2)])
    week, outcome = solved(tables)
    assert outcome.schedule is not None
    explanation = explain(tables, week, outcome, 0.01)
    for shortfall in evaluate(week, outcome.schedule).shortfalls:
        reason = explanation.reason_for(shortfall)
        assert reason is not None and reason.why and reason.fix
