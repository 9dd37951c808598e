"""Random weeks that touch every column, written as workbooks and read back."""

from __future__ import annotations

import pytest

from scheduler.workbook import assemble, foresee, read
from tests.weeks.random_weeks import random_week
from tests.workbook.sample import errors, tables_of, written
from tests.workbook.written_week import bare, rows_of


@pytest.mark.parametrize("seed", range(40))
def test_a_week_read_back_is_the_same_week(seed):
    """Every field of every sheet survives the way through the rows of a workbook."""
    week = random_week(seed, locks=True)
    tables = tables_of(rows_of(week))
    reading = assemble(tables)
    assert errors(reading) == []
    assert bare(reading.week) == bare(week)
    foresee(reading.week, tables)


def test_a_week_read_back_from_a_file_is_the_same_week(tmp_path):
    """The same through a file."""
    week = random_week(7, locks=True)
    assert bare(read(written(tmp_path / "week.xlsx", rows_of(week))).week) == bare(week)
