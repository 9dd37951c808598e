"""Opening the file: a workbook becomes raw tables; anything else is refused in words that say what to do."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, is_zipfile

from scheduler.domain.issues import Issue, Severity
from scheduler.workbook.errors import WorkbookError
from scheduler.workbook.sheets import Sheet, sheet_named
from scheduler.workbook.tables import Table, Tables, Unseen
from scheduler.workbook.xlsx.package import open_package
from scheduler.workbook.xlsx.sheet import SheetContent, read_sheet

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_DAMAGES = (
    BadZipFile,
    zlib.error,
    ParseError,
    LookupError,
    ArithmeticError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,
)
"""What reading a damaged package may raise."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_workbook(path: str | Path, named: Callable[[str], Sheet | None] = sheet_named) -> Tables:
    """The workbook's known sheets as raw tables; named: which sheet a title means, None for one that nobody reads.

    Raises WorkbookError with one issue if the file cannot be opened as a workbook at all.
    """
    path = Path(path)
    content = _content(path)
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _tables(path, archive, named)
    except _DAMAGES as problem:
        raise _refused(path, f"is damaged or not an Excel workbook ({problem}); save it again in Excel") from problem
    except RuntimeError as problem:
        raise _refused(path, "is protected by a password; save a copy without one") from problem


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise _refused(path, "is a folder; give the workbook inside it")
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise _refused(path, "does not exist") from None
    except OSError as problem:
        raise _refused(path, f"cannot be read ({problem.strerror}); close it in other programs") from problem
    refusal = _refusal(path, content)
    if refusal:
        raise _refused(path, refusal)
    return content


def _refusal(path: Path, content: bytes) -> str:
    """Why content like this is no workbook, in words; blank if it may be one."""
    if not content:
        return "is empty"
    if path.name.startswith("~$"):
        return "is a lock file that Excel leaves while a workbook is open; give the workbook itself"
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            return "is protected by a password; save a copy without one"
        return "is in the old .xls format; open it in Excel and save it as .xlsx"
    if not is_zipfile(BytesIO(content)):
        return "is not an Excel workbook; save it as .xlsx"
    return _refusal_of_package(content)


def _refusal_of_package(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except _DAMAGES:
        return "is damaged; save it again in Excel"
    if "xl/workbook.bin" in names:
        return "is a binary workbook (.xlsb); save it as .xlsx"
    if "content.xml" in names:
        return "is an OpenDocument file; save it as .xlsx"
    if "[Content_Types].xml" not in names:
        return "is not an Excel workbook; save it as .xlsx"
    return ""


def _refused(path: Path, problem: str) -> WorkbookError:
    return WorkbookError((Issue(Severity.ERROR, path.name, "", "", f"{path} {problem}"),))


def _tables(path: Path, archive: ZipFile, named: Callable[[str], Sheet | None]) -> Tables:
    package = open_package(archive)
    tables: list[Table] = []
    others: list[str] = []
    for title, part in package.sheets:
        sheet = named(title)
        if sheet is None or any(table.sheet == sheet for table in tables):
            others.append(title)
            continue
        with archive.open(part) as source:
            content = read_sheet(source, package)
        header_row, header = content.rows[0] if content.rows else (1, ())
        unseen = Unseen(title in package.hidden, tuple(content.hidden))
        tables.append(Table(sheet, title, header_row, header, tuple(content.rows[1:]), _known(content), unseen))
    return Tables(path.name, path.stem, tuple(tables), tuple(others))


def _known(content: SheetContent) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(sorted(merged for merged in content.merged if merged[0] > 0))
