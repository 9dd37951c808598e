"""Wholeview Wellness, New York: the published week of 26 group sessions, up to three side by side.

Days, times and titles are those of the published timetable; sizes, people and rooms are invented.
"""

from __future__ import annotations

from benchmarks.inputs.cast import Cast, group, on_duty, room, track
from benchmarks.sheets import Row, Sheets, row, settings

ABOUT = (
    "Wholeview Wellness (formerly Elevate360), New York: days, times and titles of the 26 group sessions follow the "
    "published timetable, up to three side by side. Which level of care a group serves is not published; here IOP "
    "clients come by day and OP clients to any group of their track.",
)
STAFF = tuple(f"Clin {number:02d}" for number in range(1, 9))


def sheets() -> Sheets:
    """The rows of the workbook."""
    cast = _people()
    return {
        "Program": settings(
            Program="Wholeview Wellness", Week_of=cast.monday, Same_topic_per_day=1, Time_zone="America/New_York"
        ),
        "Tracks": [
            track("Day", "Mon-Fri", "10:30", "14:00"),
            track("Day", "Sat", "12:00", "13:00"),
            track("Evening", "Mon-Thu", "18:30", "19:30"),
        ],
        "Phases": [
            row(
                Phase="IOP",
                Level_of_care="IOP",
                Min_hours=9,
                Target_hours=10,
                Max_hours=19,
                Min_days=3,
                Max_days=5,
                Individual_sessions=1,
                Individual_minutes=45,
            ),
            row(Phase="OP", Level_of_care="OP", Min_hours=1, Target_hours=2, Max_hours=8),
        ],
        "Topic rules": [],
        "Groups": _day_groups() + _evening_groups(),
        "Clinicians": _clinicians(),
        "Clinician hours": [on_duty(name, "Mon-Fri", "9:30", "18:00") for name in STAFF[:5]]
        + [on_duty(name, "Mon-Thu", "12:00", "20:00") for name in STAFF[5:]]
        + [on_duty("Clin 02", "Sat", "11:00", "15:00")],
        "Rooms": [room("Library", 14), room("Garden", 14), room("Studio", 14)]
        + [room(f"Office {n}", 3, "individual") for n in range(1, 5)],
        "Clients": cast.clients,
        "Commitments": cast.commitments,
        "Appointments": cast.appointments,
        "Closures": [],
        "Keep apart": [
            row(Client_A="C0004", Client_B="C0010", Reason="siblings"),
            row(Client_A="C0022", Client_B="C0029", Reason="same employer"),
        ],
        "Locks": [
            row(Rule="must", Client="C0006", Group="HERstory: Healing and Empowerment in Recovery"),
            row(Rule="must", Group="Next Chapter", Room="Garden"),
        ],
        "Goals": [row(Goal="Waiting", Rank=1)],
    }


def _day(name: str, days: str, start: str, most: int = 13, minutes: int = 90, **cells: object) -> Row:
    return group(name, "Day", days, start, minutes, most, Min_clients=2, **cells)


def _day_groups() -> list[Row]:
    relapse, trauma = "CBT Relapse Prevention Group", "Trauma: Learning, Resourcing, and Reprocessing"
    expressive, acceptance = "Supportive Expressive Therapy", "Acceptance and Commitment Therapy"
    return [
        _day("Mindfulness Support Network", "Mon", "10:30"),
        _day("Next Chapter", "Mon", "12:30"),
        _day("Supportive Expressive Therapy (SET) Mon", "Mon", "12:30", Topic=expressive),
        _day("Refreshed Recovery", "Tue", "10:30"),
        _day(f"{acceptance} Tue", "Tue", "12:30", Topic=acceptance),
        _day("Mixed Emotions Group", "Wed", "10:30", Topic="Mixed Emotions"),
        _day(relapse, "Wed, Fri", "12:30", Topic="Relapse Prevention"),
        _day("DBT Skills Group", "Wed", "12:30", Topic="DBT"),
        _day("#Altsober", "Wed", "12:30", 10),
        _day("Mentalization", "Thu", "10:30", Topic="Mentalization"),
        _day("Supportive Expressive Therapy (SET) Thu", "Thu", "10:30", Topic=expressive),
        _day(f"{trauma} (day)", "Thu", "10:30", 10, Topic="Trauma", Client_tags="trauma"),
        _day("Emotion Efficacy Therapy", "Thu", "12:30"),
        _day(
            "HERstory: Healing and Empowerment in Recovery", "Thu", "12:30", 10, Topic="HERstory", Client_tags="women"
        ),
        _day("Community Reinforcement Approach & Weekend Planning", "Fri", "10:30", Topic="Weekend Planning"),
        _day(f"{acceptance} Sat", "Sat", "12:00", minutes=60, Topic=acceptance),
    ]


