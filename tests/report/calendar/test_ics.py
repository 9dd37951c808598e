"""Calendar files parsed back and compared with the schedule."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from scheduler.domain.calendar import MIDNIGHT
from scheduler.domain.schedule import GroupSession, Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.report.activities import activities
from scheduler.report.calendar.entries import client_entries, clinician_entries
from scheduler.report.calendar.ics import calendar
from tests.report import site

WRITTEN = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
SPRING, AUTUMN = date(2027, 3, 8), date(2026, 10, 26)
"""Weeks whose Sunday moves the clock, in America/New_York."""


def of_client(week: Week, schedule: Schedule, client: str, written: datetime = WRITTEN) -> bytes:
    held = activities(week, schedule)
    return calendar(client_entries(week, held, week.client_by_name[client]), week.program.time_zone, written)


def of_clinician(week: Week, schedule: Schedule, clinician: str) -> bytes:
    held = activities(week, schedule)
    return calendar(clinician_entries(week, held, week.clinician_by_name[clinician]), week.program.time_zone, WRITTEN)


def times(content: bytes) -> list[tuple[datetime, datetime]]:
    events = Calendar.from_ical(content).walk("VEVENT")
    return sorted((event["dtstart"].dt, event["dtend"].dt) for event in events)


def moment(week: Week, day: int, minutes: int) -> datetime:
    start = datetime.combine(week.program.monday, datetime.min.time()) + timedelta(days=day, minutes=minutes)
    return start.replace(tzinfo=ZoneInfo(week.program.time_zone)) if week.program.time_zone else start


@pytest.mark.parametrize("time_zone", ["America/New_York", "America/Phoenix", "Asia/Kolkata", None])
def test_every_entry_is_in_the_schedule_and_back(time_zone: str | None) -> None:
    """For each client and clinician the entries are the activities, to the minute."""
    week, schedule = site.week(time_zone), site.schedule()
    held = activities(week, schedule)
    for client in week.active_clients:
        own = sorted(
            (moment(week, a.day, a.start), moment(week, a.day, a.end)) for a in held if client.name in a.clients
        )
        assert times(of_client(week, schedule, client.name)) == own
    for clinician in week.clinicians:
        own = sorted(
            (moment(week, a.day, a.start), moment(week, a.day, a.end)) for a in held if clinician.name in a.clinicians
        )
        assert times(of_clinician(week, schedule, clinician.name)) == own


@pytest.mark.parametrize("monday", [SPRING, AUTUMN, date(2026, 12, 28), date(2026, 7, 6)])
def test_the_zone_rules_in_the_file_are_right(monday: date) -> None:
    """Another library reads the VTIMEZONE alone and gets every offset of the week, clock changes included."""
    content = of_client(site.week(monday=monday), site.schedule(), "C01").decode()
    rules = tzical(StringIO(content)).get("America/New_York")
    for hour in range(7 * 24):
        local = datetime.combine(monday, datetime.min.time()) + timedelta(hours=hour)
        if hour == 6 * 24 + 2 and monday == SPRING:
            continue  # two o'clock does not exist on that Sunday
        assert local.replace(tzinfo=rules).utcoffset() == local.replace(tzinfo=ZoneInfo("America/New_York")).utcoffset()


def test_the_offset_changes_inside_a_clock_change_week() -> None:
    """Saturday and Sunday of such a week lie an hour apart in UTC."""
    week = site.week(monday=AUTUMN)
    sessions = [GroupSession(day, 540, 630, "12-step", (), "Room 1", ("C01",)) for day in (5, 6)]
    starts = [start.astimezone(UTC).hour for start, _ in times(of_client(week, schedule_of(sessions, []), "C01"))]
    assert starts == [13, 14]


def test_without_a_time_zone_times_float() -> None:
    """No zone, no UTC: nine o'clock wherever the calendar is opened."""
    content = of_client(site.week(None), site.schedule(), "C01")
    assert b"VTIMEZONE" not in content
    assert b"DTSTART:20261123T090000\r\n" in content


def test_a_session_until_midnight_ends_on_the_next_day() -> None:
    """24:00 is 0:00 of the day after."""
    session = GroupSession(6, 1380, MIDNIGHT, "12-step", (), "Room 1", ("C01",))
    (start, end), *rest = times(of_client(site.week(), schedule_of([session], []), "C01"))
    assert (end - start, end.date(), rest) == (timedelta(hours=1), date(2026, 11, 30), [])


