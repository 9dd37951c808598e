"""What single cells mean."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from scheduler.workbook.cells.choices import group_modality, yes_no
from scheduler.workbook.cells.dates import date_of
from scheduler.workbook.cells.days import days_of, days_or_dates_of
from scheduler.workbook.cells.names import Names, name_of, split_list
from scheduler.workbook.cells.numbers import hours, minutes, whole
from scheduler.workbook.cells.program_weeks import program_weeks_of
from scheduler.workbook.cells.times import time_of
from scheduler.workbook.readers.needs import needs_of
from scheduler.workbook.values import BadValue


@pytest.mark.parametrize(
    ("value", "minutes_from_midnight"),
    [
        (time(9, 0), 540),
        (time(9, 29, 59, 997000), 570),
        (datetime(2026, 11, 23, 17, 30), 1050),
        (datetime(1899, 12, 31, 9, 0), 540),
        (datetime(1900, 1, 1), 1440),
        (datetime(1900, 1, 1, 9, 30), 570),
        (timedelta(hours=9, minutes=30), 570),
        (timedelta(days=1), 1440),
        (0.375, 540),
        (0.3958333333, 570),
        (0, 0),
        (1, 1440),
        ("9:00", 540),
        ("09:00", 540),
        ("9:00:00", 540),
        ("09:29:59.997", 570),
        ("9 am", 540),
        ("9am", 540),
        ("9 a.m.", 540),
        ("12 AM", 0),
        ("12:15 pm", 735),
        ("5:30 PM", 1050),
        ("5:30PM", 1050),
        ("17:30", 1050),
        ("0930", 570),
        ("24:00", 1440),
        ("noon", 720),
        ("12 noon", 720),
        ("  9:00  ", 540),
        ("5:30\u00a0PM", 1050),
    ],
)
def test_times(value, minutes_from_midnight):
    """Every way in which Excel and people write a time comes out as whole minutes."""
    assert time_of(value) == minutes_from_midnight


@pytest.mark.parametrize(
    "value", ["25:00", "24:30", "9:60", "13 pm", "soon", "9", "", 9, 1.5, -0.1, True, datetime(2026, 11, 23), "9-10"]
)
def test_bad_times(value):
    """What is no time is refused, not guessed at."""
    with pytest.raises(BadValue):
        time_of(value)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (9, "9:00"),
        ("9", "9:00"),
        ("730", "7:30"),
        (930.0, "9:30"),
        (datetime(1900, 1, 9), "9:00"),
        (datetime(1902, 6, 18), "9:00"),
    ],
)
def test_times_typed_without_a_colon(value, meant):
    """A number is no time, also where the cell's format makes it a date; the message says what was meant."""
    with pytest.raises(BadValue, match=f"probably {meant} was meant"):
        time_of(value)


@pytest.mark.parametrize(
    "value",
    [
        25,
        1260,
        99,
        9.5,
        True,
        float("nan"),
        float("inf"),
        "soon",
        "12345",
        datetime(1900, 1, 9, 12),
        datetime(2026, 1, 9),
    ],
)
def test_times_that_nobody_can_guess(value):
    """Only what can be a time is offered as one."""
    with pytest.raises(BadValue) as problem:
        time_of(value)
    assert "probably" not in str(problem.value)


def test_midnight_is_asked_back():
    """The word could mean either end of a day."""
    with pytest.raises(BadValue, match="24:00 where it ends"):
        time_of("Midnight")


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("Mon", (0,)),
        ("monday", (0,)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("Mon \u2013 Thu", (0, 1, 2, 3)),
        ("Monday to Wednesday", (0, 1, 2)),
        ("Mon, Wed, Fri", (0, 2, 4)),
        ("Mon/Wed/Fri", (0, 2, 4)),
        ("Mon; Wed", (0, 2)),
        ("Mon Wed Fri", (0, 2, 4)),
        ("Tue and Thu", (1, 3)),
        ("Mon-Wed, Sat", (0, 1, 2, 5)),
        ("Fri, Mon", (0, 4)),
        ("weekdays", (0, 1, 2, 3, 4)),
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("Sat-Sun", (5, 6)),
        ("Sun-Tue", (0, 1, 6)),
        ("Tues & Thurs", (1, 3)),
        ("Weds", (2,)),
        ("M/W/F", (0, 2, 4)),
        ("Mondays", (0,)),
    ],
)
def test_days(value, days):
    """Days are read in every form of the contract, sorted and each once."""
    assert days_of(value) == days


@pytest.mark.parametrize("value", ["Mun", "T", "S", "Mon-", "Mon-Wed-Fri", 3, "", date(2026, 11, 23), "Mon-Fry"])
def test_bad_days(value):
    """An unknown or ambiguous day is refused."""
    with pytest.raises(BadValue):
        days_of(value)


