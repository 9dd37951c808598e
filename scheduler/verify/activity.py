"""A group session or a one-on-one, and what can be said of several of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.evaluation import Subject
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client
from scheduler.domain.schedule import Kind
from scheduler.verify.requests import Request
from scheduler.verify.sentences import span


@dataclass(frozen=True, slots=True)
class Activity:
    """A group session or a one-on-one as its clients, clinicians and room live it.

    title is the group or the service; clinicians and clients are named once each, in sorted order; counted_minutes
    is what it adds to the hours of a client. group: None for one-on-ones and for a group that the week does not
    define. request: what a one-on-one answers, None where nobody asked for it.
    """

    kind: Kind
    title: str
    day: int
    start: int
    end: int
    modality: Modality
    clinicians: tuple[str, ...]
    room: str | None
    clients: tuple[str, ...]
    counted_minutes: int = 0
    group: Group | None = None
    request: Request | None = None

    @property
    def minutes(self) -> int:
        return self.end - self.start

    @property
    def treats(self) -> bool:
        """Whether attending makes the day a treatment day."""
        return self.group is not None and self.group.counted_minutes > 0

    @property
    def when(self) -> str:
        return f"{DAY_NAMES[self.day]} {span(self.start, self.end)}"

    @property
    def subject(self) -> Subject:
        """The session, or the one-on-one of its client."""
        if self.kind is Kind.GROUP:
            return Subject(group=self.title, day=self.day)
        return self.about(self.clients[0])

    def about(self, client: str) -> Subject:
        """The client's part in it."""
        if self.kind is Kind.GROUP:
            return Subject(client=client, group=self.title, day=self.day)
        return Subject(client=client, service=self.title, day=self.day)

    def in_person_for(self, client: Client) -> bool:
        """Whether the client comes in for it: to a hybrid group, all but those who are virtual that day."""
        if self.modality is Modality.HYBRID:
            return client.modality_on(self.day) is not Modality.VIRTUAL
        return self.modality is not Modality.VIRTUAL

    def __str__(self) -> str:
        whose = "" if self.kind is Kind.GROUP else f" of {self.clients[0]}"
        return f"{self.title}{whose} {self.when}"


Activities = tuple[Activity, ...]


def clashes(activities: Sequence[Activity], gap: int = 0) -> Iterator[tuple[Activity, Activity, int]]:
    """Pairs of activities (given in order of start) less than gap minutes apart, with the minutes lacking."""
    for at, first in enumerate(activities):
        for second in activities[at + 1 :]:
            if second.day != first.day or second.start >= first.end + gap:
                break
            yield first, second, max(1, min(first.end, second.end) + gap - second.start)


def by_day(activities: Iterable[Activity]) -> dict[int, list[Activity]]:
    """The activities of each day that has any."""
    days: dict[int, list[Activity]] = {}
    for activity in activities:
        days.setdefault(activity.day, []).append(activity)
    return days


def treatment_days(activities: Iterable[Activity]) -> tuple[int, ...]:
    """The days on which a group with Counted minutes above 0 is attended, sorted."""
    return tuple(sorted({activity.day for activity in activities if activity.treats}))