def test_nothing_reveals_treatment() -> None:
    """A client's file: no program, group, service, clinician, room or id; a clinician's: no group and no client."""
    week, schedule = site.week(), site.schedule()
    words = [group.name for group in week.groups] + [group.topic for group in week.groups]
    words += ["Individual", "Psychiatry", week.program.name, "Harbor", "Phase", "IOP"]
    people = [client.name for client in week.clients] + [client.display_name for client in week.clients]
    for client in week.active_clients:
        text = of_client(week, schedule, client.name).decode().replace("\r\n ", "")
        rooms = [room.name for room in week.rooms]
        assert not [word for word in words + people + rooms + ["Ana Ruiz", "O'Hara", "LCSW"] if word in text]
        titles = {str(event["summary"]) for event in Calendar.from_ical(text).walk("VEVENT")}
        assert titles == {"Appointment"}
    for clinician in week.clinicians:
        text = of_clinician(week, schedule, clinician.name).decode().replace("\r\n ", "")
        assert not [word for word in words + people if word in text]
        titles = {str(event["summary"]) for event in Calendar.from_ical(text).walk("VEVENT")}
        assert titles == {"Group session", "Session"}


def test_places_are_what_one_needs_to_come() -> None:
    """A client gets the telehealth link and nothing else; a clinician the room, and the link of virtual sessions."""
    week, schedule = site.week(), site.schedule()
    places = {str(e.get("location", "")) for e in Calendar.from_ical(of_client(week, schedule, "C12")).walk("VEVENT")}
    assert places == {"", site.LINK}
    ana = Calendar.from_ical(of_clinician(week, schedule, "Ana Ruiz")).walk("VEVENT")
    assert {str(e["location"]) for e in ana} == {"Room 1", "Room 2/b, https://hybrid.example.org/2"}


def uids(content: bytes) -> dict[tuple[date, str], str]:
    events = Calendar.from_ical(content).walk("VEVENT")
    return {(e["dtstart"].dt.date(), f"{n}"): str(e["uid"]) for n, e in enumerate(events)}


def test_a_second_import_updates_rather_than_doubles() -> None:
    """Another time, room or facilitator keeps the UID; a schedule written later has a higher SEQUENCE."""
    week, schedule = site.week(), site.schedule()
    moved = schedule_of(
        [
            GroupSession(s.day, s.start + 15, s.end + 15, s.group, ("Chi/Lin: LCSW",), "Room 1", s.clients)
            for s in schedule.sessions
        ],
        list(schedule.one_on_ones),
    )
    before, after = of_client(week, schedule, "C01"), of_client(week, moved, "C01", WRITTEN + timedelta(minutes=5))
    assert set(uids(before).values()) == set(uids(after).values())
    sequences = [{int(e["sequence"]) for e in Calendar.from_ical(c).walk("VEVENT")} for c in (before, after)]
    assert max(sequences[0]) + 5 == min(sequences[1])
    assert times(before) != times(after)


def test_equal_schedules_give_equal_files() -> None:
    """No clock and no chance: the bytes are the same."""
    assert of_client(site.week(), site.schedule(), "C01") == of_client(site.week(), site.schedule(), "C01")


def test_all_uids_differ() -> None:
    """Between people, days and sessions, and between one person's one-on-ones with several clients."""
    week, schedule = site.week(), site.schedule()
    files = [of_client(week, schedule, client.name) for client in week.active_clients]
    files += [of_clinician(week, schedule, clinician.name) for clinician in week.clinicians]
    every = [uid for content in files for uid in uids(content).values()]
    assert len(every) == len(set(every))
    next_week = site.week(monday=date(2026, 11, 30))
    assert not set(every) & set(uids(of_client(next_week, schedule, "C01")).values())


def test_lines_are_what_the_standard_asks_for() -> None:
    """CRLF ends, at most 75 octets a line, the required properties once each."""
    content = of_clinician(site.week(), site.schedule(), "Chi/Lin: LCSW")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert content.count(b"PRODID") == content.count(b"VERSION:2.0") == 1
    assert content.count(b"BEGIN:VTIMEZONE") == 1


def test_somebody_without_sessions_gets_an_empty_calendar() -> None:
    """Still a valid file."""
    content = of_client(site.week(), Schedule(), "C01")
    assert Calendar.from_ical(content).walk("VEVENT") == []
