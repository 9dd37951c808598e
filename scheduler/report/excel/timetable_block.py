"""One session in the timetable: what its block says, and the cells that it fills."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession
from scheduler.domain.week import Week
from scheduler.report.excel.cells import clean, link, merge, put
from scheduler.report.excel.styles import CENTER, EDGE, FONT, NOTE, font, solid
from scheduler.report.lanes import Block

_NO_EDGE = Side()


class BlockText(NamedTuple):
    """The group; then who leads it, where, and for which tracks, a line each; at the foot how many come."""

    title: str
    rest: tuple[str, ...]
    foot: str


def block_text(week: Week, session: GroupSession, tracks: tuple[str, ...]) -> BlockText:
    """What the block of a session says."""
    group = week.group_by_name[session.group]
    place = session.room or ""
    if group.modality is not Modality.IN_PERSON:
        place = f"{place} ({group.modality.value})".strip()
    lines = ("; ".join(session.facilitators), place, "; ".join(tracks))
    foot = f"{len(session.clients)}/{group.max_clients} clients"
    return BlockText(clean(session.group), tuple(clean(line) for line in lines if line), foot)


def foot_rows(block: Block) -> int:
    """Rows of the foot: the last quarter hour, or the whole of a block that is no longer."""
    return min(block.quarter, block.last - block.first + 1)


def write_block(
    sheet: Worksheet, block: Block, top_row: int, column: int, text: BlockText, shades: list[str], roster: str
) -> None:
    """The text in the colour of the first track (the first shade), the foot, which leads to the roster, in the last's.

    top_row: the sheet's row in which the grid begins.
    """
    first, last = top_row + block.first, top_row + block.last
    split = last + 1 - foot_rows(block)
    foot, letter = sheet.cell(split, column), get_column_letter(column)
    alone = split == first
    put(foot, f"{text.title} {text.foot}" if alone else text.foot, NOTE).font = font(8, bold=True)
    _paint(sheet, column, first, last, split, shades)
    link(foot, "Rosters", roster, f"{letter}{split}:{letter}{last}")
    merge(sheet, split, last, column, column)
    if not alone:
        bold, plain = InlineFont(rFont=FONT, sz=9, b=True), InlineFont(rFont=FONT, sz=8)
        title, rest = TextBlock(bold, f"{text.title}\n"), TextBlock(plain, "\n".join(text.rest))
        sheet.cell(first, column).value = CellRichText(title, rest)
        merge(sheet, first, split - 1, column, column)


def _paint(sheet: Worksheet, column: int, first: int, last: int, split: int, shades: list[str]) -> None:
    """Fills the cells and draws a line around them; inside there is none."""
    body, foot = solid(shades[0]), solid(shades[-1])
    for row in range(first, last + 1):
        cell = sheet.cell(row, column)
        cell.fill, cell.alignment = foot if row >= split else body, CENTER
        above, below = EDGE if row == first else _NO_EDGE, EDGE if row == last else _NO_EDGE
        cell.border = Border(EDGE, EDGE, top=above, bottom=below)
