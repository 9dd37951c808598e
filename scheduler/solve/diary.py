"""What clinicians have to do in a plan while it is made, and when they are still to be had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from scheduler.domain.calendar import Window, overlaps
from scheduler.model.draft import SlotKey
from scheduler.model.goals.fair_load import available
from scheduler.model.options import Offer, Options
from scheduler.solve.narrow import Plan


class Diary:
    """Begins with the sessions that a plan has each clinician lead; meetings are noted one by one."""

    def __init__(self, options: Options, plan: Plan) -> None:
        self.pause = options.week.program.clinician_break
        self.clinicians = options.week.clinician_by_name
        self.taken: dict[tuple[str, int], list[Window]] = {}
        self.busy: Counter[tuple[str, int]] = Counter()
        self.left = {clinician.name: available(clinician) for clinician in options.week.clinicians}
        for key, names in sorted(plan.leaders.items()):
            self.lead(key, names, plan.starts[key], options.week.group_by_name[key[0]].minutes)

    def lead(self, key: SlotKey, names: Iterable[str], start: int, minutes: int) -> None:
        """From now on the clinicians lead this session."""
        for name in names:
            self._take(name, key[1], start, minutes)

    def free(self, offer: Offer) -> tuple[int, ...]:
        """The starts of an offer at which the clinician is to be had."""
        name, day, minutes = offer.clinician, offer.day, offer.demand.minutes
        if not self._has_minutes(name, day, minutes):
            return ()
        taken = self.taken.get((name, day), ())
        return tuple(start for start in offer.starts if not overlaps(taken, start, start + minutes))

    def is_free(self, name: str, day: int, start: int, minutes: int, planned: int = 0) -> bool:
        """Whether the clinician is to be had at the time. planned: minutes of other days thought of, but not noted."""
        free = not overlaps(self.taken.get((name, day), ()), start, start + minutes)
        return free and self.left[name] >= minutes + planned and self._has_minutes(name, day, minutes)

    def minutes_left(self, name: str, day: int) -> int:
        """What the clinician may still do on the day."""
        most = self.clinicians[name].max_minutes_per_day
        return self.left[name] if most is None else min(self.left[name], most - self.busy[name, day])

    def _has_minutes(self, name: str, day: int, minutes: int) -> bool:
        return self.minutes_left(name, day) >= minutes

    def note(self, offer: Offer, start: int) -> None:
        """From now on the clinician has this meeting."""
        self._take(offer.clinician, offer.day, start, offer.demand.minutes)

    def forget(self, offer: Offer, start: int) -> None:
        """As before the meeting was noted."""
        minutes = offer.demand.minutes
        self.taken[offer.clinician, offer.day].remove(self._window(start, minutes))
        self.busy[offer.clinician, offer.day] -= minutes
        self.left[offer.clinician] += minutes

    def _take(self, name: str, day: int, start: int, minutes: int) -> None:
        self.taken.setdefault((name, day), []).append(self._window(start, minutes))
        self.busy[name, day] += minutes
        self.left[name] -= minutes

    def _window(self, start: int, minutes: int) -> Window:
        """The time in which nothing else may be, pauses on either side included."""
        return Window(start - self.pause, start + minutes + self.pause)
