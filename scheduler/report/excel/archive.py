"""A workbook as bytes that depend on its content alone, not on the clock."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter


class _UndatedZip(ZipFile):
    """Entries that all carry the oldest date that the format knows."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = ZipInfo(str(zinfo_or_arcname))
        entry.compress_type = ZIP_DEFLATED
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(str(arcname or filename), Path(filename).read_bytes())


def workbook_bytes(workbook: Workbook, day: date) -> bytes:
    """The `.xlsx` file; day is what its properties say of when it was made."""
    workbook.properties.created = workbook.properties.modified = datetime.combine(day, time())
    stream = BytesIO()
    # Not workbook.save: it stamps the time of day into the properties.
    ExcelWriter(workbook, _UndatedZip(stream, "w", ZIP_DEFLATED)).save()
    return stream.getvalue()
