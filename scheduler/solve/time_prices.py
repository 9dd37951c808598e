"""What a clinician's time costs while clients come in: the more, the fewer other times those have who ask for it."""

from __future__ import annotations

from collections import defaultdict

from scheduler.model.options import Offer, Options

HOUR = 60
ONE = 1000
"""What a session asked for weighs, shared among all the starts that it could have."""
PRICE = 400
"""The price, in that of seats, of an hour that one session needs for itself."""

Day = tuple[str, int]


class TimePrices:
    """asked: by clinician and day, for each time step, what of the sessions asked for falls into it."""

    def __init__(self, options: Options) -> None:
        self.step = options.week.program.time_step
        self.asked: dict[Day, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for (clinician, day, minutes), starts in _starts_asked_for(options).items():
            steps = self.asked[clinician, day]
            for start, weight in starts.items():
                for step in self._steps(start, minutes):
                    steps[step] += weight

    def price(self, offer: Offer, start: int) -> int:
        """Of the time that the offer takes when it begins at the start."""
        steps = self.asked[offer.clinician, offer.day]
        asked = sum(steps[step] for step in self._steps(start, offer.demand.minutes))
        return PRICE * asked * self.step // (ONE * HOUR)

    def _steps(self, start: int, minutes: int) -> range:
        return range(start // self.step, -(-(start + minutes) // self.step))


def _starts_asked_for(options: Options) -> dict[tuple[str, int, int], dict[int, int]]:
    """By clinician, day and minutes, how much each start is asked for."""
    asked: dict[tuple[str, int, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for demand in options.demands:
        offers = options.offers_of_demand.get(demand.key, ())
        choices = sum(len(offer.starts) for offer in offers)
        for offer in offers:
            starts = asked[offer.clinician, offer.day, demand.minutes]
            for start in offer.starts:
                starts[start] += ONE * demand.sessions // choices
    return asked
