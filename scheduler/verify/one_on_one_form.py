"""H9 for individual sessions and appointments: how many, how long, when, with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.schedule import Kind
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities, Activity
from scheduler.verify.requests import Request
from scheduler.verify.sentences import all_of, either_of


def one_on_one_findings(week: Week, client: str, meetings: Activities) -> Iterator[Finding]:
    """What is wrong with the one-on-ones of one client, each by itself and all together."""
    for meeting in meetings:
        if meeting.start % week.program.time_step:
            message = f"{meeting} does not start at a multiple of {week.program.time_step} min."
            yield Finding("H9", meeting.subject, meeting.start % week.program.time_step, message)
        if meeting.request is None:
            yield Finding("H9", meeting.subject, 1, f"{meeting} is more than was asked for ({meeting.title}).")
        else:
            yield from _not_as_asked(meeting, meeting.request)
    yield from _twice_a_day(client, meetings)
    yield from _several_clinicians(client, meetings)


def _not_as_asked(meeting: Activity, request: Request) -> Iterator[Finding]:
    if meeting.minutes != request.minutes:
        message = f"{meeting} lasts {meeting.minutes} min, not {request.minutes}."
        yield Finding("H9", meeting.subject, abs(meeting.minutes - request.minutes), message)
    clinician = meeting.clinicians[0]
    if not request.admits(clinician):
        message = f"{meeting} is held by {clinician}; it should be {either_of(request.named)}."
        yield Finding("H9", meeting.subject, 1, message)


def _twice_a_day(client: str, meetings: Activities) -> Iterator[Finding]:
    days: defaultdict[str, list[int]] = defaultdict(list)
    for meeting in meetings:
        days[meeting.title].append(meeting.day)
    for service, on in sorted(days.items()):
        repeated = len(on) - len(set(on))
        if repeated:
            message = f"{client} has more than one session of {service} on one day."
            yield Finding("H9", Subject(client=client, service=service), repeated, message)


def _several_clinicians(client: str, meetings: Sequence[Activity]) -> Iterator[Finding]:
    """The individual sessions of a client are all with one clinician; appointments need not be."""
    individual = [meeting for meeting in meetings if meeting.kind is Kind.INDIVIDUAL]
    names = sorted({meeting.clinicians[0] for meeting in individual})
    if len(names) > 1:
        message = f"{client} has individual sessions with {all_of(names)}; all should be with one clinician."
        yield Finding("H9", individual[-1].about(client), len(names) - 1, message)
