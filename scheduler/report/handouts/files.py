"""All files of a folder of hand-outs, as paths and bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.activities import activities
from scheduler.report.calendar.entries import client_entries, clinician_entries
from scheduler.report.handouts.document import Document
from scheduler.report.handouts.documents import documents
from scheduler.report.handouts.filenames import file_names

PRINTED = ("pdf", "xlsx", "html")
FORMATS = (*PRINTED, "ics", "page")
"""pdf, xlsx, html: every hand-out; ics: calendars; page: schedule.html, the whole week to look things up."""


def handout_files(
    week: Week,
    schedule: Schedule,
    evaluation: Evaluation,
    written: datetime,
    formats: Iterable[str] = FORMATS,
    names: bool = False,
) -> dict[str, bytes]:
    """Path inside the folder -> content, for the formats asked for; written is when the schedule was (aware)."""
    wanted = set(formats)
    contents: dict[str, bytes] = {}
    kinds = documents(week, schedule, evaluation, names) if wanted & set(PRINTED) else ()
    for ending in PRINTED:
        if ending in wanted:
            render = _renderer(ending)
            contents |= {f"{ending}/{document.path}.{ending}": render(document) for document in kinds}
    if "ics" in wanted:
        contents |= _calendars(week, schedule, written)
    if "page" in wanted:
        from scheduler.report.page import schedule_page

        contents["schedule.html"] = schedule_page(week, schedule, evaluation, names)
    return contents


def _renderer(ending: str) -> Callable[[Document], bytes]:
    """Imported only when asked for: the libraries behind two of them take a while to load."""
    if ending == "pdf":
        from scheduler.report.handouts.render import pdf

        return pdf.render
    if ending == "xlsx":
        from scheduler.report.handouts.render import xlsx

        return xlsx.render
    from scheduler.report.handouts.render import html

    return html.render


def _calendars(week: Week, schedule: Schedule, written: datetime) -> dict[str, bytes]:
    from scheduler.report.calendar.ics import calendar

    held = activities(week, schedule)
    clients = file_names(client.name for client in week.active_clients)
    clinicians = file_names(clinician.name for clinician in week.clinicians)
    people = [(f"clients/{clients[c.name]}", client_entries(week, held, c)) for c in week.active_clients]
    people += [(f"clinicians/{clinicians[c.name]}", clinician_entries(week, held, c)) for c in week.clinicians]
    zone = week.program.time_zone
    return {f"ics/{path}.ics": calendar(entries, zone, written) for path, entries in people}
