"""An empty sheet added to a workbook's parts."""

from __future__ import annotations

import posixpath
import re
from xml.sax.saxutils import quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def with_sheet(parts: dict[str, bytes], title: str) -> str:
    """Adds the sheet behind all others and returns the name of its part."""
    workbook = _workbook_part(parts)
    folder, name = posixpath.split(workbook)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    part = _free_name(parts, folder)
    target = posixpath.relpath(part, folder or ".")
    relation = _free_id(parts[relations])
    parts[part] = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData/></worksheet>'.encode()
    entry = f'Id="{relation}" Type="{_RELATIONS}/worksheet" Target={quoteattr(target)}'
    parts[relations] = _before(parts[relations], "Relationships", f"<{{p}}Relationship {entry}/>")
    override = f'<{{p}}Override PartName="/{part}" ContentType="{_TYPE}"/>'
    parts["[Content_Types].xml"] = _before(parts["[Content_Types].xml"], "Types", override)
    numbers = [int(number) for number in re.findall(rb'\bsheetId="(\d+)"', parts[workbook])]
    sheet = f'name={quoteattr(title)} sheetId="{max(numbers, default=0) + 1}" xmlns:link="{_RELATIONS}"'
    parts[workbook] = _before(parts[workbook], "sheets", f'<{{p}}sheet {sheet} link:id="{relation}"/>')
    return part


def _workbook_part(parts: dict[str, bytes]) -> str:
    match = re.search(rb"<[^<>]*officeDocument\"[^<>]*>", parts["_rels/.rels"])
    target = re.search(rb'Target="([^"]*)"', match[0]) if match else None
    if target is None:
        raise KeyError("no workbook in the package")
    return target[1].decode("utf-8").lstrip("/")


def _free_name(parts: dict[str, bytes], folder: str) -> str:
    number = 1
    while posixpath.join(folder, f"worksheets/sheet{number}.xml") in parts:
        number += 1
    return posixpath.join(folder, f"worksheets/sheet{number}.xml")


def _free_id(relations: bytes) -> str:
    used = set(re.findall(rb'\bId="([^"]*)"', relations))
    number = len(used) + 1
    while f"rId{number}".encode() in used:
        number += 1
    return f"rId{number}"


def _before(xml: bytes, parent: str, child: str) -> bytes:
    """The child written as the last one of the parent, under the parent's prefix."""
    match = re.search(rb"</((?:\w+:)?)" + parent.encode() + rb"\s*>", xml)
    if match is None:
        raise ValueError(f"the workbook's part has no {parent}")
    return xml[: match.start()] + child.format(p=match[1].decode()).encode() + xml[match.start() :]