def test_days_or_dates():
    """Closures take days, dates, lists and ranges of dates, and date cells."""
    assert days_or_dates_of("Mon, 2026-11-26") == ((0,), (date(2026, 11, 26),))
    assert days_or_dates_of(datetime(2026, 11, 26)) == ((), (date(2026, 11, 26),))
    three = tuple(date(2026, 11, day) for day in (26, 27, 28))
    for text in ("2026-11-26 to 2026-11-28", "2026/11/26 - 2026/11/28", "2026-11-26\u20132026-11-28"):
        assert days_or_dates_of(text) == ((), three)
    assert days_or_dates_of("2026-11-26 00:00:00")[1] == three[:1]
    assert days_or_dates_of("Mon/Wed\n2026-11-26 and 2026/11/27, 2026.11.28") == ((0, 2), three)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("11/26/2026", "probably 2026-11-26 was meant"),
        ("2026-11-31", "no such day"),
        ("2026-11-28 to 2026-11-26", "in order"),
        ("Thanksgiving", "or dates such as"),
        (3, "or dates such as"),
    ],
)
def test_bad_days_or_dates(value, words):
    """The message says how days and dates are written."""
    with pytest.raises(BadValue, match=words):
        days_or_dates_of(value)


def test_dates():
    """A date is a date cell or ISO text; American text and bare numbers are refused."""
    assert date_of(datetime(2026, 11, 23, 8)) == date_of("2026-11-23") == date_of("2026-11-23 00:00:00")
    for value in ("11/23/2026", "2026-02-30", 46349, time(9), datetime(1900, 1, 9)):
        with pytest.raises(BadValue):
            date_of(value)
    with pytest.raises(BadValue, match="probably 2026-11-23 was meant"):
        date_of(" 11/23/2026")
    with pytest.raises(BadValue, match=r"such as 2026-11-23$"):
        date_of("23/11/2026")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(9, 540), (1.5, 90), ("1.5", 90), (0, 0), (0.8333, 50), (1.333333, 80), ("9 hours", 540), (2.55, 153), (0.1, 6)],
)
def test_hours(value, expected):
    """Decimal hours are exact minutes; thirds of hours are the nearest one."""
    assert hours()(value) == expected


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (time(9, 30), "9.5"),
        (timedelta(hours=19), "19"),
        (datetime(1900, 1, 9), "probably 9 was"),
        (datetime(2026, 5, 1), "1.5"),
        ("1:30", "1.5"),
        ("1,5", "1.5"),
    ],
)
def test_hours_that_excel_changed(value, meant):
    """A time or date where hours are due is refused, and the message says what was probably meant."""
    with pytest.raises(BadValue, match=meant):
        hours()(value)


@pytest.mark.parametrize("value", [-1, 169, "nine", True, float("nan"), float("inf"), "9;10"])
def test_bad_hours(value):
    """Negative, endless and non-numeric hours are refused."""
    with pytest.raises(BadValue):
        hours()(value)


def test_whole_numbers():
    """Whole numbers come as numbers or text, and keep to their limits."""
    assert [whole(1, 9)(value) for value in (1, 9.0, "3", " 4 ", "5.0")] == [1, 9, 3, 4, 5]
    for value in (0, 10, 1.5, "-3", "x", True, time(1)):
        with pytest.raises(BadValue):
            whole(1, 9)(value)
    assert minutes()("90 min") == 90
    with pytest.raises(BadValue, match="probably 90"):
        minutes()(time(1, 30))


@pytest.mark.parametrize(
    ("read", "value"), [(minutes(), "1,5"), (whole(), datetime(2026, 10, 12)), (whole(1, 7), "9:00")]
)
def test_only_what_would_do_is_offered(read, value):
    """A hint that leads to the next error is none."""
    with pytest.raises(BadValue) as problem:
        read(value)
    assert "probably" not in str(problem.value)


@pytest.mark.parametrize(("value", "name"), [(101, "101"), (101.0, "101"), (1.5, "1.5"), ("007", "007"), ("NA", "NA")])
def test_names_of_cells(value, name):
    """Numbers are names by their digits; text keeps leading zeros and words such as NA."""
    assert name_of(value) == name


@pytest.mark.parametrize(("value", "meant"), [(datetime(2026, 3, 1), "MAR1 or 3-1"), (datetime(2026, 1, 4), "1-4")])
def test_names_that_excel_turned_into_dates(value, meant):
    """A date where a name is due is refused with what was probably typed."""
    with pytest.raises(BadValue, match=meant):
        name_of(value)


def test_lists():
    """A known name is one; else only semicolons separate, if there is one; else commas do."""
    known = Names("clinician", "the sheet Clinicians")
    known.add("Dana Smith, LCSW")
    assert split_list("dana  smith, lcsw", known.spelling) == ("dana smith, lcsw",)
    assert split_list("Dana Smith, LCSW; Bo") == ("Dana Smith, LCSW", "Bo")
    assert split_list("Ann, Bo,, ") == ("Ann", "Bo")
    assert known.many("DANA SMITH, LCSW; dana smith, lcsw") == ("Dana Smith, LCSW",)
    with pytest.raises(BadValue, match='did you mean "Dana Smith, LCSW"'):
        known.one("Dana Smyth, LCSW")


