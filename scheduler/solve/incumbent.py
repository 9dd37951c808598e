"""The best schedule found so far."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.schedule import Schedule


@dataclass
class Incumbent:
    """schedule and the values of its goals in their order of worth; both empty before the first schedule."""

    schedule: Schedule | None = None
    values: tuple[int, ...] = ()

    @property
    def schedule_found(self) -> Schedule:
        """The schedule, once there is one; raises RuntimeError before."""
        if self.schedule is None:
            raise RuntimeError("There is no schedule yet.")
        return self.schedule

    def offer(self, schedule: Schedule, values: tuple[int, ...]) -> bool:
        """Takes the schedule if it is better in the strict order of goals; True if so."""
        if self.schedule is not None and values >= self.values:
            return False
        self.schedule, self.values = schedule, values
        return True
