"""UCSF Langley Porter: PHP and two IOP tracks of 50-minute groups that count as hours, and an optional Tuesday.

Days, times and titles are those of the published patient guide; sizes, people, rooms and appointments are invented.
"""

from __future__ import annotations

from benchmarks.inputs.cast import Cast, at, group, on_duty, room, track
from benchmarks.sheets import Row, Sheets, row, settings

ABOUT = (
    "UCSF Langley Porter PHP/IOP: days, times and titles of the groups follow the published patient guide. Groups last "
    "50 minutes and count as an hour: four on five days are the 20 hours of PHP, three on three days the 9 of IOP.",
    "IOP clients may add the optional Tuesday; here it is the phase `IOP plus Tuesday`.",
)
STAFF = tuple(f"Clin {number:02d}" for number in range(1, 8))
IOP_DAYS = "Mon, Wed, Fri"
TITLES = ("Psychotherapy group", "Skills group I", "Skills group II")


def sheets() -> Sheets:
    """The rows of the workbook."""
    cast = _people()
    return {
        "Program": settings(
            Program="UCSF Langley Porter PHP/IOP",
            Week_of=cast.monday,
            Time_step=10,
            Same_topic_per_day=1,
            Individual_counts="no",
            Individual_on_treatment_days="yes",
            Clinician_break=10,
            Room_turnaround=10,
            Time_zone="America/Los_Angeles",
        ),
        "Tracks": [
            track("PHP", "Mon-Fri", "10:00", "14:50"),
            track("IOP morning", IOP_DAYS, "9:00", "11:50"),
            track("IOP morning", "Tue", "10:00", "13:50"),
            track("IOP afternoon", IOP_DAYS, "13:00", "15:50"),
            track("IOP afternoon", "Tue", "10:00", "13:50"),
        ],
        "Phases": _phases(),
        "Topic rules": [row(Phase="PHP", Topic="Psychotherapy group", Min_sessions=3)],
        "Groups": _groups(),
        "Clinicians": _clinicians(),
        "Clinician hours": [on_duty(name, "Mon-Fri", "8:30", "17:00") for name in STAFF[:6]]
        + [on_duty("Clin 07", "Mon, Wed, Fri", "8:30", "16:30")]
        + [on_duty("Dr Sorrel", "Mon-Fri", "9:00", "16:30"), on_duty("Dr Umber", "Mon, Wed, Fri", "9:00", "16:30")],
        "Rooms": [room("Group 1", 12), room("Group 2", 12), room("Group 3", 14)]
        + [room(f"Office {n}", 3, "individual") for n in range(1, 4)],
        "Clients": cast.clients,
        "Commitments": cast.commitments,
        "Appointments": cast.appointments,
        "Closures": [row(What="Group 2", Days="Wed", Start=at("16:00"), Reason="training")],
        "Keep apart": [],
        "Locks": [row(Rule="must", Group="PHP Skills practice and review", Room="Group 3")],
        "Goals": [],
    }


def _phases() -> list[Row]:
    return [
        row(Phase="PHP", Level_of_care="PHP", Min_hours=20, Max_hours=30, Min_days=5),
        row(Phase="IOP", Level_of_care="IOP", Min_hours=9, Max_hours=9, Min_days=3, Max_days=3),
        row(Phase="IOP plus Tuesday", Level_of_care="IOP", Min_hours=12, Max_hours=12, Min_days=4, Max_days=4),
    ]


def _hour(name: str, title: str, tracks: str, days: str, start: str, most: int, **cells: object) -> Row:
    return group(name, tracks, days, start, 50, most, Topic=title, Counted_minutes=60, Min_clients=3, **cells)


def _groups() -> list[Row]:
    php = {"Psychotherapy group": "10:00", "Skills group I": "11:00", "Skills group II": "13:00"}
    php["Skills practice and review"] = "14:00"
    rows = [_hour(f"PHP {title}", title, "PHP", "Mon-Fri", start, 12, Phases="PHP") for title, start in php.items()]
    for name, starts in (("IOP morning", ("9:00", "10:00", "11:00")), ("IOP afternoon", ("13:00", "14:00", "15:00"))):
        for title, start in zip(TITLES, starts, strict=True):
            psychotherapy = {"Same_clinician": "yes", "Attendance": "cohort"} if title == TITLES[0] else {}
            rows.append(_hour(f"{name}: {title}", title, name, IOP_DAYS, start, 11, **psychotherapy))
    for title, start in zip(TITLES, ("10:00", "11:00", "13:00"), strict=True):
        rows.append(_hour(f"Tuesday: {title}", title, "IOP morning, IOP afternoon", "Tue", start, 8))
    return rows


def _clinicians() -> list[Row]:
    skills = "Skills group I, Skills group II, Skills practice and review"
    rows = [row(Clinician=name, Topics=f"Psychotherapy group, {skills}", Max_hours=16) for name in STAFF[:3]]
    rows += [row(Clinician=name, Topics=f"{skills}, Case management", Max_hours=16) for name in STAFF[3:6]]
    rows.append(row(Clinician="Clin 07", Topics="Psychotherapy group, Family", Max_hours=12))
    return [*rows, row(Clinician="Dr Sorrel", Topics="Psychiatry"), row(Clinician="Dr Umber", Topics="Psychiatry")]


def _people() -> Cast:
    cast = Cast("ucsf")
    php = cast.add(11, (1, 4), Phase="PHP", Tracks="PHP")
    morning = cast.add(7, (2, 8), Phase="IOP", Tracks="IOP morning")
    afternoon = cast.add(7, (2, 8), Phase="IOP", Tracks="IOP afternoon, IOP morning")
    tuesday = cast.add(6, (2, 8), Phase="IOP plus Tuesday", Tracks="IOP morning")
    cast.change(tuesday[-1], Tracks="IOP afternoon")
    cast.sees(php, "Psychiatry", 30)
    cast.sees([*morning, *tuesday], "Psychiatry", 20, Clinician="Dr Umber")
    cast.sees(cast.pick(php, 4), "Family", 50)
    cast.sees(cast.pick(afternoon, 3), "Case management", 30, Counts="no")
    cast.jobs(afternoon, [("Mon-Fri", "8:00", "11:30"), ("Tue, Thu", "9:00", "17:00")], share=0.7)
    cast.jobs(morning, [("Mon-Fri", "13:30", "18:00"), ("Tue, Thu", "9:00", "17:00")], share=0.7)
    # Dialysis on Wednesday mornings: one of the three days is lost. Short by nature.
    cast.busy(morning[3], "Wed", "8:00", "12:00", "Medical", travel=30)
    cast.change("C0003", Starts=cast.monday.replace(month=12, day=2))
    cast.change("C0013", Ends=cast.monday.replace(month=12, day=3))
    cast.change("C0022", Priority=2)
    return cast
