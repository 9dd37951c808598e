"""The looks of cells, each made once and then referred to by name."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from scheduler.report.table import Form, Tone

FONT = "Calibri"
INK = "FF1F2933"
ACCENT = "FF1F4E79"
RED = "FFB00020"
GREY = "FF6B7280"
PALE_RED = "FFFDECEA"
PALE_GREEN = "FFE6F4EA"
PALE_BLUE = "FFEAF1F8"
LINE = Side(style="thin", color="FFD5DAE0")
EDGE = Side(style="medium", color="FF3B4754")
CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
DARK_LINE = Side(style="thin", color="FF8A94A0")

NUMBER_FORMATS = {
    Form.TEXT: "@",
    Form.PARAGRAPH: "@",
    Form.TIME: "HH:MM",
    Form.HOURS: "0.00",
    Form.COUNT: "0",
    Form.PERCENT: "0%",
    Form.AMOUNT: "General",
}
END_OF_DAY_FORMAT = "[HH]:MM"
HEADER, TITLE, SUBTITLE, HEADING, LABEL, NOTE, LINK = (
    "Sheet header",
    "Sheet title",
    "Sheet subtitle",
    "Section heading",
    "Label",
    "Note",
    "Link",
)


def cell_style(form: Form, tone: Tone = Tone.PLAIN) -> str:
    """The name of the style of a table's cell."""
    return f"{form.value} {tone.value}"


def add_styles(workbook: Workbook) -> None:
    """Registers every style of the report in a new workbook."""
    for style in [*_cells(), *_texts()]:
        workbook.add_named_style(style)


def solid(color: str) -> PatternFill:
    """A fill of one colour (ARGB)."""
    return PatternFill("solid", start_color=color, end_color=color)


def font(size: float = 10, *, bold: bool = False, italic: bool = False, color: str = INK) -> Font:
    """The report's one typeface."""
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=color)


def _cells() -> list[NamedStyle]:
    fonts = {Tone.PLAIN: font(), Tone.ALERT: font(color=RED), Tone.MUTED: font(color=GREY, italic=True)}
    styles = []
    for form in Form:
        for tone in Tone:
            style = NamedStyle(cell_style(form, tone), font=fonts[tone], border=Border(bottom=LINE))
            style.number_format = NUMBER_FORMATS[form]
            style.alignment = _alignment(form)
            if tone is Tone.ALERT:
                style.fill = solid(PALE_RED)
            styles.append(style)
    return styles


def _alignment(form: Form) -> Alignment:
    if form in (Form.TEXT, Form.PARAGRAPH):
        return Alignment(horizontal="left", vertical="top", wrap_text=form is Form.PARAGRAPH)
    if form is Form.TIME:
        return Alignment(horizontal="center", vertical="top")
    return Alignment(horizontal="right", vertical="top", indent=1)


def _texts() -> list[NamedStyle]:
    wrapped = Alignment(vertical="center", wrap_text=True)
    top = Alignment(vertical="top", wrap_text=True)
    white = font(bold=True, color="FFFFFFFF")
    header_line = Border(bottom=Side(style="medium", color=ACCENT))
    return [
        NamedStyle(HEADER, font=white, fill=solid(ACCENT), alignment=wrapped, number_format="@"),
        NamedStyle(TITLE, font=font(18, bold=True, color=ACCENT), number_format="@"),
        NamedStyle(SUBTITLE, font=font(11, color=GREY), number_format="@"),
        NamedStyle(HEADING, font=font(12, bold=True, color=ACCENT), border=header_line, number_format="@"),
        NamedStyle(LABEL, font=font(), alignment=top, border=Border(bottom=LINE), number_format="@"),
        NamedStyle(NOTE, font=font(9, italic=True, color=GREY), alignment=top, number_format="@"),
        NamedStyle(LINK, font=Font(name=FONT, size=10, underline="single", color="FF0B5CAD"), number_format="@"),
    ]