def test_lists_by_line_and_by_other_marks():
    """Lines of a cell are items where no mark separates; where another mark does, the message says which one would."""
    names = Names("track", "the sheet Tracks")
    for name in ("Morning", "Evening", "Day and Night"):
        names.add(name)
    assert names.many("Morning\nEvening") == ("Morning", "Evening")
    assert names.many("Morning,\nEvening") == ("Morning", "Evening")
    assert names.many("Day and\nNight") == ("Day and Night",)
    for text in ("Morning/Evening", "Morning and Evening", "morning & evening"):
        with pytest.raises(BadValue, match="separated by ;"):
            names.many(text)
    with pytest.raises(BadValue, match='did you mean "Morning"'):
        names.many("Mornin/g")


def test_the_nearest_name_may_lack_leading_zeros():
    """`3` and `003` are two names, and the one is what was meant by the other."""
    names = Names("client", "the sheet Clients")
    for name in ("003", "013", "030"):
        names.add(name)
    for text in (3, "03", "0003"):
        with pytest.raises(BadValue, match='did you mean "003"'):
            names.one(text)


def test_the_nearest_name_may_be_longer():
    """A first name is a hint where one alone has it."""
    names = Names("clinician", "the sheet Clinicians")
    for name in ("Dana Smith, LCSW", "Lee Park", "Lee Ruiz"):
        names.add(name)
    with pytest.raises(BadValue, match='did you mean "Dana Smith, LCSW"'):
        names.one("dana")
    for text in ("Lee", "an"):
        with pytest.raises(BadValue, match=r"in the sheet Clinicians$"):
            names.one(text)


def test_names_compare_without_case_space_and_accent_form():
    """Composed and decomposed accents, case and inner space make no difference."""
    names = Names("client", "the sheet Clients")
    names.add("Zo\u00eb  O'Neil")
    assert names.find("ZOE\u0308 o'neil ") == "Zo\u00eb O'Neil"


def test_needs():
    """A need is a topic, or a topic with a count; a known name with a colon or comma is one topic."""
    topics = Names("topic", "the sheet Groups")
    for topic in ("Anger management", "Seeking Safety: Women", "Grief, loss and change"):
        topics.add(topic)
    read = needs_of(topics)
    assert read("anger management:2") == (("Anger management", 2),)
    assert read("Seeking Safety: Women") == (("Seeking Safety: Women", 1),)
    assert read("Seeking Safety: Women: 3; CBT") == (("Seeking Safety: Women", 3), ("CBT", 1))
    assert read("Grief, loss and change:2") == (("Grief, loss and change", 2),)
    assert read("CBT, DBT:2") == (("CBT", 1), ("DBT", 2))
    with pytest.raises(BadValue):
        read("CBT:0")


@pytest.mark.parametrize(
    ("value", "weeks"),
    [
        ("1-4", ((1, 4),)),
        ("1 to 4", ((1, 4),)),
        ("5\u201313", ((5, 13),)),
        ("13+", ((13, None),)),
        ("3", ((3, 3),)),
        (3, ((3, 3),)),
        (3.0, ((3, 3),)),
        ("9-12; 1-4", ((1, 4), (9, 12))),
        ("weeks 1-4", ((1, 4),)),
    ],
)
def test_program_weeks(value, weeks):
    """Weeks of treatment are inclusive ranges, the last one open where it says so."""
    assert program_weeks_of(value) == weeks


@pytest.mark.parametrize("value", ["4-1", "0-3", "early", datetime(2026, 1, 4), 1.5])
def test_bad_program_weeks(value):
    """Ranges that run backwards, words and dates are refused."""
    with pytest.raises(BadValue):
        program_weeks_of(value)


def test_program_weeks_that_excel_turned_into_a_date():
    """The message for the date 4 January says 1-4."""
    with pytest.raises(BadValue, match="probably 1-4 was meant"):
        program_weeks_of(datetime(2026, 1, 4))


def test_yes_and_no():
    """Yes and no come as words, letters, numbers, booleans and x."""
    assert all(yes_no(value) for value in ("yes", "Y", "TRUE", True, 1, 1.0, "1", "x", "X"))
    assert not any(yes_no(value) for value in ("no", "N", "false", False, 0, "0"))
    for value in ("perhaps", 2, time(1)):
        with pytest.raises(BadValue):
            yes_no(value)


def test_modality():
    """Spelling of a modality is free in case and hyphens."""
    assert group_modality("In-Person") == group_modality("in person") == "in person"
    with pytest.raises(BadValue):
        group_modality("either")
