"""The sheet Timetable: the week as a grid, days across, quarter hours down, parallel sessions side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.calendar import DAY_NAMES, DAYS, clock
from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.domain.week import Week
from scheduler.report.excel.cells import clean, link, put
from scheduler.report.excel.colors import track_colors
from scheduler.report.excel.print_setup import set_up_print, week_of
from scheduler.report.excel.styles import DARK_LINE, FONT, GREY, HEADER, NOTE, SUBTITLE, TITLE, font, solid
from scheduler.report.held import SessionLine, tracks_of
from scheduler.report.lanes import QUARTER, Block, Grid, grid_of

_TITLE_ROW, _LEGEND_ROW, _DAYS_ROW, _FIRST_ROW = 1, 2, 3, 4
_LANE_WIDTH, _EMPTY_DAY_WIDTH = 19.0, 9.0
_LEGEND_WIDTH = 2
_LINE_POINTS, _IDLE_POINTS = 11.5, 5.0
_ROW_POINTS = (12.0, 26.0)
_CHARACTERS_A_PAGE = 260
_EDGE = Side(style="medium", color="FF3B4754")
_DAY_EDGE = Side(style="medium", color="FF8A94A0")
_CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)


def add_timetable(workbook: Workbook, week: Week, schedule: Schedule, rosters: Mapping[str, str]) -> None:
    """Every held group session as a block of its track's colour that leads to its roster."""
    sheet = workbook.create_sheet("Timetable")
    grid = grid_of(schedule.sessions)
    columns = _first_columns(week, grid)
    colors = track_colors(week)
    tracks = {s.name: _tracks(week, s) for s in schedule.sessions}
    _write_heads(sheet, week, grid, columns)
    _write_times(sheet, grid)
    _rule_days(sheet, grid, columns)
    for block in grid.blocks:
        served = tracks[block.session.name]
        color = colors[served[0]] if served else "FFFFFFFF"
        _write_block(sheet, week, block, columns[block.session.day] + block.lane, color, served, rosters)
    _set_heights(sheet, week, grid, tracks)
    _write_legend(sheet, week, colors)
    _set_up_page(sheet, week, columns)


def _tracks(week: Week, session: GroupSession) -> tuple[str, ...]:
    group = week.group_by_name[session.group]
    return tracks_of(week, SessionLine(session.name, group, session.day, session))


def _first_columns(week: Week, grid: Grid) -> tuple[int, ...]:
    """The first column of each day, and at the end that behind Sunday; a day when nobody ever comes has no column."""
    columns = [2]
    for day in DAYS:
        usual = any(track.windows[day] for track in week.tracks)
        columns.append(columns[-1] + max(grid.lanes[day], 1 if usual else 0))
    return tuple(columns)


