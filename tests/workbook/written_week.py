"""A week written as the rows of an input workbook, every cell filled in: what reading must give back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from tests.workbook.sample import Rows, Sheets


def rows_of(week: Week) -> Sheets:
    """The sheets of a workbook that asks for this week."""
    return {
        "Program": _program(week),
        "Tracks": _table("Track Days Start End", _tracks(week)),
        "Phases": _phases(week),
        "Topic rules": _table("Phase|Topic|Min sessions|Max sessions|One group", _topic_rules(week)),
        "Groups": _groups(week),
        "Clinicians": _clinicians(week),
        "Clinician hours": _table("Clinician Days Start End Modality", _clinician_hours(week)),
        "Rooms": _rooms(week),
        "Clients": _clients(week),
        "Commitments": _commitments(week),
        "Appointments": _appointments(week),
        "Closures": _closures(week),
        "Keep apart": _table("Client A|Client B", [[pair.client_a, pair.client_b] for pair in week.keep_apart]),
        "Locks": _locks(week),
    }


def bare(week: Week) -> Week:
    """The week without the numbers of its rows, and with what never counts at 0."""
    counts = week.program.individual_counts
    return Week(
        program=week.program,
        tracks=tuple(replace(track, rows=()) for track in week.tracks),
        phases=_without_rows(week.phases),
        groups=_without_rows(week.groups),
        clinicians=tuple(replace(who, row=0, hours_rows=()) for who in week.clinicians),
        rooms=_without_rows(week.rooms),
        clients=tuple(
            replace(
                who,
                row=0,
                inactive_reason="",
                individual_counted_minutes=who.individual_counted_minutes if counts else 0,
            )
            for who in week.clients
        ),
        topic_rules=_without_rows(week.topic_rules),
        commitments=_without_rows(week.commitments),
        appointments=_without_rows(week.appointments),
        closures=_without_rows(week.closures),
        keep_apart=_without_rows(week.keep_apart),
        locks=_without_rows(week.locks),
    )


def _without_rows(items):
    return tuple(replace(item, row=0) for item in items)


def _table(header: str, rows) -> Rows:
    return [header.split("|" if "|" in header else " "), *rows]


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _days(days) -> str:
    return ", ".join(DAY_NAMES[day] for day in days)


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else minutes / 60


def _list(items) -> str | None:
    return "; ".join(items) if items else None


def _program(week: Week) -> Rows:
    program = week.program
    return [
        ["Setting", "Value"],
        ["Program", program.name],
        ["Week of", program.monday + timedelta(days=3)],
        ["Time step", program.time_step],
        ["Mix tracks", _yes(program.mix_tracks)],
        ["Same topic per day", program.same_topic_per_day],
        ["Individual counts", _yes(program.individual_counts)],
        ["Individual on treatment days", _yes(program.individual_on_treatment_days)],
        ["Individual after groups", _yes(program.individual_after_groups)],
        ["Individual within tracks", _yes(program.individual_within_tracks)],
        ["Trip cost", program.trip_cost],
        ["Clinician break", program.clinician_break],
        ["Room turnaround", program.room_turnaround],
    ]


def _tracks(week: Week):
    for track in week.tracks:
        for day, windows in enumerate(track.windows):
            for window in windows:
                yield [track.name, DAY_NAMES[day], clock(window.start), clock(window.end)]


def _phases(week: Week) -> Rows:
    header = (
        "Phase|Level of care|Min hours|Target hours|Max hours|Min days|Max days|Min hours per day|Max hours per day|"
    )
    header += "Max days between|Individual sessions|Individual minutes|Individual counted minutes"
    return _table(
        header,
        [
            [
                phase.name,
                phase.level_of_care,
                _hours(phase.min_minutes),
                _hours(phase.target_minutes),
                _hours(phase.max_minutes),
                phase.min_days,
                phase.max_days,
                _hours(phase.min_minutes_per_day),
                _hours(phase.max_minutes_per_day),
                phase.max_days_between,
                phase.individual_sessions,
                phase.individual_minutes,
                phase.individual_counted_minutes,
            ]
            for phase in week.phases
        ],
    )


def _topic_rules(week: Week):
    for rule in week.topic_rules:
        yield [rule.phase, rule.topic, rule.min_sessions, rule.max_sessions, _yes(rule.one_group)]


def _groups(week: Week) -> Rows:
    header = (
        "Group|Topic|Tracks|Phases|Days|Start|Minutes|Counted minutes|Sessions|Same time|Same clinician|Min clients|"
    )
    header += (
        "Max clients|Ideal clients|Seats per client|Facilitators|Clinicians|Lead|Rooms|Features|Modality|Attendance|"
    )
    header += "Client tags|Program weeks|Must run|Active"
    return _table(
        header,
        [
            [
                group.name,
                group.topic,
                _list(group.tracks),
                _list(group.phases),
                _days(group.days),
                _list(map(clock, group.starts)) if group.starts else None,
                group.minutes,
                group.counted_minutes,
                group.sessions,
                _yes(group.same_time),
                _yes(group.same_clinician),
                group.min_clients,
                group.max_clients,
                group.ideal_clients,
                group.seats_per_client,
                group.facilitators,
                _list(group.clinicians),
                _list(group.lead),
                _list(group.rooms),
                _list(group.features),
                group.modality.value,
                "cohort" if group.cohort else "open",
                _list((*group.required_tags, *(f"!{tag}" for tag in group.forbidden_tags))),
                _list(f"{first}+" if last is None else f"{first}-{last}" for first, last in group.program_weeks or ()),
                _yes(group.must_run),
                _yes(group.active),
            ]
            for group in week.groups
        ],
    )


def _clinicians(week: Week) -> Rows:
    return _table(
        "Clinician|Topics|Max hours|Max hours per day|Office",
        [
            [who.name, _list(who.topics), _hours(who.max_minutes), _hours(who.max_minutes_per_day), who.office]
            for who in week.clinicians
        ],
    )


def _clinician_hours(week: Week):
    for who in week.clinicians:
        virtual, in_person = any(who.hours_virtual), any(who.hours_in_person)
        modality = Modality.EITHER if virtual and in_person else Modality.VIRTUAL if virtual else Modality.IN_PERSON
        for day, windows in enumerate(who.hours):
            for window in windows:
                yield [who.name, DAY_NAMES[day], clock(window.start), clock(window.end), modality.value]


def _rooms(week: Week) -> Rows:
    uses = {(True, True): "both", (True, False): "group", (False, True): "individual"}
    return _table(
        "Room|Capacity|Use|Features|Virtual|Link",
        [
            [
                room.name,
                room.capacity,
                uses[room.for_groups, room.for_individual],
                _list(room.features),
                _yes(room.virtual),
                room.link,
            ]
            for room in week.rooms
        ],
    )


def _clients(week: Week) -> Rows:
    header = "Client|Name|Phase|Tracks|Primary clinician|Cover clinician|Avoid clinicians|Modality|Virtual days|"
    header += "Individual sessions|Individual minutes|Needs|Avoid topics|Tags|Authorized hours|Authorized days|"
    header += "Authorized hours per day|Program week|Min hours|Starts|Ends|Priority|Active"
    monday = week.program.monday
    return _table(
        header,
        [
            [
                who.name,
                who.display_name,
                who.phase,
                _list(who.tracks),
                who.primary_clinician,
                who.cover_clinician,
                _list(who.avoid_clinicians),
                who.modality.value,
                _days(who.virtual_days),
                who.individual_sessions,
                who.individual_minutes,
                _list(f"{topic}:{sessions}" for topic, sessions in who.needs),
                _list(who.avoid_topics),
                _list(who.tags),
                _hours(who.authorized_minutes),
                who.authorized_days,
                _hours(who.authorized_minutes_per_day),
                who.program_week,
                _hours(who.min_minutes),
                monday + timedelta(days=who.first_day),
                f"{monday + timedelta(days=who.last_day)}",
                who.priority,
                _yes(who.active),
            ]
            for who in week.clients
        ],
    )


def _commitments(week: Week) -> Rows:
    return _table(
        "Client Days Start End Kind Firm Travel",
        [
            [each.client, _days(each.days), clock(each.start), clock(each.end), each.kind, _yes(each.firm), each.travel]
            for each in week.commitments
        ],
    )


def _appointments(week: Week) -> Rows:
    return _table(
        "Client|Service|Minutes|Sessions|Clinician|Modality|Counts|Counted minutes",
        [
            [
                each.client,
                each.service,
                each.minutes,
                each.sessions,
                each.clinician,
                each.modality.value if each.modality else None,
                _yes(each.counted_minutes > 0),
                each.counted_minutes,
            ]
            for each in week.appointments
        ],
    )


def _closures(week: Week) -> Rows:
    return _table(
        "What Days Start End Reason Excused",
        [
            [
                each.clinician or each.room,
                _days(each.days),
                clock(each.start),
                clock(each.end),
                each.reason,
                _yes(each.excused),
            ]
            for each in week.closures
        ],
    )


def _locks(week: Week) -> Rows:
    return _table(
        "Rule Client Group Service Day Start Clinician Room",
        [
            [
                "must" if lock.must else "never",
                lock.client,
                lock.group,
                lock.service,
                None if lock.day is None else DAY_NAMES[lock.day],
                None if lock.start is None else clock(lock.start),
                lock.clinician,
                lock.room,
            ]
            for lock in week.locks
        ],
    )
