"""Banyan Chicago: 10-12 hours a week arranged around other obligations, in person and online, with veterans.

From the program's page: the hours of group and individual therapy, family sessions, co-occurring disorders, the program
for veterans and active-duty military, 12-step meetings beside it.
"""

from __future__ import annotations

from benchmarks.inputs.cast import Cast, group, on_duty, room, track
from benchmarks.sheets import Row, Sheets, row, settings

ABOUT = (
    "Banyan Chicago: 10-12 hours a week of group and individual therapy, arranged around clients' other obligations, "
    "in person and online; family sessions, co-occurring disorders, a program for veterans and active-duty military; "
    "12-step meetings beside it (nobody leads them and they count nothing).",
    "Most start times are left free, and a client may mix tracks.",
)
IN_HOUSE = ("Clin 01", "Clin 02", "Clin 03", "Clin 04")
ONLINE = ("Clin 05", "Clin 06")


def sheets() -> Sheets:
    """The rows of the workbook."""
    cast = _people()
    return {
        "Program": settings(
            Program="Banyan Chicago",
            Week_of=cast.monday,
            Time_step=30,
            Mix_tracks="yes",
            Same_topic_per_day=1,
            Trip_cost=90,
            Time_zone="America/Chicago",
        ),
        "Tracks": [
            track("Day", "Mon-Fri", "10:00", "13:00"),
            track("Evening", "Mon-Thu", "17:30", "20:30"),
            track("Saturday", "Sat", "9:00", "12:00"),
        ],
        "Phases": _phases(),
        "Topic rules": [row(Phase="IOP", Topic="12-Step", Max_sessions=1)],
        "Groups": _groups(),
        "Clinicians": _clinicians(),
        "Clinician hours": _hours(),
        "Rooms": [room("Loop", 14), room("Lake", 14)]
        + [room(f"Office {n}", 4, "individual") for n in range(1, 5)]
        + [room(f"Telehealth {n}", 25, "group", Virtual="yes", Link=f"https://meet.example/bc-{n}") for n in (1, 2)],
        "Clients": cast.clients,
        "Commitments": cast.commitments,
        "Appointments": cast.appointments,
        "Closures": [],
        "Keep apart": [row(Client_A="C0003", Client_B="C0007", Reason="former partners")],
        "Locks": [row(Rule="never", Group="Veterans Group", Day="Mon")],
        "Goals": [],
    }


def _phases() -> list[Row]:
    return [
        row(
            Phase="IOP",
            Level_of_care="IOP",
            Min_hours=10,
            Target_hours=11,
            Max_hours=12,
            Min_days=3,
            Max_days=5,
            Individual_sessions=1,
            Individual_minutes=60,
        ),
        row(Phase="OP", Level_of_care="OP", Min_hours=1, Target_hours=2, Max_hours=8),
    ]


def _groups() -> list[Row]:
    daily = {"Sessions": 4, "Min_clients": 3, "Ideal_clients": 11}
    rows = [
        group("Relapse Prevention Day", "Day", "Mon-Fri", None, 90, 13, Topic="Relapse Prevention", **daily),
        group("Co-occurring Day", "Day", "Mon-Fri", None, 90, 13, Topic="Co-occurring", Modality="hybrid", **daily),
        group("Coping Skills Day", "Day", "Mon-Fri", None, 90, 13, Topic="Coping Skills", **daily),
        group("Life Skills Day", "Day", "Mon-Fri", None, 90, 13, Topic="Life Skills", Modality="hybrid", **daily),
        group("Relapse Prevention Evening", "Evening", "Mon-Thu", None, 90, 13, Topic="Relapse Prevention", **daily),
        group("Co-occurring Evening", "Evening", "Mon-Thu", None, 90, 13, Topic="Co-occurring", **daily),
        group(
            "Coping Skills Online",
            "Evening",
            "Mon-Thu",
            None,
            90,
            14,
            Topic="Coping Skills",
            Modality="virtual",
            **daily,
        ),
        group(
            "Life Skills Online", "Evening", "Mon-Thu", None, 90, 14, Topic="Life Skills", Modality="virtual", **daily
        ),
        group("Saturday Process", "Saturday", "Sat", "9:00", 90, 12, Topic="Process", Modality="hybrid", Min_clients=3),
        group(
            "Saturday Family", "Saturday", "Sat", "10:30", 60, 6, Topic="Family", Seats_per_client=2, Modality="hybrid"
        ),
        group(
            "Veterans Group",
            "Evening, Day",
            "Mon-Thu",
            None,
            90,
            10,
            Sessions=2,
            Same_time="no",
            Client_tags="veteran",
            Modality="hybrid",
            Must_run="yes",
            Clinicians="Clin 04, Clin 06",
        ),
    ]
    beside = {"Topic": "12-Step", "Counted_minutes": 0, "Facilitators": 0}
    return [
        *rows,
        group("12-Step Noon", "Day", "Mon, Wed, Fri", "12:00", 60, 30, **beside, Modality="hybrid"),
        group("12-Step Evening", "Evening", "Tue, Thu", "19:30", 60, 30, **beside, Modality="virtual"),
    ]


