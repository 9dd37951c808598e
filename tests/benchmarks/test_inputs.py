"""The ready workbooks of `inputs/`: read without error, as their script writes them, and each what it says."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from benchmarks.inputs import FOLDER, ready_workbooks
from scheduler.domain.issues import Severity
from scheduler.workbook import read

NAMES = (
    "ark-behavioral-health",
    "banyan-chicago",
    "banyan-massachusetts",
    "greater-boston-behavioral-health",
    "massachusetts-center-for-addiction",
    "ucsf",
    "wholeview",
)
MEANT = {"ark-behavioral-health": ["8 hours are authorized, fewer than the 9 due"]}


@pytest.fixture(scope="module")
def fresh():
    """Every ready workbook as the script writes it now."""
    return ready_workbooks()


@pytest.fixture(scope="module")
def readings():
    """Every ready workbook of the repository, read."""
    return {name: read(FOLDER / f"{name}.xlsx") for name in NAMES}


def _cells(source: object) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(source)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_there_are_seven(fresh):
    """The script writes the seven programs and no other."""
    assert sorted(fresh) == [f"{name}.xlsx" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_the_repository_holds_what_the_script_writes(name, fresh):
    """No workbook was changed by hand, or left behind by a change of its script."""
    assert _cells(FOLDER / f"{name}.xlsx") == _cells(BytesIO(fresh[f"{name}.xlsx"]))


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_workbook_has_no_error_and_only_meant_warnings(name, readings):
    """A coordinator who opens an example meets no complaint but those that the example is about."""
    serious = [issue for issue in readings[name].issues if issue.severity is not Severity.NOTE]
    assert [issue.severity for issue in serious if issue.severity is Severity.ERROR] == []
    assert [issue.message for issue in serious] == MEANT.get(name, [])


@pytest.mark.parametrize("name", NAMES)
def test_people_are_said_to_be_invented(name):
    """The first sheet says so, and the number of clients is that of a real program."""
    cells = _cells(FOLDER / f"{name}.xlsx")
    assert next(iter(cells)) == "Read me"
    assert any("invented" in str(value) for row in cells["Read me"] for value in row)
    assert 25 <= len(cells["Clients"]) - 1 <= 60


def test_the_published_weeks_are_whole(readings):
    """Wholeview holds 26 sessions; four 50-minute hours on five days of UCSF's PHP count twenty."""
    wholeview, ucsf = readings["wholeview"].week, readings["ucsf"].week
    assert sum(group.sessions for group in wholeview.groups) == 26
    php = [group for group in ucsf.groups if group.phases == ("PHP",)]
    assert sum(group.counted_minutes * group.sessions for group in php) == 20 * 60
    assert sum(group.minutes * group.sessions for group in php) == 1000


def test_every_feature_of_the_contract_is_somewhere(readings):
    """Among the seven there is each kind of circumstance that a coordinator may want to copy."""
    weeks = [reading.week for reading in readings.values()]
    groups = [group for week in weeks for group in week.groups]
    clients = [client for week in weeks for client in week.clients]
    assert any(commitment.travel for week in weeks for commitment in week.commitments)
    assert any(not commitment.firm for week in weeks for commitment in week.commitments)
    assert {"Psychiatry", "Medication", "Family"} <= {a.service for week in weeks for a in week.appointments}
    assert any(week.keep_apart for week in weeks) and any(
        closure.excused for week in weeks for closure in week.closures
    )
    assert {lock.must for week in weeks for lock in week.locks} == {True, False}
    assert any(group.facilitators == 0 and group.counted_minutes == 0 for group in groups)
    assert any(group.facilitators == 2 and group.lead for group in groups)
    assert any(group.cohort for group in groups) and any(group.program_weeks for group in groups)
    assert any(group.required_tags for group in groups) and any(group.forbidden_tags for group in groups)
    assert any(group.seats_per_client > 1 for group in groups) and any(group.must_run for group in groups)
    assert sum(any(group.starts is None for group in week.groups) for week in weeks) >= 2
    assert any(client.virtual_days for client in clients) and any(client.needs for client in clients)
    assert any(client.authorized_minutes for client in clients) and any(client.first_day > 0 for client in clients)
    assert any(client.priority > 1 for client in clients) and any(week.topic_rules for week in weeks)
    assert any(week.program.mix_tracks for week in weeks) and any(week.goal_ranks for week in weeks)
