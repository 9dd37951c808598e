"""H12: no more sessions of one topic in a day than Same topic per day."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.week import Week
from scheduler.verify.activity import by_day
from scheduler.verify.attendance import Attendance
from scheduler.verify.topics import attended


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each client, day and topic with too many sessions; amount: sessions too many."""
    most = week.program.same_topic_per_day
    if most == 0:
        return
    for client in week.active_clients:
        for day, sessions in by_day(held.groups_of(client.name)).items():
            for topic, times in sorted(attended(sessions).items()):
                if times > most:
                    message = (
                        f"{client.name} attends {times} sessions of {topic} on {DAY_NAMES[day]}; "
                        f"Same topic per day is {most}."
                    )
                    yield Finding("H12", Subject(client=client.name, day=day), times - most, message)
