"""Which broken rules are the past's: they are reported and not undone."""

from __future__ import annotations

from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.repair.moment import Moment
from scheduler.verify import verify


class PastBreaches:
    """Tells the breaches that were there when the moment came from those of a schedule that goes on from it."""

    def __init__(self, week: Week, past: Schedule, since: Moment) -> None:
        self.since = since
        self.amounts: dict[tuple[str, Subject], int] = {}
        for finding in verify(week, past):
            key = (finding.rule, finding.subject)
            self.amounts[key] = max(finding.amount, self.amounts.get(key, 0))
        self.sessions = {(session.group, session.day) for session in past.sessions}
        self.attended = {(name, session.group) for session in past.sessions for name in session.clients}
        self.meetings = {(meeting.client, meeting.service, meeting.day) for meeting in past.one_on_ones}

    def holds(self, finding: Finding) -> bool:
        """Whether the finding is about what happened before the moment, or no worse than what had happened by then."""
        subject = finding.subject
        if subject.day is not None and subject.day > self.since.day:
            return False
        if self._happened(subject):
            return True
        if finding.rule == "H10" and (subject.client, subject.group) in self.attended:
            return True
        return finding.amount <= self.amounts.get((finding.rule, subject), 0)

    def _happened(self, subject: Subject) -> bool:
        if subject.day is None:
            return False
        if subject.group is not None:
            return (subject.group, subject.day) in self.sessions
        return (subject.client, subject.service, subject.day) in self.meetings or subject.day < self.since.day
