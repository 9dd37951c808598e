"""The input workbook: raw tables, what is wrong with them, and the week they describe.

reading = read("week.xlsx")      # reading.week is None if there is any error; reading.issues says all
tables = open_workbook(path)     # raw tables, to change a cell and assemble again
assemble(tables.with_cell("Groups", 4, "Max clients", 13))
"""

from __future__ import annotations

from scheduler.workbook.assemble import Reading, assemble, read, read_week
from scheduler.workbook.errors import WorkbookError
from scheduler.workbook.foresight import foresee
from scheduler.workbook.opening import open_workbook
from scheduler.workbook.schedule_file import WrittenSchedule, read_schedule
from scheduler.workbook.tables import Row, Table, Tables

__all__ = [
    "Reading",
    "Row",
    "Table",
    "Tables",
    "WorkbookError",
    "WrittenSchedule",
    "assemble",
    "foresee",
    "open_workbook",
    "read",
    "read_schedule",
    "read_week",
]
