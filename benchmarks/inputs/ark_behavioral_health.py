"""Ark Behavioral Health (one of its Massachusetts sites): three-hour sessions, three to five days, free start times.

From the program's page: sessions of about three hours, at least nine hours a week, the kinds of groups, individual
counselling of 30-60 minutes with an assigned counsellor in early phases, case management and aftercare planning.
"""

from __future__ import annotations

from benchmarks.inputs.cast import Cast, at, group, on_duty, room, track
from benchmarks.sheets import Row, Sheets, row, settings

ABOUT = (
    "Ark Behavioral Health, one of its Massachusetts sites: sessions of about three hours on three to five days, at "
    "least nine hours a week; family, relapse prevention, psychoeducation, stress management and support groups; "
    "individual counselling with an assigned counsellor in the early phases; case management and aftercare planning.",
    "Start times are left free: the program finds them inside the morning and evening tracks.",
)
DAY_STAFF = ("Clin 01", "Clin 02", "Clin 03", "Clin 04")
EVENING_STAFF = ("Clin 05", "Clin 06", "Clin 07")


def sheets() -> Sheets:
    """The rows of the workbook."""
    cast = _people()
    return {
        "Program": settings(
            Program="Ark Behavioral Health",
            Week_of=cast.monday,
            Time_step=30,
            Same_topic_per_day=1,
            Room_turnaround=0,
            Time_zone="America/New_York",
        ),
        "Tracks": [track("Morning", "Mon-Fri", "9:00", "12:30"), track("Evening", "Mon-Thu", "17:30", "21:00")],
        "Phases": _phases(),
        "Topic rules": [row(Topic="Relapse Prevention", Min_sessions=1, Max_sessions=3)],
        "Groups": _groups("Morning", "M", "Mon-Fri") + _groups("Evening", "E", "Mon-Thu") + _special_groups(),
        "Clinicians": _clinicians(),
        "Clinician hours": [on_duty(name, "Mon-Fri", "9:00", "17:00") for name in DAY_STAFF]
        + [on_duty(name, "Mon-Thu", "13:00", "21:00") for name in EVENING_STAFF]
        + [on_duty("Case Manager Rowan", "Mon-Thu", "11:00", "19:00")],
        "Rooms": [room("Room A", 14), room("Room B", 12), room("Family Room", 24, Features="wide")]
        + [room(f"Office {n}", 3, "individual") for n in range(1, 6)],
        "Clients": cast.clients,
        "Commitments": cast.commitments,
        "Appointments": cast.appointments,
        "Closures": [row(What="Clin 03", Days="Tue", Start=at("13:00"), End=at("17:00"), Reason="training")],
        "Keep apart": [row(Client_A="C0005", Client_B="C0011", Reason="cousins")],
        "Locks": [],
        "Goals": [row(Goal="Waiting", Rank=1), row(Goal="Fair load", Rank=2)],
    }


def _phases() -> list[Row]:
    return [
        row(
            Phase="Early",
            Level_of_care="IOP",
            Min_hours=9,
            Target_hours=10,
            Max_hours=19,
            Min_days=3,
            Max_days=5,
            Individual_sessions=1,
            Individual_minutes=60,
        ),
        row(
            Phase="Later",
            Level_of_care="IOP",
            Min_hours=9,
            Max_hours=15,
            Min_days=3,
            Max_days=4,
            Individual_sessions=1,
            Individual_minutes=30,
        ),
        row(Phase="Aftercare", Level_of_care="OP", Min_hours=1, Max_hours=3),
    ]


def _groups(name: str, letter: str, days: str) -> list[Row]:
    """A track's daily groups; each may start at any half hour of its window."""
    rows = []
    sizes = {"Relapse Prevention": 13, "Psychoeducation": 14, "Stress Management": 12, "Support": 12}
    for topic, most in sizes.items():
        wide = {"Rooms": "Room A, Family Room"} if most > 12 else {}
        rows.append(group(f"{topic} {letter}", name, days, None, 60, most, Topic=topic, Min_clients=3, **wide))
    return rows


def _special_groups() -> list[Row]:
    return [
        group(
            "Family Education",
            "Evening",
            "Wed, Thu",
            None,
            60,
            8,
            Sessions=1,
            Topic="Family",
            Seats_per_client=3,
            Facilitators=2,
            Features="wide",
            Lead="Clin 05",
        ),
        group(
            "Early Recovery Course",
            "Morning",
            "Mon, Wed",
            None,
            60,
            10,
            Topic="Early Recovery",
            Attendance="cohort",
            Program_weeks="1-4",
            Same_clinician="yes",
        ),
        group("Aftercare Planning", None, "Tue, Thu", None, 60, 10, Sessions=1, Program_weeks="7+", Min_clients=2),
    ]


def _clinicians() -> list[Row]:
    counselling = "Individual"
    return [
        row(Clinician="Clin 01", Topics=f"Relapse Prevention, Early Recovery, Support, {counselling}", Max_hours=22),
        row(Clinician="Clin 02", Topics=f"Psychoeducation, Stress Management, {counselling}", Max_hours=22),
        row(Clinician="Clin 03", Topics=f"Support, Early Recovery, Stress Management, {counselling}", Max_hours=22),
        row(Clinician="Clin 04", Topics=f"Relapse Prevention, Psychoeducation, Aftercare Planning, {counselling}"),
        row(Clinician="Clin 05", Topics=f"Family, Relapse Prevention, Support, {counselling}", Max_hours=22),
        row(Clinician="Clin 06", Topics=f"Family, Psychoeducation, Aftercare Planning, {counselling}", Max_hours=22),
        row(Clinician="Clin 07", Topics=f"Stress Management, Support, Relapse Prevention, {counselling}", Max_hours=22),
        row(Clinician="Case Manager Rowan", Topics="Case management"),
    ]


def _people() -> Cast:
    cast = Cast("ark behavioral health")
    early = cast.add(12, (1, 4), DAY_STAFF, Phase="Early", Tracks="Morning")
    early_evening = cast.add(6, (1, 4), EVENING_STAFF, Phase="Early", Tracks="Evening")
    later = cast.add(7, (5, 12), DAY_STAFF, Phase="Later", Tracks="Morning")
    later_evening = cast.add(6, (5, 12), EVENING_STAFF, Phase="Later", Tracks="Evening")
    cast.add(3, (13, 24), Phase="Aftercare", Tracks="Evening, Morning")
    day_jobs = [("Mon-Fri", "8:00", "16:00"), ("Mon-Fri", "9:00", "16:30"), ("Mon-Thu", "7:00", "15:00")]
    cast.jobs([*early_evening, *later_evening], day_jobs)
    cast.jobs([*early, *later], [("Mon-Fri", "14:30", "20:00"), ("Sat", "9:00", "17:00")], share=0.5)
    cast.sees(cast.pick([*early, *early_evening], 5), "Case management", 30, Counts="no")
    for client in cast.pick(later_evening, 3):
        cast.change(client, Needs="Family")
    for client in cast.pick(early, 4):
        cast.change(client, Needs="Early Recovery:2")
    cast.change("C0003", Authorized_hours=12, Authorized_days=4)
    cast.change("C0007", Starts=cast.monday.replace(month=12, day=2))
    cast.change("C0014", Ends=cast.monday.replace(month=12, day=2))
    cast.change("C0016", Priority=4)
    # The payer authorized less than the nine hours due: short by nature.
    cast.change("C0021", Authorized_hours=8)
    cast.change("C0022", Tracks="Morning, Evening", Avoid_topics="Support")
    cast.rather_not("C0023", "Mon-Fri", "8:00", "9:30")
    return cast
