"""Pandas frames of a schedule for notebooks, with the columns of the schedule workbook.

Times are `datetime.time` (24:00, the end of the day, is 00:00), hours decimals, blank cells None.
"""

from __future__ import annotations

from datetime import time

import pandas as pd

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.table import Cell, Column, Form, Table
from scheduler.report.tables.assignments import assignments_table
from scheduler.report.tables.clients import COLUMNS as CLIENT_COLUMNS
from scheduler.report.tables.clients import clients_table
from scheduler.report.tables.sessions import sessions_table


def sessions(week: Week, schedule: Schedule) -> pd.DataFrame:
    """The group sessions asked for, held or not: the columns of the sheet Sessions."""
    return frame(sessions_table(week, schedule))


def assignments(week: Week, schedule: Schedule) -> pd.DataFrame:
    """One row for each thing each client does: the columns of the sheet Assignments."""
    return frame(assignments_table(week, schedule))


def clients(week: Week, schedule: Schedule, evaluation: Evaluation) -> pd.DataFrame:
    """What each client gets and is due: the columns of the sheet Clients."""
    table = clients_table(week, schedule, evaluation)
    return frame(table)[[column.title for column in CLIENT_COLUMNS]]


def frame(table: Table) -> pd.DataFrame:
    """Any table of the report as a frame."""
    rows = [[_plain(column, cell) for column, cell in zip(table.columns, row.cells, strict=True)] for row in table.rows]
    return pd.DataFrame(rows, columns=[column.title for column in table.columns])


def _plain(column: Column, cell: Cell) -> Cell | time:
    if isinstance(cell, int) and column.form is Form.TIME:
        return time(cell // 60 % 24, cell % 60)
    if isinstance(cell, int) and column.form is Form.HOURS:
        return cell / 60
    return cell