def _write_heads(sheet: Worksheet, week: Week, grid: Grid, columns: tuple[int, ...]) -> None:
    put(sheet.cell(_TITLE_ROW, 1), f"{week.program.name}: timetable, {week_of(week).lower()}", TITLE)
    put(sheet.cell(_DAYS_ROW, 1), "Time", HEADER).alignment = _CENTER
    sheet.column_dimensions["A"].width = 7.5
    for day in DAYS:
        first, last = columns[day], columns[day + 1] - 1
        width = _LANE_WIDTH if grid.lanes[day] else _EMPTY_DAY_WIDTH
        for column in range(first, last + 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
            sheet.cell(_DAYS_ROW, column).style = HEADER
        if first <= last:
            put(sheet.cell(_DAYS_ROW, first), _day_title(week, day), HEADER).alignment = _CENTER
            _merge(sheet, _DAYS_ROW, _DAYS_ROW, first, last)
    sheet.row_dimensions[_DAYS_ROW].height = 30


def _day_title(week: Week, day: int) -> str:
    date = week.program.monday + timedelta(days=day)
    title = f"{DAY_NAMES[day]} {date.day} {date:%b}"
    closures = [c for c in week.closures if c.whole_program and day in c.days]
    return f"{title}\nclosed: {closures[0].reason}".removesuffix(": ") if closures else title


def _write_times(sheet: Worksheet, grid: Grid) -> None:
    idle = grid.idle_rows()
    for row in range(grid.rows):
        minute = grid.begin + row * grid.step
        if minute % QUARTER == 0 and row not in idle:
            cell = put(sheet.cell(_FIRST_ROW + row, 1), clock(minute), NOTE)
            cell.font = font(9, bold=minute % 60 == 0, color=GREY)
            cell.alignment = Alignment(horizontal="right", vertical="top")


def _rule_days(sheet: Worksheet, grid: Grid, columns: tuple[int, ...]) -> None:
    """A line at each full hour, and one between the days."""
    starts = set(columns)
    plain, hour = Border(left=_DAY_EDGE), Border(left=_DAY_EDGE, top=DARK_LINE)
    hour_only = Border(top=DARK_LINE)
    idle = grid.idle_rows()
    for row in range(grid.rows):
        full_hour = (grid.begin + row * grid.step) % 60 == 0 and row not in idle
        for column in range(2, columns[-1]):
            if column in starts:
                sheet.cell(_FIRST_ROW + row, column).border = hour if full_hour else plain
            elif full_hour:
                sheet.cell(_FIRST_ROW + row, column).border = hour_only


def _write_block(
    sheet: Worksheet,
    week: Week,
    block: Block,
    column: int,
    color: str,
    tracks: tuple[str, ...],
    rosters: Mapping[str, str],
) -> None:
    first, last = _FIRST_ROW + block.first, _FIRST_ROW + block.last
    fill, edge = solid(color), Border(_EDGE, _EDGE, _EDGE, _EDGE)
    for row in range(first, last + 1):
        cell = sheet.cell(row, column)
        cell.fill, cell.border = fill, edge
    top = sheet.cell(first, column)
    top.alignment = _CENTER
    _merge(sheet, first, last, column, column)
    letter = get_column_letter(column)
    link(top, "Rosters", rosters[block.session.name], f"{letter}{first}:{letter}{last}")
    title, *rest = _lines(week, block.session, tracks)
    bold, plain = InlineFont(rFont=FONT, sz=9, b=True), InlineFont(rFont=FONT, sz=8)
    top.value = CellRichText(TextBlock(bold, title + "\n"), TextBlock(plain, "\n".join(rest)))


def _lines(week: Week, session: GroupSession, tracks: tuple[str, ...]) -> list[str]:
    group = week.group_by_name[session.group]
    place = session.room or ""
    if group.modality is not Modality.IN_PERSON:
        place = f"{place} ({group.modality.value})".strip()
    count = f"{len(session.clients)}/{group.max_clients}"
    lines = [session.group, "; ".join(session.facilitators), f"{place}   {count}".strip(), "; ".join(tracks)]
    return [clean(line) for line in lines if line]


def _set_heights(sheet: Worksheet, week: Week, grid: Grid, tracks: Mapping[str, tuple[str, ...]]) -> None:
    """Rows high enough for the text of the block that has the least room for it."""
    points = _ROW_POINTS[0] * grid.step / QUARTER
    for block in grid.blocks:
        lines = _lines(week, block.session, tracks[block.session.name])
        needed = sum(-(-len(line) // int(_LANE_WIDTH)) for line in lines) * _LINE_POINTS + 3
        points = max(points, needed / (block.last - block.first + 1))
    idle = grid.idle_rows()
    for row in range(grid.rows):
        height = _IDLE_POINTS * grid.step / QUARTER if row in idle else min(points, _ROW_POINTS[1])
        sheet.row_dimensions[_FIRST_ROW + row].height = round(height, 1)


def _write_legend(sheet: Worksheet, week: Week, colors: Mapping[str, str]) -> None:
    put(sheet.cell(_LEGEND_ROW, 1), "Tracks", SUBTITLE)
    for place, track in enumerate(week.tracks):
        cell = put(sheet.cell(_LEGEND_ROW, 2 + place), track.name, NOTE)
        cell.fill, cell.alignment = solid(colors[track.name]), _CENTER
        cell.font, cell.border = font(9, bold=True), Border(_EDGE, _EDGE, _EDGE, _EDGE)
    note = "Each block: group, who leads it, room, clients/most, tracks. Click it for its roster."
    cell = put(sheet.cell(_LEGEND_ROW, 2 + len(week.tracks)), note, NOTE)
    cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[_LEGEND_ROW].height = 18


def _set_up_page(sheet: Worksheet, week: Week, columns: tuple[int, ...]) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = sheet.cell(_FIRST_ROW, 2)
    sheet.sheet_view.zoomScale = 85
    set_up_print(sheet, week, title_rows=f"{_TITLE_ROW}:{_DAYS_ROW}")
    sheet.print_title_cols = "A:A"
    letters = map(get_column_letter, range(1, columns[-1]))
    characters = sum(sheet.column_dimensions[letter].width for letter in letters)
    sheet.page_setup.fitToWidth = max(1, round(characters / _CHARACTERS_A_PAGE))
    if sheet.page_setup.fitToWidth == 1:
        sheet.page_setup.fitToHeight = 1
    sheet.print_area = f"A1:{get_column_letter(max(columns[-1] - 1, 2 + len(week.tracks)))}{sheet.max_row}"


def _merge(sheet: Worksheet, top: int, bottom: int, left: int, right: int) -> None:
    if (top, left) != (bottom, right):
        sheet.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)
