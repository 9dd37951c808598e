"""Banyan Massachusetts: phase 1 five days a week, phase 2 three days beside a job, after PHP and before OP.

From the program's page: both phases, their days, the individual session each week, counselling after group.
"""

from __future__ import annotations

from benchmarks.inputs.cast import Cast, group, on_duty, room, track
from benchmarks.sheets import Row, Sheets, row, settings

ABOUT = (
    "Banyan Massachusetts, day program: the structure (phase 1 five days a week with a focus on group therapy; phase 2 "
    "three days a week beside a job, with relapse prevention and responsible lifestyle; an individual session each "
    "week, after group) follows what the program's own page states.",
)
CLINICIANS = ("Clin 01", "Clin 02", "Clin 03", "Clin 04", "Clin 05", "Clin 06", "Clin 07")
EVERY_DAY = "Mon-Fri"


def sheets() -> Sheets:
    """The rows of the workbook."""
    cast = _people()
    return {
        "Program": settings(
            Program="Banyan Massachusetts",
            Week_of=cast.monday,
            Individual_on_treatment_days="yes",
            Individual_after_groups="yes",
            Clinician_break=0,
            Time_zone="America/New_York",
        ),
        "Tracks": [track("PHP Day", EVERY_DAY, "9:00", "15:15"), track("Morning", EVERY_DAY, "9:00", "12:15")],
        "Phases": _phases(),
        "Topic rules": [
            row(Phase="Phase 2", Topic="Relapse Prevention", Min_sessions=1),
            row(Phase="Phase 2", Topic="Responsible Lifestyle", Min_sessions=1),
        ],
        "Groups": _groups(),
        "Clinicians": _clinicians(),
        "Clinician hours": [on_duty(name, EVERY_DAY, "8:30", "17:00") for name in CLINICIANS]
        + [on_duty("Dr Juniper", "Tue, Thu", "12:00", "17:00")],
        "Rooms": [room("Harbor", 14), room("Dune", 14), room("Lighthouse", 16), room("Cove", 12)]
        + [room(f"Office {n}", 3, "individual") for n in range(1, 7)],
        "Clients": cast.clients,
        "Commitments": cast.commitments,
        "Appointments": cast.appointments,
        "Closures": [row(What="Cove", Days="Wed", Reason="Floor repair")],
        "Keep apart": [
            row(Client_A="C0009", Client_B="C0023", Reason="former couple"),
            row(Client_A="C0012", Client_B="C0014", Reason="same workplace"),
        ],
        "Locks": [
            row(Rule="must", Group="Process Group A", Clinician="Clin 01"),
            row(Rule="must", Client="C0030", Group="Relapse Prevention A", Day="Wed"),
            row(Rule="never", Client="C0017", Group="Process Group B"),
        ],
        "Goals": [],
    }


def _phases() -> list[Row]:
    weekly = {"Individual_sessions": 1, "Individual_minutes": 60}
    return [
        row(Phase="PHP", Level_of_care="PHP", Min_hours=20, Target_hours=25, Max_hours=30, Min_days=5, **weekly),
        row(Phase="Phase 1", Level_of_care="IOP", Min_hours=15, Max_hours=19, Min_days=5, **weekly),
        row(Phase="Phase 2", Level_of_care="IOP", Min_hours=9, Max_hours=12, Min_days=3, Max_days=3, **weekly),
        row(Phase="OP", Level_of_care="OP", Min_hours=1, Target_hours=2, Max_hours=8, Min_days=1),
    ]


