"""The ready workbooks of `inputs/`, one module a program; `python -m benchmarks.inputs` writes them again."""

from __future__ import annotations

from pathlib import Path

from benchmarks.inputs import (
    ark_behavioral_health,
    banyan_chicago,
    banyan_massachusetts,
    greater_boston_behavioral_health,
    massachusetts_center_for_addiction,
    ucsf,
    wholeview,
)
from scheduler.workbook.template import workbook_bytes

__all__ = ["FOLDER", "PROGRAMS", "ready_workbooks"]

FOLDER = Path(__file__).resolve().parents[2] / "inputs"
PROGRAMS = (
    ark_behavioral_health,
    banyan_chicago,
    banyan_massachusetts,
    greater_boston_behavioral_health,
    massachusetts_center_for_addiction,
    ucsf,
    wholeview,
)
_INVENTED = (
    "All people of this workbook are invented: clients, clinicians, their hours and their circumstances, and so are "
    "rooms and group sizes. No program had a part in it."
)


def ready_workbooks() -> dict[str, bytes]:
    """Each ready workbook's bytes by its file name; the same at every call."""
    books = {}
    for program in PROGRAMS:
        name = program.__name__.rpartition(".")[2].replace("_", "-")
        sheets = program.sheets()
        for by_client in ("Commitments", "Appointments"):
            sheets[by_client].sort(key=lambda row: str(row["Client"]))
        books[f"{name}.xlsx"] = workbook_bytes(sheets, (_INVENTED, *program.ABOUT))
    return books