def _clinicians() -> list[Row]:
    return [
        row(Clinician="Clin 01", Topics="Relapse Prevention, Coping Skills, Process, Individual", Max_hours=22),
        row(Clinician="Clin 02", Topics="Co-occurring, Life Skills, Family, Family session, Individual", Max_hours=22),
        row(Clinician="Clin 03", Topics="Coping Skills, Life Skills, Relapse Prevention, Individual", Max_hours=22),
        row(Clinician="Clin 04", Topics="Co-occurring, Relapse Prevention, Family session, Individual", Max_hours=22),
        row(
            Clinician="Clin 05",
            Topics="Coping Skills, Life Skills, Process, Individual",
            Max_hours=22,
            Modality="virtual",
        ),
        row(
            Clinician="Clin 06",
            Topics="Life Skills, Coping Skills, Family, Individual",
            Max_hours=22,
            Modality="either",
        ),
        row(Clinician="Dr Hazel", Topics="Psychiatry", Modality="virtual"),
    ]


def _hours() -> list[Row]:
    return [
        on_duty("Clin 01", "Mon-Fri", "9:00", "17:00"),
        on_duty("Clin 01", "Sat", "9:00", "12:00"),
        on_duty("Clin 02", "Mon-Thu", "9:30", "17:30"),
        on_duty("Clin 02", "Sat", "9:00", "13:00"),
        on_duty("Clin 03", "Mon-Fri", "9:30", "18:00"),
        on_duty("Clin 04", "Mon-Thu", "12:30", "21:00"),
        on_duty("Clin 04", "Fri", "10:00", "16:00"),
        on_duty("Clin 05", "Mon-Thu", "13:00", "21:00"),
        on_duty("Clin 06", "Mon-Thu", "12:00", "20:30"),
        on_duty("Clin 06", "Fri", "9:00", "15:00", "virtual"),
        on_duty("Dr Hazel", "Tue, Wed", "10:00", "18:30"),
    ]


def _people() -> Cast:
    cast = Cast("banyan chicago")
    day = cast.add(12, (1, 10), IN_HOUSE[:3], Phase="IOP", Tracks="Day")
    evening = cast.add(9, (1, 10), ("Clin 04", "Clin 06"), Phase="IOP", Tracks="Evening, Saturday", Modality="either")
    online = cast.add(5, (2, 12), ONLINE, Phase="IOP", Tracks="Evening, Day", Modality="virtual")
    cast.add(4, (12, 20), Phase="OP", Tracks="Evening, Saturday", Modality="either")
    cast.jobs(evening, [("Mon-Fri", "8:00", "16:00"), ("Mon-Fri", "9:00", "16:30"), ("Tue-Sat", "13:00", "16:30")])
    cast.jobs(online, [("Mon-Fri", "8:00", "16:30"), ("Mon, Wed", "13:00", "17:00")])
    cast.jobs(day, [("Mon-Fri", "15:00", "21:00"), ("Tue, Thu", "14:00", "20:00")], share=0.6)
    cast.tag([*cast.pick(evening, 4), *cast.pick(online, 2), *cast.pick(day, 2)], "veteran")
    cast.sees(cast.pick([*day, *evening], 4), "Family session", 60)
    cast.sees(cast.pick([*evening, *online], 4), "Psychiatry", 30, Modality="virtual")
    for client in cast.pick(day, 4):
        cast.change(client, Needs="Co-occurring:2")
    for client in cast.pick(evening, 2):
        cast.change(client, Needs="Family")
    cast.change("C0004", Virtual_days="Tue, Thu")
    cast.change("C0006", Authorized_hours=11, Authorized_days=4)
    # A live-in caregiver who is free on two mornings only: short by nature.
    cast.busy("C0009", "Mon, Tue, Thu", "8:00", "20:00", "Care of parent", travel=0)
    cast.change("C0011", Starts=cast.monday.replace(month=12, day=2))
    cast.change("C0016", Priority=5)
    cast.rather_not("C0018", "Mon-Thu", "17:30", "18:00", "Child care")
    return cast
