"""The bytes of an .xlsx file without the moment of writing: the same rows give the same file."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.workbook import Workbook

_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)")
_FIXED = b"2026-01-01T00:00:00Z"
_OLDEST = (1980, 1, 1, 0, 0, 0)


def package(book: Workbook) -> bytes:
    """The workbook as a file's bytes, its dates of writing replaced by fixed ones."""
    written = BytesIO()
    book.save(written)
    stable = BytesIO()
    with ZipFile(written) as source, ZipFile(stable, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _FIXED + rb"\g<2>", content)
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type = ZIP_DEFLATED
            # Python records its operating system here; a file must not tell where it was written.
            entry.create_system = 0
            target.writestr(entry, content)
    return stable.getvalue()
