"""Cells as people type them, and changes applied to the tables."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from scheduler.domain.explanation import CellChange
from scheduler.explain.cells import apply, days_text, list_text, typed, value_of
from scheduler.explain.changed_file import write_changed
from scheduler.explain.ground import joined_cells
from scheduler.explain.wishes import UnknownCell, cell_to_set, cells_to_add
from scheduler.workbook import open_workbook
from tests.explain.site import client, tables_of, week_of, workbook


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (9.0, "9"), (1.5, "1.5"), (time(17, 5), "17:05"), (date(2026, 11, 30), "2026-11-30"), (True, "yes")],
)
def test_what_a_person_types(value: object, text: str) -> None:
    """Numbers without needless points, times as HH:MM."""
    assert typed(value) == text  # type: ignore[arg-type]
    assert (typed(0.5, "Start"), typed(0.5, "Max hours")) == ("12:00", "0.5")


def test_typed_numbers_are_numbers() -> None:
    """A number typed is a number, a name stays a text, nothing is a blank cell."""
    assert (value_of("13"), value_of("1.5"), value_of("Mon"), value_of(" ")) == (13, 1.5, "Mon", None)


def test_lists_keep_their_separator() -> None:
    """The separator of the cell is kept; a name that holds a comma asks for semicolons."""
    assert list_text(["A", "B"], "A, X") == "A, B"
    assert list_text(["A", "B"], "A; X") == "A; B"
    assert list_text(["Dana Smith, LCSW", "B"]) == "Dana Smith, LCSW; B"
    assert (days_text([0, 1, 2]), days_text([2, 0])) == ("Mon-Wed", "Mon, Wed")


def test_cells_and_new_rows(tmp_path: Path) -> None:
    """A cell and a new row are in the week that the tables describe, and in the file written for them."""
    path = workbook(tmp_path)
    tables = open_workbook(path)
    cells = (
        cell_to_set(tables, "Groups/Process/Max clients=13"),
        cell_to_set(tables, "Groups/#2/Start=10:00"),
        *cells_to_add(tables, "Clinician hours: Clinician=Clin 01; Days=Thu; Start=17:00; End=21:00", 1),
    )
    write_changed(path, tmp_path / "changed.xlsx", tables, cells)
    for changed in (apply(tables, cells), open_workbook(tmp_path / "changed.xlsx")):
        week = week_of(changed)
        assert (week.groups[0].max_clients, week.groups[0].starts) == (13, (600,))
        assert [(w.start, w.end) for w in week.clinicians[0].hours[3]] == [(540, 720), (1020, 1260)]
    assert week_of(open_workbook(path)).groups[0].max_clients == 8


def test_a_setting(tmp_path: Path) -> None:
    """A row of Program needs no column."""
    tables = tables_of(tmp_path)
    cell = cell_to_set(tables, "Program/Program=Other")
    assert (cell.row, cell.column, cell.before, cell.after) == ("2", "Value", "Small", "Other")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Group/Process/Max clients=1", "did you mean 'Groups'"),
        ("Groups/Proces/Max clients=1", "did you mean 'Process'"),
        ("Groups/Process/Max client=1", "did you mean 'Max clients'"),
        ("Groups/Process", "Sheet/Row/Column=Value"),
        ("Program/Trip cost=5", "--add"),
    ],
)
def test_cells_that_are_not_there(text: str, said: str, tmp_path: Path) -> None:
    """What is not in the workbook is said, with the nearest that is."""
    with pytest.raises(UnknownCell, match=said):
        cell_to_set(tables_of(tmp_path), text)


def test_a_row_lacks_a_column(tmp_path: Path) -> None:
    """A new row without a required cell is refused with its name."""
    with pytest.raises(UnknownCell, match="End"):
        cells_to_add(tables_of(tmp_path), "Clinician hours: Clinician=Clin 01; Days=Thu; Start=9:00", 1)


def test_a_name_with_several_rows(tmp_path: Path) -> None:
    """Rows that share a name are told apart by their numbers."""
    hours: list[dict[str, object]] = [
        {"Clinician": "Clin 01", "Days": day, "Start": "9:00", "End": "12:00"} for day in ("Mon", "Tue")
    ]
    with pytest.raises(UnknownCell, match="#2, #3"):
        cell_to_set(tables_of(tmp_path, Clinician_hours=hours), "Clinician hours/Clin 01/End=13:00")


def test_changes_upon_changes() -> None:
    """A cell changed twice goes from its first text to its last; new rows are numbered on."""

    def changes(seats: str, more: str, room: str) -> tuple[CellChange, ...]:
        return (
            CellChange("Groups", "2", "A", "Max clients", seats, more),
            CellChange("Rooms", "new 1", room, "Room", "", room),
        )

    joined = joined_cells(changes("8", "9", "B"), changes("9", "10", "C"))
    assert [(c.row, c.before, c.after) for c in joined] == [("2", "8", "10"), ("new 1", "", "B"), ("new 2", "", "C")]


def test_a_name_like_a_formula(tmp_path: Path) -> None:
    """A value that begins with = is written as text."""
    path = workbook(tmp_path, Clients=[client("C1", Tags="x")])
    tables = open_workbook(path)
    write_changed(path, tmp_path / "changed.xlsx", tables, [cell_to_set(tables, "Clients/C1/Tags==1+1")])
    assert open_workbook(tmp_path / "changed.xlsx").cell("Clients", 2, "Tags") == "=1+1"
