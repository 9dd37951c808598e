"""The sheet Rosters: for each held session, who is in it."""

from __future__ import annotations

from openpyxl import Workbook

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.domain.week import Week
from scheduler.report.excel.cells import put
from scheduler.report.excel.print_setup import head_of, set_up_print
from scheduler.report.excel.styles import HEADER, HEADING, NOTE, cell_style
from scheduler.report.table import Form

_ACROSS = 8
_NAME = "Rosters"


def roster_cells(schedule: Schedule) -> dict[str, str]:
    """The cell at which each session's roster begins, by the session's name."""
    cells, row = {}, 1
    for session in schedule.sessions:
        cells[session.name] = f"A{row}"
        row += _height(session)
    return cells


def add_rosters(workbook: Workbook, week: Week, schedule: Schedule) -> None:
    """Blocks of a heading, a line of facts, and the client ids, eight a row."""
    sheet = workbook.create_sheet(_NAME)
    for place in range(1, _ACROSS + 1):
        sheet.column_dimensions[chr(ord("A") + place - 1)].width = 16
    row = 1
    for session in schedule.sessions:
        put(sheet.cell(row, 1), session.name, HEADING)
        for place in range(2, _ACROSS + 1):
            sheet.cell(row, place).style = HEADING
        put(sheet.cell(row + 1, 1), _facts(week, session), NOTE)
        sheet.merge_cells(start_row=row + 1, end_row=row + 1, start_column=1, end_column=_ACROSS)
        for number, client in enumerate(session.clients):
            down, across = divmod(number, _ACROSS)
            put(sheet.cell(row + 2 + down, 1 + across), client, cell_style(Form.TEXT))
        row += _height(session)
    if not schedule.sessions:
        put(sheet.cell(1, 1), "No session is held.", HEADER)
    set_up_print(sheet, head_of(week))


def _facts(week: Week, session: GroupSession) -> str:
    group = week.group_by_name[session.group]
    facts = [
        f"{DAY_NAMES[session.day]} {clock(session.start)}-{clock(session.end)}",
        "; ".join(session.facilitators),
        session.room or "",
        group.modality.value,
        f"{len(session.clients)} of {group.max_clients} clients",
    ]
    return "   ·   ".join(fact for fact in facts if fact)


def _height(session: GroupSession) -> int:
    """Rows of one block, a blank one behind it included."""
    return 3 + -(-len(session.clients) // _ACROSS)
