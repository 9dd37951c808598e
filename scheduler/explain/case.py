"""One subject of shortfalls, with everything that has been found out about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scheduler.domain.evaluation import Shortfall
from scheduler.domain.rules import Requirement
from scheduler.explain.relaxed import Repair


@dataclass
class Case:
    """A client, or a Must run group, that is short.

    alone: whether all could be met with everybody else gone; together: whether it could be met beside what is met
    now (None each: not known). best: the most that the client could have alone, by shortfall. ways: the cheapest
    repairs known. exhausted: no further set of the changes that are tried would do; mendable: some would.
    """

    subject: str
    shortfalls: tuple[Shortfall, ...]
    alone: bool | None = None
    together: bool | None = None
    best: dict[Shortfall, int] = field(default_factory=dict)
    ways: list[Repair] = field(default_factory=list)
    exhausted: bool = False
    mendable: bool = False

    @property
    def is_group(self) -> bool:
        return self.shortfalls[0].requirement is Requirement.MUST_RUN

    @property
    def competes(self) -> bool:
        """Whether it could be met alone, as far as is known, but not beside the others."""
        return self.alone is not False and not self.together

    @property
    def needed(self) -> int:
        """Sessions of a Must run group."""
        return self.shortfalls[0].needed


def cases_of(shortfalls: tuple[Shortfall, ...]) -> list[Case]:
    """One case for each subject, in order."""
    by_subject: dict[tuple[bool, str], list[Shortfall]] = {}
    for shortfall in shortfalls:
        key = (shortfall.requirement is Requirement.MUST_RUN, shortfall.subject)
        by_subject.setdefault(key, []).append(shortfall)
    return [Case(subject, tuple(found)) for (_, subject), found in by_subject.items()]
