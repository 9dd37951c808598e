"""Cells changed in a copy of a coordinator's workbook: everything else stays, byte for byte.

The parts of the file that are not touched are copied as they are, so that widths, colours, comments, drop-downs,
pictures and whatever else Excel keeps in a workbook are kept.
"""

from scheduler.workbook.editing.copy import WorkbookCopy

__all__ = ["WorkbookCopy"]
