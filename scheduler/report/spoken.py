"""Days and times as people say them; the same words under every locale."""

from __future__ import annotations

from datetime import date, timedelta

LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def time_of_day(minutes: int) -> str:
    """Minutes from midnight as `9:00 am`, `12:30 pm`; the end of the day is `midnight`."""
    if minutes >= 24 * 60:
        return "midnight"
    hour, minute = divmod(minutes, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02d} {'am' if hour < 12 else 'pm'}"


def span(start: int, end: int) -> str:
    """From start to end: `9:00 – 10:30 am`, `11:00 am – 12:30 pm`."""
    first, last = time_of_day(start), time_of_day(end)
    if first[-2:] == last[-2:] and last != "midnight":
        first = first[:-3]
    return f"{first} – {last}"


def long_date(day: date) -> str:
    """`November 23, 2026`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def week_of(monday: date) -> str:
    """`November 23 – 29, 2026`, with the month or year said twice only where it changes."""
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        return f"{long_date(monday)} – {long_date(sunday)}"
    if monday.month != sunday.month:
        return f"{MONTHS[monday.month - 1]} {monday.day} – {long_date(sunday)}"
    return f"{MONTHS[monday.month - 1]} {monday.day} – {sunday.day}, {sunday.year}"


def long_day(monday: date, day: int) -> str:
    """A day of the week with its date: `Monday, November 23`."""
    there = monday + timedelta(days=day)
    return f"{LONG_DAYS[day]}, {MONTHS[there.month - 1]} {there.day}"


def short_day(monday: date, day: int) -> str:
    """A day of the week for a narrow column: `Mon Nov 23`."""
    there = monday + timedelta(days=day)
    return f"{LONG_DAYS[day][:3]} {MONTHS[there.month - 1][:3]} {there.day}"
