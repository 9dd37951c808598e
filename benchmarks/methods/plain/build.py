"""Puts the straightforward model together."""

from __future__ import annotations

from benchmarks.methods.plain import attendance, care, clashes, locks, one_on_ones, sessions
from benchmarks.methods.plain.encoding import Encoding
from scheduler.domain.week import Week
from scheduler.model.options import options_of


def encode(week: Week) -> Encoding:
    """All hard rules and care plans of the week; goals are added by `goal`.

    What may happen at all comes from the same `options_of` as in our model: nothing illegal gets a variable here
    either.
    """
    encoding = Encoding(options_of(week))
    attendance.create(encoding)
    one_on_ones.create(encoding)
    for part in (sessions, attendance, one_on_ones, care, clashes, locks):
        part.add(encoding)
    return encoding
