"""Whatever a cell holds, reading gives a week or errors with their cells, and never a traceback."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.issues import Severity
from scheduler.workbook import assemble, foresee
from scheduler.workbook.sheets import SHEETS
from scheduler.workbook.values import ErrorValue, NoStoredValue
from tests.workbook.sample import sheets, tables_of

FULL = tables_of(
    sheets(
        Commitments=[["Client", "Days", "Start", "End"], ["C1", "Mon", "8:00", "9:00"]],
        Appointments=[["Client", "Service", "Minutes"], ["C1", "Psychiatry", 30]],
        Closures=[["What", "Days"], ["Bo", "Mon"]],
        Keep_apart=[["Client A", "Client B"], ["C1", "C2"]],
        Locks=[["Rule", "Client", "Group"], ["must", "C1", "CBT A"]],
        Goals=[["Goal", "Rank"], ["Waiting", 1]],
        Topic_rules=[["Phase", "Topic"], [None, "CBT"]],
    )
)

VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Mon-Fri", "9:00", "C1", "CBT:2", "yes", "1-4", "2026-11-25", "none", "=", "#N/A", ";", ",", ":", "!"]
    ),
    st.integers(-(10**6), 10**6),
    st.floats(),
    st.booleans(),
    st.dates(date(1900, 1, 1)),
    st.datetimes(datetime(1899, 12, 30)),
    st.times(),
    st.timedeltas(timedelta(days=-3), timedelta(days=400)),
    st.just(ErrorValue("#REF!")),
    st.just(NoStoredValue()),
    st.none(),
)

CELLS = st.sampled_from([(sheet.name, column) for sheet in SHEETS for column in sheet.column_names])


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(CELLS, VALUES), min_size=1, max_size=4))
def test_any_value_in_any_cell(changes):
    """A week comes without errors, errors come without a week, and each error has a cell."""
    tables = FULL
    for (sheet, column), value in changes:
        tables = tables.with_cell(sheet, 2, column, value)
    reading = assemble(tables)
    wrong = [issue for issue in reading.issues if issue.severity is Severity.ERROR]
    assert (reading.week is None) == bool(wrong)
    assert all(issue.cell or issue.sheet == "Program" for issue in wrong)
    if reading.week is not None:
        foresee(reading.week, tables)


def test_the_full_sample_is_right():
    """Without a change the fuzzed workbook has no error, so that errors come from the change alone."""
    assert assemble(FULL).week is not None