def _evening(name: str, days: str, **cells: object) -> Row:
    return group(name, "Evening", days, "18:30", 60, 10, Phases="OP", Min_clients=2, **cells)


def _evening_groups() -> list[Row]:
    return [
        _evening("Getting There: Building Motivation to Action", "Mon", Topic="Motivation"),
        _evening("DBT Night Group", "Tue, Thu", Topic="DBT", Same_clinician="yes"),
        _evening("Progress through Process", "Tue"),
        _evening(
            "Trauma: Learning, Resourcing, and Reprocessing (evening)", "Tue", Topic="Trauma", Client_tags="trauma"
        ),
        _evening("Mentalization (evening)", "Wed", Topic="Mentalization"),
        _evening(
            "Sustained Recovery Group for Professionals", "Wed", Client_tags="professional", Topic="Professionals"
        ),
        _evening("Inside Out-LGBT Group", "Thu", Topic="LGBT", Client_tags="LGBT"),
        _evening("Mixed Emotions Group (evening)", "Thu", Topic="Mixed Emotions"),
    ]


def _clinicians() -> list[Row]:
    topics = {
        "Clin 01": "Mindfulness Support Network; Supportive Expressive Therapy; Relapse Prevention; Weekend Planning",
        "Clin 02": "Acceptance and Commitment Therapy; Refreshed Recovery; Next Chapter; Mentalization",
        "Clin 03": "DBT; Mixed Emotions; Emotion Efficacy Therapy; Next Chapter; Weekend Planning",
        "Clin 04": "HERstory; Trauma; Supportive Expressive Therapy; #Altsober; Relapse Prevention",
        "Clin 05": "Mentalization; #Altsober; Refreshed Recovery; Mixed Emotions; Acceptance and Commitment Therapy",
        "Clin 06": "Motivation; Trauma; LGBT; Mentalization; DBT",
        "Clin 07": "DBT; Professionals; Mixed Emotions; Progress through Process",
        "Clin 08": "Progress through Process; Trauma; LGBT; Mixed Emotions; Professionals; Emotion Efficacy Therapy",
    }
    return [row(Clinician=name, Topics=f"{text}; Individual", Max_hours=20) for name, text in topics.items()]


def _people() -> Cast:
    cast = Cast("wholeview")
    iop = cast.add(18, (1, 12), STAFF[:5], Phase="IOP", Tracks="Day")
    evening = cast.add(12, (8, 40), Phase="OP", Tracks="Evening")
    cast.add(3, (8, 40), Phase="OP", Tracks="Day")
    cast.tag(iop[1:9], "women")
    cast.tag([*cast.pick(iop, 5), *cast.pick(evening, 3)], "trauma")
    cast.tag(cast.pick(evening, 4), "LGBT")
    cast.tag(cast.pick(evening, 5), "professional")
    cast.jobs(evening, [("Mon-Fri", "9:00", "17:30"), ("Mon-Fri", "8:30", "17:00")])
    cast.jobs(iop, [("Mon-Fri", "15:30", "21:00"), ("Mon, Wed", "16:00", "20:00"), ("Sat", "8:00", "16:00")], share=0.5)
    for client in cast.pick(evening, 3):
        cast.change(client, Needs="Mentalization")
    for client in cast.pick(iop, 4):
        cast.change(client, Needs="Relapse Prevention:2" if client == iop[0] else "Relapse Prevention")
    cast.change("C0005", Avoid_topics="#Altsober", Authorized_hours=12)
    cast.change("C0014", Avoid_clinicians="Clin 05")
    # Child care on three days leaves two days of treatment: short by nature.
    cast.busy("C0016", "Mon, Wed, Fri", "8:00", "13:00", "Child care", travel=15)
    cast.change("C0018", Starts=cast.monday.replace(month=12, day=1), Priority=2)
    cast.change("C0033", Active="no")
    return cast
