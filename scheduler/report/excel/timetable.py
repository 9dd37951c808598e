"""The sheet Timetable: the week as a grid, days across, quarter hours down, parallel sessions side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from textwrap import shorten, wrap

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.calendar import DAY_NAMES, DAYS, clock
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.domain.week import Week
from scheduler.report.excel.cells import merge, put
from scheduler.report.excel.colors import track_colors
from scheduler.report.excel.print_setup import head_of, set_up_print, week_of
from scheduler.report.excel.styles import CENTER, DARK_LINE, EDGE, GREY, HEADER, NOTE, SUBTITLE, TITLE, font, solid
from scheduler.report.excel.timetable_block import block_text, foot_rows, write_block
from scheduler.report.held import SessionLine, tracks_of
from scheduler.report.lanes import QUARTER, Grid, grid_of

_TITLE_ROW, _LEGEND_ROW, _DAYS_ROW, _FIRST_ROW = 1, 2, 3, 4
_WIDE_LANE, _NARROW_LANE, _MANY_LANES, _EMPTY_DAY_WIDTH = 20.0, 16.0, 7, 13.0
_LINE_POINTS, _IDLE_POINTS = 11.5, 5.0
_ROW_POINTS = (15.0, 30.0)
_CHARACTERS_A_PAGE = 260
_CLOSED_TEXT = 30
_PAGE_SHAPE, _POINTS_A_CHARACTER, _MOST_STRETCH = 0.62, 5.6, 1.8
_DAY_EDGE = Side(style="medium", color="FF8A94A0")


def add_timetable(workbook: Workbook, week: Week, schedule: Schedule, rosters: Mapping[str, str]) -> None:
    """Every held group session as a block of its track's colour that leads to its roster."""
    sheet = workbook.create_sheet("Timetable")
    grid = grid_of(schedule.sessions)
    columns = _first_columns(week, grid)
    colors = track_colors(week)
    _write_heads(sheet, week, grid, columns)
    _write_times(sheet, grid)
    _rule_days(sheet, grid, columns)
    for block in grid.blocks:
        name, served = block.session.name, _tracks(week, block.session)
        shades = [colors[track] for track in served] or ["FFFFFFFF"]
        column = columns[block.session.day] + block.lane
        write_block(sheet, block, _FIRST_ROW, column, block_text(week, block.session, served), shades, rosters[name])
    _set_heights(sheet, week, grid)
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
    put(
        sheet.cell(_TITLE_ROW, 1),
        f"{week.program.name}: timetable, {week_of(week)[0].lower()}{week_of(week)[1:]}",
        TITLE,
    )
    put(sheet.cell(_DAYS_ROW, 1), "Time", HEADER).alignment = CENTER
    sheet.column_dimensions["A"].width = 7.5
    for day in DAYS:
        first, last = columns[day], columns[day + 1] - 1
        width = _lane_width(grid) if grid.lanes[day] else _EMPTY_DAY_WIDTH
        for column in range(first, last + 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
            sheet.cell(_DAYS_ROW, column).style = HEADER
        if first <= last:
            put(sheet.cell(_DAYS_ROW, first), _day_title(week, day), HEADER).alignment = CENTER
            merge(sheet, _DAYS_ROW, _DAYS_ROW, first, last)
    sheet.row_dimensions[_DAYS_ROW].height = 44 if any(c.whole_program for c in week.closures) else 20


def _lane_width(grid: Grid) -> float:
    """Narrower where there are many: on paper the letters then stay larger."""
    return _NARROW_LANE if sum(grid.lanes) > _MANY_LANES else _WIDE_LANE


def _day_title(week: Week, day: int) -> str:
    date = week.program.monday + timedelta(days=day)
    title = f"{DAY_NAMES[day]} {date.day} {date:%b}"
    closures = [c for c in week.closures if c.whole_program and day in c.days]
    return f"{title}\n{shorten(f'closed: {closures[0].reason}', _CLOSED_TEXT).rstrip(': ')}" if closures else title


def _write_times(sheet: Worksheet, grid: Grid) -> None:
    idle = grid.idle_rows()
    for row in range(grid.rows):
        minute = grid.begin + row * grid.step
        if minute % QUARTER == 0 and row not in idle:
            cell = put(sheet.cell(_FIRST_ROW + row, 1), clock(minute), NOTE)
            cell.font = font(8, bold=minute % 60 == 0, color=GREY)
            cell.alignment = Alignment(horizontal="right", vertical="top")
            if grid.step < QUARTER:
                merge(sheet, _FIRST_ROW + row, _FIRST_ROW + row + QUARTER // grid.step - 1, 1, 1)


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


def _set_heights(sheet: Worksheet, week: Week, grid: Grid) -> None:
    """Rows high enough for the text of the block that has the least room for it."""
    points = _ROW_POINTS[0] * grid.step / QUARTER
    for block in grid.blocks:
        rows = block.last - block.first + 1 - foot_rows(block)
        text = block_text(week, block.session, _tracks(week, block.session))
        lines = sum(len(wrap(line, int(_lane_width(grid)) - 2)) for line in (text.title, *text.rest))
        points = max(points, (lines * _LINE_POINTS + 3) / rows) if rows else points
    idle = grid.idle_rows()
    points = min(points, _ROW_POINTS[1] * grid.step / QUARTER)
    points *= _stretch(sheet, points * (grid.rows - len(idle)))
    for row in range(grid.rows):
        height = _IDLE_POINTS * grid.step / QUARTER if row in idle else points
        sheet.row_dimensions[_FIRST_ROW + row].height = round(height, 1)


def _stretch(sheet: Worksheet, height: float) -> float:
    """How much higher the rows may be for the grid to fill a page as wide as it is."""
    width: float = sum(column.width for column in sheet.column_dimensions.values()) * _POINTS_A_CHARACTER
    return min(max(width * _PAGE_SHAPE / max(height, 1.0), 1.0), _MOST_STRETCH)


def _write_legend(sheet: Worksheet, week: Week, colors: Mapping[str, str]) -> None:
    put(sheet.cell(_LEGEND_ROW, 1), "Tracks", SUBTITLE)
    for place, track in enumerate(week.tracks):
        cell = put(sheet.cell(_LEGEND_ROW, 2 + place), track.name, NOTE)
        cell.fill, cell.alignment = solid(colors[track.name]), CENTER
        cell.font, cell.border = font(9, bold=True), Border(EDGE, EDGE, EDGE, EDGE)
    note = "Each block: group, who leads it, room, tracks, clients/most. The last line leads to the roster."
    cell = put(sheet.cell(_LEGEND_ROW, 2 + len(week.tracks)), note, NOTE)
    cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[_LEGEND_ROW].height = 18


def _set_up_page(sheet: Worksheet, week: Week, columns: tuple[int, ...]) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = sheet.cell(_FIRST_ROW, 2)
    sheet.sheet_view.zoomScale = 85
    set_up_print(sheet, head_of(week), title_rows=f"{_TITLE_ROW}:{_DAYS_ROW}")
    sheet.print_title_cols = "A:A"
    letters = map(get_column_letter, range(1, columns[-1]))
    characters = sum(sheet.column_dimensions[letter].width for letter in letters)
    sheet.page_setup.fitToWidth = max(1, round(characters / _CHARACTERS_A_PAGE))
    if sheet.page_setup.fitToWidth == 1:
        sheet.page_setup.fitToHeight = 1
    sheet.print_area = f"A1:{get_column_letter(max(columns[-1] - 1, 2 + len(week.tracks)))}{sheet.max_row}"
