"""Changing cells of the raw tables, as what-if and remedies do."""

from __future__ import annotations

import pytest

from scheduler.workbook import assemble
from tests.workbook.sample import errors, sheets, tables_of


def test_cells_are_found_by_the_contracts_names():
    """However the workbook spells its sheets and columns, the contract's names find them."""
    content = sheets()
    content["GROUPS"] = content.pop("Groups")
    content["GROUPS"][0][5] = "max_clients"
    tables = tables_of(content)
    assert tables.cell("Groups", 2, "Max clients") == 12
    assert tables.cell("groups", 2, "MAX CLIENTS") == 12
    assert tables.cell("Groups", 2, "Lead") is None and tables.cell("Groups", 99, "Group") is None
    assert tables.address("Groups", 2, "Max clients") == "F2"
    assert [row.number for row in tables.rows("Groups")] == [2, 3]
    assert tables.rows("Locks") == ()


def test_with_cell_changes_a_copy():
    """A changed cell is read back and assembled; the tables it came from stay as they were."""
    tables = tables_of(sheets())
    changed = tables.with_cell("Groups", 2, "Max clients", "13")
    assert (tables.cell("Groups", 2, "Max clients"), changed.cell("Groups", 2, "Max clients")) == (12, "13")
    assert assemble(changed).week.groups[0].max_clients == 13


def test_with_cell_adds_a_column():
    """A column that the sheet lacks is added behind its last one."""
    changed = tables_of(sheets()).with_cell("Groups", 3, "Min clients", 4)
    assert changed.address("Groups", 3, "Min clients") == "G3"
    assert [group.min_clients for group in assemble(changed).week.groups] == [1, 4]


def test_with_row_adds_rows_and_sheets():
    """Rows go below the last one; a missing sheet comes with its header."""
    tables = tables_of(sheets())
    changed = tables.with_row("Clinician hours", {"Clinician": "Bo", "Days": "Sat", "Start": "9:00", "End": "12:00"})
    assert [row.number for row in changed.rows("Clinician hours")] == [2, 3, 4]
    changed = changed.with_row("Locks", {"Rule": "must", "Client": "C1", "Day": "Mon", "Start": "9:00"})
    week = assemble(changed).week
    assert week.clinicians[1].hours[5] and week.locks[0].start == 540 and week.locks[0].row == 2


def test_unknown_names_are_programming_errors():
    """A sheet or column that the contract does not know raises KeyError."""
    tables = tables_of(sheets())
    with pytest.raises(KeyError):
        tables.rows("Weather")
    with pytest.raises(KeyError):
        tables.with_cell("Groups", 2, "Colour", "red")


def test_an_error_in_an_added_cell_has_its_address():
    """What a change breaks is reported where the cell would stand."""
    changed = tables_of(sheets()).with_cell("Rooms", 3, "Virtual", "perhaps")
    assert errors(assemble(changed)) == ['Rooms!C3: Virtual is "perhaps": expected yes or no']
