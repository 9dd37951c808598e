"""Timetables one after another: whoever the last one leaves short is heard more in the next.

After Joslin and Clements, "Squeaky wheel optimization" (1999). A timetable is judged by what each client could have in
it alone, which takes a hundredth of a second each.
"""

from __future__ import annotations

from collections import Counter

from scheduler.domain.rules import Goal
from scheduler.model.options import Options
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.clock import Clock
from scheduler.solve.narrow import NOTHING, Plan, at_times
from scheduler.solve.timetable.timetable import Timetable

PATIENCE = 3
"""Timetables in a row without a gain after which the best so far is taken."""


class Attempts:
    """alone, bounds: of the week with every time open; they learn of those who are short in any timetable."""

    def __init__(self, options: Options, goals: tuple[Goal, ...], alone: Alone, bounds: Bounds, clock: Clock) -> None:
        self.options, self.goals, self.clock = options, goals, clock
        self.alone, self.bounds = alone, bounds
        self.loud: Counter[str] = Counter()

    def best(self, seconds: float) -> Plan:
        """The timetable in which least must be missed, of those that there is time for; it has one at the least."""
        until = self.clock.elapsed + seconds
        best, least, fruitless = NOTHING, None, 0
        while best is NOTHING or (fruitless < PATIENCE and self.clock.elapsed < until and not self.clock.over):
            plan = Timetable(self.options, self.loud).fill()
            missing = self._missing(plan, until - self.clock.elapsed)
            if missing is None:
                return plan if best is NOTHING else best
            value = self._value(missing)
            fruitless += 1
            if least is None or value < least:
                best, least, fruitless = plan, value, 0
            unheard = self._could_have_more(missing, until - self.clock.elapsed)
            if not unheard:
                return best
            self.loud.update(unheard)
        return best

    def _missing(self, plan: Plan, seconds: float) -> dict[str, int] | None:
        """By client, what must be missing at the times of the plan, as goal 2 counts; None: there was not the time."""
        alone = Alone(at_times(self.options, plan), self.clock)
        alone.first_two(alone.everybody, Bounds(self.goals), seconds)
        return alone.least[2] if len(alone.least[2]) == len(alone.everybody) else None

    def _value(self, missing: dict[str, int]) -> tuple[int, int]:
        """What goals 1 and 2 come to at the least."""
        short = [name for name, minutes in missing.items() if minutes]
        return sum(self.options.week.client_by_name[name].priority for name in short), sum(missing.values())

    def _could_have_more(self, missing: dict[str, int], seconds: float) -> list[str]:
        """Clients who lack more than they would at other times."""
        short = [name for name, minutes in sorted(missing.items()) if minutes]
        self.alone.first_two(short, self.bounds, seconds)
        least = self.alone.least[2]
        return [name for name in short if missing[name] > least.get(name, 0)]
