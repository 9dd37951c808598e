"""The best schedule found so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scheduler.domain.schedule import Schedule


@dataclass
class Incumbent:
    """schedule and the values of its goals in their order of worth; both empty before the first schedule.

    missing: by client, what the care plan lacks as goal 2 counts it.
    """

    schedule: Schedule | None = None
    values: tuple[int, ...] = ()
    missing: dict[str, int] = field(default_factory=dict)

    @property
    def schedule_found(self) -> Schedule:
        """The schedule, once there is one; raises RuntimeError before."""
        if self.schedule is None:
            raise RuntimeError("There is no schedule yet.")
        return self.schedule

    @property
    def short(self) -> tuple[str, ...]:
        """Clients whose care plan lacks something."""
        return tuple(sorted(name for name, minutes in self.missing.items() if minutes))

    def copy(self) -> Incumbent:
        """The same for now; what becomes of one says nothing of the other."""
        return Incumbent(self.schedule, self.values, dict(self.missing))

    def take(self, other: Incumbent) -> None:
        """From now on as the other."""
        self.schedule, self.values, self.missing = other.schedule, other.values, dict(other.missing)

    def offer(self, schedule: Schedule, values: tuple[int, ...], missing: Mapping[str, int]) -> bool:
        """Takes the schedule if it is better in the strict order of goals; True if so.

        missing: of the clients about whom the search decided; of the others it is as before.
        """
        if self.schedule is not None and values >= self.values:
            return False
        self.schedule, self.values = schedule, values
        self.missing |= missing
        return True
