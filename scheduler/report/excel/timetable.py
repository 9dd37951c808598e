"""The sheet Timetable: the week as a grid, days across, quarter hours down, parallel sessions side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from textwrap import shorten

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
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
_LANE_WIDTH, _EMPTY_DAY_WIDTH = 20.0, 15.0
_LEGEND_WIDTH = 2
_LINE_POINTS, _IDLE_POINTS = 11.5, 5.0
_ROW_POINTS = (15.0, 30.0)
_CHARACTERS_A_PAGE = 260
_CLOSED_TEXT = 30
_PAGE_SHAPE, _POINTS_A_CHARACTER, _MOST_STRETCH = 0.62, 5.6, 1.6
_EDGE, _NO_EDGE = Side(style="medium", color="FF3B4754"), Side()
_DAY_EDGE = Side(style="medium", color="FF8A94A0")
_CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)


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
        served = _tracks(week, block.session)
        color = colors[served[0]] if served else "FFFFFFFF"
        _write_block(sheet, week, block, columns[block.session.day] + block.lane, color, served, rosters)
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
    sheet.row_dimensions[_DAYS_ROW].height = 44 if any(c.whole_program for c in week.closures) else 20


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
                _merge(sheet, _FIRST_ROW + row, _FIRST_ROW + row + QUARTER // grid.step - 1, 1, 1)


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
    """The block's text in one merged cell; its last quarter hour leads to the roster, if it is longer than that."""
    first, last = _FIRST_ROW + block.first, _FIRST_ROW + block.last
    _paint(sheet, column, first, last, color)
    split = max(first, last + 1 - _foot_rows(block))
    top, foot = sheet.cell(first, column), sheet.cell(split, column)
    title, *rest = _lines(week, block.session)
    bold, plain = InlineFont(rFont=FONT, sz=9, b=True), InlineFont(rFont=FONT, sz=8)
    put(foot, _foot(week, block.session, tracks), NOTE).font = font(8, bold=True)
    foot.fill, foot.alignment = solid(color), _CENTER
    foot.border = Border(_EDGE, _EDGE, bottom=_EDGE)
    letter = get_column_letter(column)
    link(foot, "Rosters", rosters[block.session.name], f"{letter}{split}:{letter}{last}")
    _merge(sheet, split, last, column, column)
    if split > first:
        top.value = CellRichText(TextBlock(bold, title + "\n"), TextBlock(plain, "\n".join(rest)))
        top.alignment = _CENTER
        _merge(sheet, first, split - 1, column, column)
    else:
        put(foot, f"{title} {foot.value}", NOTE).font = font(8, bold=True)
        foot.fill, foot.alignment, foot.border = solid(color), _CENTER, Border(_EDGE, _EDGE, _EDGE, _EDGE)


def _paint(sheet: Worksheet, column: int, first: int, last: int, color: str) -> None:
    """Fills the cells and draws a line around them; inside there is none."""
    for row in range(first, last + 1):
        cell = sheet.cell(row, column)
        cell.fill = solid(color)
        cell.border = Border(
            _EDGE, _EDGE, top=_EDGE if row == first else _NO_EDGE, bottom=_EDGE if row == last else _NO_EDGE
        )


def _foot_rows(block: Block) -> int:
    """Rows of the last quarter hour; none is left for the rest of a session that is no longer."""
    return min(block.quarter, block.last - block.first + 1)


def _lines(week: Week, session: GroupSession) -> list[str]:
    modality = week.group_by_name[session.group].modality
    place = session.room or ""
    if modality is not Modality.IN_PERSON:
        place = f"{place} ({modality.value})".strip()
    lines = [session.group, "; ".join(session.facilitators), place]
    return [clean(line) for line in lines if line]


def _foot(week: Week, session: GroupSession, tracks: tuple[str, ...]) -> str:
    count = f"{len(session.clients)}/{week.group_by_name[session.group].max_clients}"
    return "  ".join([count, "; ".join(tracks)]).strip()


def _set_heights(sheet: Worksheet, week: Week, grid: Grid) -> None:
    """Rows high enough for the text of the block that has the least room for it."""
    points = _ROW_POINTS[0] * grid.step / QUARTER
    for block in grid.blocks:
        rows = block.last - block.first + 1 - _foot_rows(block)
        wide = int(_LANE_WIDTH)
        lines = sum(-(-len(line) // wide) for line in _lines(week, block.session))
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
        cell.fill, cell.alignment = solid(colors[track.name]), _CENTER
        cell.font, cell.border = font(9, bold=True), Border(_EDGE, _EDGE, _EDGE, _EDGE)
    note = "Each block: group, who leads it, room, clients/most, tracks. Its last line leads to its roster."
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
    """Merges cells whose looks are set already; Worksheet.merge_cells would spend most of the time on their borders."""
    if (top, left) != (bottom, right):
        sheet.merged_cells.ranges.add(CellRange(min_row=top, max_row=bottom, min_col=left, max_col=right))
