"""Massachusetts Center for Addiction (Quincy): IOP 9-15 hours, PHP 20-30, mornings or evenings; Thanksgiving week.

From the program's page: those hours, three to five days, three to four hours a session, family therapy, and tracks for
trauma, substance use and co-occurring disorders.
"""

from __future__ import annotations

from datetime import date

from benchmarks.inputs.cast import Cast, group, on_duty, room, track
from benchmarks.sheets import Row, Sheets, row, settings

ABOUT = (
    "Massachusetts Center for Addiction, Quincy: IOP 9-15 hours a week and PHP 20-30, three to five days, three to "
    "four hours a session, mornings or evenings, family therapy, groups for trauma, substance use and co-occurring "
    "disorders.",
    "This is Thanksgiving week: the Thursday is closed and excused, so hours due are scaled down.",
)
THANKSGIVING_WEEK = date(2026, 11, 23)
DAY_STAFF = ("Clin 01", "Clin 02", "Clin 03", "Clin 04")
EVENING_STAFF = ("Clin 05", "Clin 06", "Clin 07")


def sheets() -> Sheets:
    """The rows of the workbook."""
    cast = _people()
    return {
        "Program": settings(
            Program="Massachusetts Center for Addiction",
            Week_of=THANKSGIVING_WEEK,
            Same_topic_per_day=1,
            Clinician_break=0,
            Time_zone="America/New_York",
        ),
        "Tracks": [
            track("PHP", "Mon-Fri", "9:00", "15:00"),
            track("Morning", "Mon-Fri", "9:00", "12:15"),
            track("Evening", "Mon-Thu", "17:30", "20:45"),
        ],
        "Phases": _phases(),
        "Topic rules": [
            row(Phase="IOP", Topic="Relapse Prevention", Min_sessions=1, One_group="yes"),
            row(Phase="PHP", Topic="Process", Min_sessions=3),
        ],
        "Groups": _groups(),
        "Clinicians": _clinicians(),
        "Clinician hours": [on_duty(name, "Mon-Fri", "8:30", "17:00") for name in DAY_STAFF]
        + [on_duty(name, "Mon-Thu", "12:30", "21:00") for name in EVENING_STAFF]
        + [on_duty("Dr Alder", "Mon, Tue", "11:00", "18:00")],
        "Rooms": [room("Adams", 16), room("Quincy", 14), room("Hancock", 14)]
        + [room(f"Office {n}", 4, "individual") for n in range(1, 6)],
        "Clients": cast.clients,
        "Commitments": cast.commitments,
        "Appointments": cast.appointments,
        "Closures": [row(Days=date(2026, 11, 26), Reason="Thanksgiving", Excused="yes")],
        "Keep apart": [row(Client_A="C0015", Client_B="C0019", Reason="conflict")],
        "Locks": [row(Rule="must", Client="C0010", Group="Trauma Recovery (morning)")],
        "Goals": [row(Goal="Crowding", Rank=1), row(Goal="Staff time", Rank=0)],
    }


def _phases() -> list[Row]:
    weekly = {"Individual_sessions": 1, "Individual_minutes": 45}
    return [
        row(Phase="PHP", Level_of_care="PHP", Min_hours=20, Max_hours=30, Min_days=5, Min_hours_per_day=4, **weekly),
        row(
            Phase="IOP",
            Level_of_care="IOP",
            Min_hours=9,
            Max_hours=15,
            Min_days=3,
            Max_days=5,
            Min_hours_per_day=3,
            Max_days_between=2,
            **weekly,
        ),
        row(Phase="OP", Level_of_care="OP", Min_hours=1, Target_hours=2, Max_hours=8),
    ]


