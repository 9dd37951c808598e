"""The zip package: sheet titles and their parts, shared texts, and which styles show dates."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element, fromstring, iterparse
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Package:
    """What reading a sheet needs: (title, part) of each sheet in order, shared texts, styles, first day of time.

    date_styles and length_styles hold numbers of cell styles that show a date or time, or a length such as [h]:mm.
    hidden: the titles of the sheets that nobody sees.
    """

    sheets: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]
    date_styles: frozenset[int]
    length_styles: frozenset[int]
    epoch: datetime
    hidden: frozenset[str] = frozenset()


def open_package(archive: ZipFile) -> Package:
    """The package's table of contents; raises KeyError, ValueError or ParseError where the file is not a workbook."""
    workbook_part = _workbook_part(archive)
    workbook = fromstring(archive.read(workbook_part))
    targets = _relations(archive, workbook_part)
    sheets = tuple(
        (sheet.get("name", ""), targets[_attribute(sheet, "id")][0])
        for sheet in _all(workbook, "sheet")
        if targets.get(_attribute(sheet, "id"), ("", ""))[1] == "worksheet"
    )
    parts = {kind: part for part, kind in targets.values()}
    dates, lengths = _date_styles(archive, parts.get("styles"))
    properties = next(_all(workbook, "workbookPr"), None)
    starts_1904 = properties is not None and properties.get("date1904", "0") in ("1", "true")
    epoch = MAC_EPOCH if starts_1904 else WINDOWS_EPOCH
    hidden = frozenset(
        sheet.get("name", "") for sheet in _all(workbook, "sheet") if sheet.get("state", "visible") != "visible"
    )
    return Package(sheets, _shared_texts(archive, parts.get("sharedStrings")), dates, lengths, epoch, hidden)


def local(element: Element) -> str:
    """The element's name without its namespace: the standard has two, transitional and strict."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """The text of a string item: plain or rich, without phonetic guides, Excel's escapes undone."""
    parts: list[str] = []
    for child in element:
        if local(child) == "t":
            parts.append(child.text or "")
        elif local(child) == "r":
            parts.extend(grandchild.text or "" for grandchild in child if local(grandchild) == "t")
    text = "".join(parts)
    return unescaped(text)


def unescaped(text: str) -> str:
    """The text with Excel's `_x000D_` escapes undone."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _workbook_part(archive: ZipFile) -> str:
    for part, kind in _relations(archive, "").values():
        if kind == "officeDocument":
            return part
    raise KeyError("no workbook in the package")


def _relations(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Targets of a part's relations by id: the part that each means, and its kind."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}
    for relation in fromstring(archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))):
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[relation.get("Id", "")] = (path, relation.get("Type", "").rpartition("/")[2])
    return found


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith("}" + name)), "")


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == name)


def _shared_texts(archive: ZipFile, part: str | None) -> tuple[str, ...]:
    if part is None or part not in archive.namelist():
        return ()
    with archive.open(part) as source:
        return tuple(_string_items(source))


def _string_items(source: IO[bytes]) -> Iterator[str]:
    for _, element in iterparse(source):
        if local(element) == "si":
            yield text_of(element)
            element.clear()


def _date_styles(archive: ZipFile, part: str | None) -> tuple[frozenset[int], frozenset[int]]:
    if part is None or part not in archive.namelist():
        return frozenset(), frozenset()
    root = fromstring(archive.read(part))
    formats = dict(BUILTIN_FORMATS)
    for number_format in _all(root, "numFmt"):
        formats[int(number_format.get("numFmtId", "0"))] = number_format.get("formatCode", "")
    styles = [formats.get(int(xf.get("numFmtId", "0"))) for group in _all(root, "cellXfs") for xf in group]
    dates = frozenset(number for number, code in enumerate(styles) if is_date_format(code))
    return dates, frozenset(number for number in dates if is_timedelta_format(styles[number]))
