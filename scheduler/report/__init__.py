"""What people read: the schedule workbook, pandas frames of it, hand-outs, calendars and a page."""

from scheduler.report.comparison_workbook import comparison_bytes
from scheduler.report.schedule_workbook import schedule_bytes, write_schedule

__all__ = ["comparison_bytes", "schedule_bytes", "write_schedule"]
