"""schedule.html: the whole week in one self-contained page, to look things up and to print."""

from scheduler.report.page.whole import schedule_page

__all__ = ["schedule_page"]
