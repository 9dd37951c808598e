"""What the template says of each column: its meaning in a sentence, how its cells look, which values it offers."""

from __future__ import annotations

from dataclasses import dataclass

TEXT = "@"
"""Excel leaves text alone: `1-4` stays a range of weeks, `0012` keeps its zeros."""
NUMBER = "General"
TIME = "HH:MM"
DATE = "yyyy-mm-dd"

YES_NO = ("yes", "no")
ONE_DAY = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_PATTERNS = (
    *("Mon-Fri", "Mon-Thu", "Mon, Wed, Fri", "Mon, Tue, Thu", "Mon, Wed, Thu", "Tue, Thu"),
    *ONE_DAY,
    *("Mon-Sat", "daily"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column's note, number format, and the values it offers.

    offers: values themselves, or the `Sheet!Column` that defines them; several: a cell may name more than one.
    """

    note: str
    form: str = TEXT
    offers: tuple[str, ...] | str = ()
    several: bool = False


def _yes_no(note: str) -> Field:
    return Field(note, TEXT, YES_NO)


def _number(note: str) -> Field:
    return Field(note, NUMBER)


def _time(note: str) -> Field:
    return Field(note, TIME)


def _date(note: str) -> Field:
    return Field(note, DATE)


def _days(note: str) -> Field:
    return Field(note, TEXT, DAY_PATTERNS, several=True)


def _one_of(note: str, source: str) -> Field:
    return Field(note, TEXT, source)


def _some_of(note: str, source: str) -> Field:
    return Field(note, TEXT, source, several=True)


_COMMON = {
    "Clinician": "Clinicians!Clinician",
    "Client": "Clients!Client",
    "Room": "Rooms!Room",
    "Group": "Groups!Group",
    "Phase": "Phases!Phase",
}

FIELDS: dict[str, dict[str, Field]] = {
    "Program": {
        "Setting": Field("The name of a setting. A setting that is not listed has its default."),
        "Value": Field("The value of the setting; blank means its default.", NUMBER),
    },
    "Tracks": {
        "Track": Field("The name of a track, e.g. Morning. A track with other hours on other days has several rows."),
        "Days": _days("Days on which the track meets: Mon-Fri, or Mon, Wed, Fri."),
        "Start": _time("When the track begins, e.g. 9:00."),
        "End": _time("When the track ends. Every session of its groups lies inside Start-End."),
    },
    "Phases": {
        "Phase": Field("The name of a phase of treatment, e.g. IOP 1."),
        "Level of care": Field("PHP, IOP, OP or your own word; printed only.", TEXT, ("PHP", "IOP", "OP"), True),
        "Min hours": _number("Counted hours due each week, e.g. 9. Fewer is a shortfall."),
        "Target hours": _number("Hours hoped for each week."),
        "Max hours": _number("Most counted hours in a week."),
        "Min days": _number("Treatment days due each week."),
        "Max days": _number("Most treatment days in a week."),
        "Min hours per day": _number("Counted hours due on every treatment day, e.g. 3 where a short day is not paid."),
        "Max hours per day": _number("Most counted hours on a day."),
        "Max days between": _number("Most calendar days without treatment between two treatment days."),
        "Individual sessions": _number("Individual sessions due each week."),
        "Individual minutes": _number("Length of an individual session in minutes."),
        "Individual counted minutes": _number("What an individual session counts toward hours."),
    },
    "Topic rules": {
        "Phase": _one_of("The phase that the rule is for.", _COMMON["Phase"]),
        "Topic": _one_of("A topic of the sheet Groups.", "Groups!Topic"),
        "Min sessions": _number("Sessions of the topic due to each client of the phase each week."),
        "Max sessions": _number("Most sessions of the topic for a client in the week."),
        "One group": _yes_no("yes: all sessions of the topic that a client attends are of one group."),
    },
    "Groups": {
        "Group": Field("The name of the group, as it is printed on the timetable."),
        "Topic": Field("What clinicians qualify for and clients need."),
        "Tracks": _some_of("Tracks that the group serves.", "Tracks!Track"),
        "Phases": _some_of("Phases admitted to the group.", _COMMON["Phase"]),
        "Days": _days("Days on which it may meet."),
        "Start": _time("One start time, or several separated by commas. Blank: the program finds one."),
        "Minutes": _number("Length of a session in minutes."),
        "Counted minutes": _number("What a session counts toward hours (a 50-minute hour: Minutes 50, here 60)."),
        "Sessions": _number("Sessions a week, each on another day."),
        "Same time": _yes_no("yes: every session starts at the same time of day."),
        "Same clinician": _yes_no("yes: every session has the same facilitator or facilitators."),
        "Min clients": _number("A session with fewer clients is not held."),
        "Max clients": _number("Most clients in a session."),
        "Ideal clients": _number("Sessions are kept at or below it where possible."),
        "Seats per client": _number("Seats that each client takes in the room, e.g. 3 in a family group."),
        "Facilitators": _number("How many clinicians lead it together. 0: nobody, e.g. a 12-step meeting."),
        "Clinicians": _some_of("Only these may lead it.", _COMMON["Clinician"]),
        "Lead": _some_of("At least one facilitator is among these.", _COMMON["Clinician"]),
        "Rooms": _some_of("Only these rooms may host it.", _COMMON["Room"]),
        "Features": Field("Features that its room must have, e.g. screen."),
        "Modality": Field("in person, virtual, or hybrid (both at once).", TEXT, ("in person", "virtual", "hybrid")),
        "Attendance": Field(
            "open: a client attends any of its sessions; cohort: all of those held, or none.", TEXT, ("open", "cohort")
        ),
        "Client tags": Field("Tags a client must all have, e.g. women; !tag: a tag the client must not have."),
        "Program weeks": Field("Weeks of treatment in which a client may attend: 1-4, 5-13, 13+."),
        "Must run": _yes_no("yes: each session is to be held, even below Min clients."),
        "Active": _yes_no("no: the group rests this week."),
    },
    "Clinicians": {
        "Clinician": Field("The clinician's name, as it is printed."),
        "Topics": Field(
            "Topics the clinician may lead, separated by commas; Individual for individual sessions; and the "
            "services (such as Psychiatry) of the sheet Appointments.",
        ),
        "Max hours": _number("Most hours of sessions in the week, all kinds together."),
        "Max hours per day": _number("Most hours of sessions on a day."),
        "Modality": Field("How the clinician works.", TEXT, ("in person", "virtual", "either")),
        "Office": _one_of("The room of the clinician's in-person individual sessions.", _COMMON["Room"]),
    },
    "Clinician hours": {
        "Clinician": _one_of("A clinician. Several rows where the hours differ by day.", _COMMON["Clinician"]),
        "Days": _days("Days with these hours."),
        "Start": _time("From when sessions can be scheduled."),
        "End": _time("Until when."),
        "Modality": Field("Where it differs, e.g. virtual on a day at home.", TEXT, ("in person", "virtual", "either")),
    },
    "Rooms": {
        "Room": Field("The name of the room."),
        "Capacity": _number("Seats for clients."),
        "Use": Field("What it is used for.", TEXT, ("both", "group", "individual")),
        "Features": Field("What it offers, separated by commas, e.g. screen, step-free."),
        "Virtual": _yes_no("yes: a telehealth room."),
        "Link": Field("The address of a telehealth room, for hand-outs."),
    },
    "Clients": {
        "Client": Field("Identifier (initials or record number) that appears in every output."),
        "Name": Field("Printed only where a person's own hand-out asks for it."),
        "Phase": _one_of("The client's phase.", _COMMON["Phase"]),
        "Tracks": _some_of("Tracks acceptable to the client, the most wanted first.", "Tracks!Track"),
        "Primary clinician": _one_of("Who holds the client's individual sessions.", _COMMON["Clinician"]),
        "Cover clinician": _one_of("Who may hold them instead.", _COMMON["Clinician"]),
        "Avoid clinicians": _some_of("Never lead a session that the client attends.", _COMMON["Clinician"]),
        "Modality": Field("How the client takes part.", TEXT, ("in person", "virtual", "either")),
        "Virtual days": _days("Days on which the client is virtual, whatever Modality says."),
        "Individual sessions": _number("Individual sessions due to this client each week."),
        "Individual minutes": _number("Their length in minutes."),
        "Needs": Field("Topics the client must attend, each once, or as in Anger Management:2."),
        "Avoid topics": _some_of("Topics the client never attends.", "Groups!Topic"),
        "Tags": Field("Words for Client tags of groups, e.g. women, veteran."),
        "Authorized hours": _number("Most counted hours this week."),
        "Authorized days": _number("Most treatment days this week."),
        "Authorized hours per day": _number("Most counted hours on one day."),
        "Admitted": _date("Date of admission; gives the week of treatment."),
        "Program week": _number("Week of treatment, where it differs (after a pause)."),
        "Min hours": _number("Counted hours due to this client."),
        "Starts": _date("First date on which the client can attend."),
        "Ends": _date("Last date on which the client can attend."),
        "Priority": _number("Whole number 1-9: who comes first where not all can be served."),
        "Active": _yes_no("no: on hold this week."),
    },
    "Commitments": {
        "Client": _one_of("The client.", _COMMON["Client"]),
        "Days": _days("Days of the commitment."),
        "Start": _time("When it begins."),
        "End": _time("When it ends."),
        "Kind": Field("Work, school, child care, court ...", TEXT, ("Work", "School", "Child care", "Court"), True),
        "Firm": _yes_no("no: avoided if possible only."),
        "Travel": _number("Minutes before and after that an in-person activity also keeps free."),
    },
    "Appointments": {
        "Client": _one_of("The client.", _COMMON["Client"]),
        "Service": Field("Psychiatry, Medication, Family, Case management ..."),
        "Minutes": _number("Length in minutes."),
        "Sessions": _number("How many in the week, on different days."),
        "Clinician": _one_of("Who holds it.", _COMMON["Clinician"]),
        "Modality": Field("How it is held.", TEXT, ("in person", "virtual", "either")),
        "Counts": _yes_no("Whether it counts toward hours."),
        "Counted minutes": _number("What it counts toward hours."),
    },
    "Closures": {
        "What": Field("A clinician or a room."),
        "Days": _days("Days, or dates such as 2026-11-26."),
        "Start": _time("When it begins."),
        "End": _time("When it ends."),
        "Reason": Field("Printed."),
        "Excused": _yes_no("yes, for a whole day of the whole program: hours due are scaled down."),
    },
    "Keep apart": {
        "Client A": _one_of("Two clients who never share a group.", _COMMON["Client"]),
        "Client B": _one_of("The other one.", _COMMON["Client"]),
        "Reason": Field("For you; not printed on hand-outs."),
    },
    "Locks": {
        "Rule": Field("must or never.", TEXT, ("must", "never")),
        "Client": _one_of("A client; blank: not about one client.", _COMMON["Client"]),
        "Group": _one_of("A group; blank: about the client's individual sessions or Service.", _COMMON["Group"]),
        "Service": Field("Individual, or a service of the sheet Appointments."),
        "Day": Field("One day.", TEXT, ONE_DAY),
        "Start": _time("A start time."),
        "Clinician": _one_of("A clinician.", _COMMON["Clinician"]),
        "Room": _one_of("A room.", _COMMON["Room"]),
    },
    "Goals": {
        "Goal": Field(
            "A goal by its name.",
            TEXT,
            ("Changes from last week", "Below target", "Choice", "Waiting", "Crowding", "Staff time", "Fair load"),
        ),
        "Rank": _number("Goals with a rank come first, by rank; 0 leaves a goal out."),
    },
}

SETTING_NOTES = {
    "Program": Field("Printed on everything."),
    "Week of": _date("A date; the week is the Monday-to-Sunday week that holds it."),
    "Time step": _number("Minutes; free start times are multiples of it from midnight."),
    "Mix tracks": _yes_no("no: a client attends groups of one track in the week; yes: of any of the client's tracks."),
    "Same topic per day": _number("Most sessions of one topic that a client attends in a day; 0: no limit."),
    "Individual counts": _yes_no("yes: individual sessions and appointments count toward hours."),
    "Individual on treatment days": _yes_no("yes: individual sessions only on days on which the client has a group."),
    "Individual after groups": _yes_no("yes: on such a day they start when the client's last group has ended."),
    "Individual within tracks": _yes_no("yes: they lie inside a window of one of the client's tracks."),
    "Trip cost": _number("Minutes of waiting that one more day of coming in is worth."),
    "Clinician break": _number("Minutes between any two activities of a clinician."),
    "Room turnaround": _number("Minutes between any two activities in a room."),
    "Time zone": Field("An IANA name such as America/New_York, for calendars."),
}
