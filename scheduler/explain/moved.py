"""The smallest change of a commitment that lets a client do what a schedule gives."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES, MIDNIGHT, clock
from scheduler.domain.people import Commitment
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.cells import days_text
from scheduler.explain.given import Stay, stays

WHOLE = 5
"""Travel is written in multiples of this many minutes."""

A_LITTLE = 90
"""Minutes by which a commitment is rather moved than given up on a day."""

Moved = tuple[str, str, str]
"""The column of Commitments, what to write there, and the sentence."""


def moved(week: Week, schedule: Schedule, commitment: Commitment) -> Moved | None:
    """A shorter travel time, else an earlier end or a later start, else other days, else not firm; None: no change.

    What it proposes keeps clear of all the client's activities in the schedule.
    """
    client = week.client_by_name[commitment.client]
    on_its_days = [stay for stay in stays(week, schedule, client) if stay.day in commitment.days]
    met = [stay for stay in on_its_days if _meets(commitment, stay)]
    if not met:
        return None
    label = f"{commitment.kind or 'commitment'} of {client.name} on {days_text(commitment.days)}"
    trims = [_end(commitment, on_its_days, label), _start(commitment, on_its_days, label)]
    return (
        _travel(commitment, on_its_days, label)
        or _shortest(trims, A_LITTLE)
        or _days(commitment, met, label)
        or _shortest(trims, MIDNIGHT)
        or ("Firm", "no", f"{label} not firm")
    )


def _shortest(trims: list[tuple[int, Moved] | None], most: int) -> Moved | None:
    """The trim that takes the fewest minutes, if they are at most so many."""
    fitting = sorted(trim for trim in trims if trim is not None and trim[0] <= most)
    return fitting[0][1] if fitting else None


def _meets(commitment: Commitment, stay: Stay, start: int | None = None, end: int | None = None) -> bool:
    travel = commitment.travel if stay.in_person else 0
    begin = commitment.start if start is None else start
    finish = commitment.end if end is None else end
    return begin - travel < stay.end and stay.start < finish + travel


def _travel(commitment: Commitment, near: list[Stay], label: str) -> Moved | None:
    """Where nothing but the way there or back is in the way."""
    apart = [_apart(commitment, stay) for stay in near if stay.in_person]
    if any(_apart(commitment, stay) < 0 for stay in near) or not apart:
        return None
    minutes = min(apart) // WHOLE * WHOLE
    if minutes >= commitment.travel:
        return None
    return "Travel", str(minutes), f"{minutes} minutes of travel instead of {commitment.travel} for {label}"


def _apart(commitment: Commitment, stay: Stay) -> int:
    """Minutes between the two; negative when they overlap."""
    return max(commitment.start - stay.end, stay.start - commitment.end)


def _end(commitment: Commitment, near: list[Stay], label: str) -> tuple[int, Moved] | None:
    """An earlier end, where all that meets it begins in its later part."""
    met = [stay for stay in near if _meets(commitment, stay)]
    end = min(stay.start - (commitment.travel if stay.in_person else 0) for stay in met)
    if end <= commitment.start or any(_meets(commitment, stay, end=end) for stay in near):
        return None
    sentence = f"{label} until {clock(end)} instead of {clock(commitment.end)}"
    return commitment.end - end, ("End", clock(end), sentence)


def _start(commitment: Commitment, near: list[Stay], label: str) -> tuple[int, Moved] | None:
    met = [stay for stay in near if _meets(commitment, stay)]
    start = max(stay.end + (commitment.travel if stay.in_person else 0) for stay in met)
    if start >= commitment.end or any(_meets(commitment, stay, start=start) for stay in near):
        return None
    sentence = f"{label} from {clock(start)} instead of {clock(commitment.start)}"
    return start - commitment.start, ("Start", clock(start), sentence)


def _days(commitment: Commitment, met: list[Stay], label: str) -> Moved | None:
    """Off on the days on which it is in the way, as long as others are left."""
    off = {stay.day for stay in met}
    left = [day for day in commitment.days if day not in off]
    if not left:
        return None
    names = " and ".join(DAY_NAMES[day] for day in sorted(off))
    return "Days", days_text(left), f"{label} without {names}"