def _groups() -> list[Row]:
    day, size = "PHP, Morning", {"Min_clients": 3, "Ideal_clients": 10}
    early, late = ("9:00", 90), ("10:45", 90)
    return [
        group("Relapse Prevention (morning)", day, "Mon-Fri", *early, 12, Topic="Relapse Prevention", **size),
        group("Process Group", day, "Mon-Fri", *early, 12, Topic="Process", **size),
        group("Substance Use (morning)", day, "Mon, Wed, Fri", *late, 12, Topic="Substance Use", **size),
        group(
            "Trauma Recovery (morning)", day, "Tue, Wed", *late, 10, Topic="Trauma", Client_tags="!no-trauma", **size
        ),
        group("Co-occurring (morning)", day, "Mon, Tue, Thu, Fri", *late, 12, Topic="Co-occurring", **size),
        group(
            "Coping Skills", "PHP", "Mon-Fri", "13:00", 60, 12, Phases="PHP", Facilitators=2, Lead="Clin 01, Clin 02"
        ),
        group("First Steps", "PHP", "Mon-Wed", "14:00", 60, 10, Phases="PHP", Program_weeks="1-2"),
        group("Next Steps", "PHP", "Mon-Fri", "14:00", 60, 10, Phases="PHP", Program_weeks="3+", Must_run="yes"),
        group(
            "Relapse Prevention (evening)", "Evening", "Mon-Thu", "17:30", 90, 14, Topic="Relapse Prevention", **size
        ),
        group("Substance Use (evening)", "Evening", "Mon, Wed", "19:15", 90, 14, Topic="Substance Use", **size),
        group("Co-occurring (evening)", "Evening", "Tue, Thu", "19:15", 90, 14, Topic="Co-occurring", **size),
        group("Family Therapy Group", None, "Mon, Tue", None, 60, 5, Sessions=1, Topic="Family", Seats_per_client=2),
    ]


def _clinicians() -> list[Row]:
    topics = {
        "Clin 01": "Relapse Prevention, Trauma, Coping Skills, First Steps",
        "Clin 02": "Process, Substance Use, Coping Skills, Next Steps",
        "Clin 03": "Process, Co-occurring, Trauma, Coping Skills, First Steps",
        "Clin 04": "Relapse Prevention, Substance Use, Co-occurring, Next Steps, Coping Skills",
        "Clin 05": "Relapse Prevention, Substance Use, Family",
        "Clin 06": "Co-occurring, Relapse Prevention, Family",
        "Clin 07": "Substance Use, Co-occurring, Relapse Prevention, Family",
    }
    rows = [row(Clinician=name, Topics=f"{text}, Individual", Max_hours=22) for name, text in topics.items()]
    rows[-1]["Topics"] = f"{topics['Clin 07']}, Individual, Family therapy"
    rows[1]["Topics"] = f"{topics['Clin 02']}, Individual, Family therapy"
    return [*rows, row(Clinician="Dr Alder", Topics="Medication", Max_hours=8)]


def _people() -> Cast:
    cast = Cast("massachusetts center for addiction", THANKSGIVING_WEEK)
    php = cast.add(7, (1, 4), DAY_STAFF, Phase="PHP", Tracks="PHP")
    morning = cast.add(14, (2, 12), DAY_STAFF, Phase="IOP", Tracks="Morning")
    evening = cast.add(12, (2, 12), EVENING_STAFF, Phase="IOP", Tracks="Evening")
    cast.add(3, (14, 30), Phase="OP", Tracks="Evening")
    cast.jobs(evening, [("Mon-Fri", "8:00", "16:00"), ("Mon-Fri", "7:30", "15:30"), ("Mon-Thu", "8:30", "16:15")])
    cast.jobs(morning, [("Mon-Fri", "14:00", "19:00"), ("Mon, Wed, Fri", "13:30", "21:00")], share=0.5)
    cast.sees(cast.pick(php, 4), "Medication", 30, Clinician="Dr Alder")
    cast.sees(cast.pick(morning, 2), "Medication", 15)
    cast.sees(cast.pick([*morning, *evening], 4), "Family therapy", 60)
    cast.tag(cast.pick(morning[4:], 3), "no-trauma")
    for client in cast.pick(morning[:6], 4):
        cast.change(client, Needs="Co-occurring")
    for client in cast.pick(evening, 5):
        cast.change(client, Needs="Co-occurring")
    cast.change("C0010", Needs="Trauma")
    # Three days of three hours use up the authorization, so the individual session finds no room in it.
    cast.change("C0017", Authorized_hours=9, Authorized_days=3)
    cast.change("C0024", Avoid_clinicians="Clin 06", Cover_clinician="Clin 05", Primary_clinician="Clin 07")
    cast.change("C0030", Starts=date(2026, 11, 24))
    # Court on Monday evening, and Thursday is closed: two evenings are left. Short by nature.
    cast.busy("C0028", "Mon", "17:00", "19:00", "Court")
    cast.busy("C0028", "Tue", "19:00", "21:00", "Community service")
    cast.change("C0013", Tracks="Morning, Evening")
    return cast