def _groups() -> list[Row]:
    both, first, second = "PHP Day, Morning", "PHP, Phase 1", "Phase 2, OP"
    early, late = ("9:00", 90), ("10:45", 90)
    ordinary = {"Min_clients": 3, "Ideal_clients": 11}
    return [
        group("Process Group A", both, EVERY_DAY, *early, 12, Topic="Process", Phases=first, **ordinary),
        group("Process Group B", both, EVERY_DAY, *early, 12, Topic="Process", Phases=first, **ordinary),
        group("Relapse Prevention A", "Morning", EVERY_DAY, *early, 12, Topic="Relapse Prevention", **ordinary),
        group("Responsible Lifestyle", "Morning", EVERY_DAY, *late, 12, Phases=second, **ordinary),
        group("Coping Skills", both, "Mon, Wed, Fri", *late, 13, Phases=first, Same_clinician="yes", **ordinary),
        group("CBT Skills", both, "Tue, Thu", *late, 13, Phases=first, Same_clinician="yes", **ordinary),
        group("Stress Management", both, "Mon, Wed, Fri", *late, 12, Phases=first, **ordinary),
        group("Psychoeducation", both, "Tue, Thu", *late, 12, Phases=first, Facilitators=2, Lead="Clin 02, Clin 03"),
        group("Life Skills", "PHP Day", EVERY_DAY, "13:00", 60, 12, Phases="PHP"),
        group("Wellness and Recreation", "PHP Day", EVERY_DAY, "14:10", 60, 12, Phases="PHP", Rooms="Lighthouse"),
        group(
            "12-Step Meeting",
            "PHP Day",
            "Mon, Thu",
            "12:30",
            30,
            30,
            Facilitators=0,
            Counted_minutes=0,
            Modality="hybrid",
        ),
    ]


def _clinicians() -> list[Row]:
    topics = {
        "Clin 01": "Process, Coping Skills, Individual",
        "Clin 02": "Process, Psychoeducation, Relapse Prevention, Individual",
        "Clin 03": "Relapse Prevention, Psychoeducation, Stress Management, Individual",
        "Clin 04": "Responsible Lifestyle, CBT Skills, Life Skills, Individual",
        "Clin 05": "Responsible Lifestyle, Coping Skills, Wellness and Recreation, Individual",
        "Clin 06": "CBT Skills, Stress Management, Life Skills, Individual",
    }
    rows = [row(Clinician=name, Topics=text, Max_hours=24, Max_hours_per_day=6) for name, text in topics.items()]
    rows.append(row(Clinician="Clin 07", Max_hours=20))
    return [*rows, row(Clinician="Dr Juniper", Topics="Psychiatry", Max_hours=10)]


def _people() -> Cast:
    cast = Cast("banyan massachusetts")
    php = cast.add(6, (1, 3), CLINICIANS, Phase="PHP", Tracks="PHP Day")
    first = cast.add(15, (2, 6), CLINICIANS, Phase="Phase 1", Tracks="Morning")
    second = cast.add(17, (6, 14), CLINICIANS, Phase="Phase 2", Tracks="Morning")
    cast.add(4, (12, 26), Phase="OP", Tracks="Morning")
    cast.jobs(second, [("Mon-Fri", "14:00", "18:00"), ("Mon-Fri", "15:00", "20:00"), ("Mon-Sat", "14:30", "21:00")])
    cast.jobs(first, [("Mon, Wed", "16:00", "19:00")], share=0.2)
    cast.busy("C0026", "Tue, Wed", "8:00", "12:00", "Court")
    # Only two mornings are left beside this job: short by nature.
    cast.busy("C0033", "Mon, Wed, Fri", "7:00", "15:00", "Work")
    cast.rather_not("C0028", "Fri", "10:30", "13:00")
    cast.rather_not("C0010", "Thu", "9:00", "10:00")
    cast.sees([*cast.pick(php, 3), *cast.pick(first, 3)], "Psychiatry", 30, Clinician="Dr Juniper")
    cast.change("C0008", Starts=cast.monday.replace(month=12, day=1))
    cast.change("C0013", Authorized_hours=16, Priority=3)
    cast.change("C0020", Avoid_clinicians="Clin 03")
    cast.change("C0024", Needs="Relapse Prevention:2, Responsible Lifestyle:3")
    cast.change("C0027", Cover_clinician="Clin 07")
    cast.change("C0035", Active="no")
    return cast
