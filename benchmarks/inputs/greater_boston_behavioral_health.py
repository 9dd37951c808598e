"""Greater Boston Behavioral Health: morning, afternoon and evening, PHP, IOP and OP, in person and virtual.

From the program's page: three to five days, three to four hours a day, PHP 5-6 hours a day, OP 1-2 hours a week, the
sample day (check-in and mindfulness, a 90-minute group, life skills or psychoeducation), the special tracks.
"""

from __future__ import annotations

from benchmarks.inputs.cast import Cast, at, group, on_duty, room, track
from benchmarks.sheets import Row, Sheets, row, settings

ABOUT = (
    "Greater Boston Behavioral Health: PHP (five to six hours a day), IOP (three to five days a week, three to four "
    "hours a day) and OP (one to two hours a week); morning, afternoon and evening tracks, in person and virtual; the "
    "day's course (check-in and mindfulness, a 90-minute group, life skills or psychoeducation, then individual "
    "therapy or a medication consult) follows the program's sample day.",
)
DAY_STAFF = ("Clin 01", "Clin 02", "Clin 03", "Clin 04", "Clin 05")
LATE_STAFF = ("Clin 06", "Clin 07", "Clin 08")
WEEKDAYS = "Mon-Fri"
# Start of the check-in; the 90-minute group follows after 30 minutes, the last group after two hours.
BLOCKS = {
    "Morning": (WEEKDAYS, "9:00", "9:30", "11:00"),
    "Afternoon": (WEEKDAYS, "13:00", "13:30", "15:00"),
    "Evening": ("Mon-Thu", "17:30", "18:00", "19:30"),
}


def sheets() -> Sheets:
    """The rows of the workbook."""
    cast = _people()
    return {
        "Program": settings(
            Program="Greater Boston Behavioral Health",
            Week_of=cast.monday,
            Same_topic_per_day=1,
            Trip_cost=45,
            Time_zone="America/New_York",
        ),
        "Tracks": [
            track("PHP", WEEKDAYS, "9:00", "15:00"),
            track("Morning", WEEKDAYS, "9:00", "12:00"),
            track("Afternoon", WEEKDAYS, "13:00", "16:00"),
            track("Evening", "Mon-Thu", "17:30", "20:30"),
        ],
        "Phases": _phases(),
        "Topic rules": [],
        "Groups": _groups(),
        "Clinicians": _clinicians(),
        "Clinician hours": _hours(),
        "Rooms": [room("Charles", 22, Features="screen"), room("Mystic", 14), room("Neponset", 14, Features="screen")]
        + [room(f"Office {n}", 3, "individual") for n in range(1, 6)]
        + [room(f"Video {n}", 30, "both", Virtual="yes", Link=f"https://meet.example/gb-{n}") for n in (1, 2)],
        "Clients": cast.clients,
        "Commitments": cast.commitments,
        "Appointments": cast.appointments,
        "Closures": [
            row(What="Mystic", Days="Fri", Start=at("13:00"), Reason="carpet"),
            row(What="Clin 08", Days="Tue", Start=at("12:00"), End=at("16:00"), Reason="supervision"),
        ],
        "Keep apart": [row(Client_A="C0011", Client_B="C0016", Reason="siblings")],
        "Locks": [
            row(Rule="must", Group="DBT Skills (evening)", Room="Charles"),
            row(Rule="must", Client="C0012", Day="Wed"),
            row(Rule="never", Client="C0031", Clinician="Clin 06"),
        ],
        "Goals": [],
    }


def _phases() -> list[Row]:
    return [
        row(
            Phase="PHP",
            Level_of_care="PHP",
            Min_hours=20,
            Target_hours=25,
            Max_hours=30,
            Min_days=5,
            Min_hours_per_day=4,
            Max_hours_per_day=6.5,
            Individual_sessions=1,
            Individual_minutes=50,
            Individual_counted_minutes=60,
        ),
        row(
            Phase="IOP",
            Level_of_care="IOP",
            Min_hours=9,
            Target_hours=10,
            Max_hours=19,
            Min_days=3,
            Max_days=5,
            Max_hours_per_day=4.5,
            Individual_sessions=1,
            Individual_minutes=50,
            Individual_counted_minutes=60,
        ),
        row(Phase="OP", Level_of_care="OP", Min_hours=1, Target_hours=2, Max_hours=4, Min_days=1),
    ]


def _groups() -> list[Row]:
    return [
        *_block("Morning", "PHP, Morning", ("DBT Skills", "Trauma Recovery"), ("CBT", "Relapse Prevention")),
        *_block("Afternoon", "PHP, Afternoon", ("CBT", "Relapse Prevention"), ("DBT Skills", "Trauma Recovery")),
        *_block("Evening", "Evening", ("DBT Skills", "Relapse Prevention"), ("CBT", "Anger Management")),
        *_last_hours("Morning", "PHP, Morning", 20),
        group("Dual Diagnosis", "Afternoon", WEEKDAYS, "15:00", 60, 12, Phases="IOP, OP"),
        *_last_hours("Evening", "Evening", 16),
        group(
            "Multi-family Group", "Evening", "Tue", "19:30", 60, 7, Topic="Family", Seats_per_client=3, Rooms="Charles"
        ),
    ]


def _block(name: str, tracks: str, odd_topics: tuple[str, str], even_topics: tuple[str, str]) -> list[Row]:
    """Check-in, then two 90-minute groups side by side; their topics alternate by day."""
    days, first, second, _ = BLOCKS[name]
    odd, even = ("Mon, Wed, Fri", "Tue, Thu") if days == WEEKDAYS else ("Mon, Wed", "Tue, Thu")
    evening = {"Modality": "hybrid"} if name == "Evening" else {}
    check_in = "Check-in and Mindfulness" if name != "Afternoon" else "Afternoon Check-in"
    title = name.lower()
    rows = [group(f"{check_in} ({title})", tracks, days, first, 30, 20, Topic=check_in, **evening)]
    for group_days, topics in ((odd, odd_topics), (even, even_topics)):
        for topic, most in zip(topics, (12, 11), strict=True):
            limits = {"Topic": topic, "Min_clients": 3, "Ideal_clients": 10}
            leaders = {"Facilitators": 2, "Same_clinician": "yes"} if topic == "DBT Skills" else {}
            rows.append(
                group(f"{topic} ({title})", tracks, group_days, second, 90, most, **limits, **leaders, **evening)
            )
    return rows


def _last_hours(name: str, tracks: str, most: int) -> list[Row]:
    """Life skills or psychoeducation at the end of the block."""
    days, _, _, third = BLOCKS[name]
    odd, even = ("Mon, Wed, Fri", "Tue, Thu") if days == WEEKDAYS else ("Mon, Wed", "Tue, Thu")
    evening = {"Modality": "hybrid"} if name == "Evening" else {}
    title = name.lower()
    return [
        group(
            f"Life Skills ({title})", tracks, odd, third, 60, most, Topic="Life Skills", Features="screen", **evening
        ),
        group(f"Psychoeducation ({title})", tracks, even, third, 60, most, Topic="Psychoeducation", **evening),
    ]


def _clinicians() -> list[Row]:
    ninety = ("DBT Skills", "CBT", "Trauma Recovery", "Relapse Prevention", "Anger Management", "Dual Diagnosis")
    rows = []
    for number, name in enumerate((*DAY_STAFF, *LATE_STAFF)):
        own = [ninety[(number + shift) % len(ninety)] for shift in range(4)]
        short = ["Check-in and Mindfulness", "Afternoon Check-in", "Life Skills", "Psychoeducation"]
        rows.append(row(Clinician=name, Topics=", ".join([*own, *short, "Family", "Individual"]), Max_hours=24))
    rows.append(row(Clinician="Dr Larch", Topics="Psychiatry, Medication management", Max_hours=12))
    return rows


def _hours() -> list[Row]:
    rows = [on_duty(name, WEEKDAYS, "8:30", "17:00") for name in DAY_STAFF]
    for name in LATE_STAFF:
        rows.append(on_duty(name, "Mon-Thu", "12:30", "20:45"))
        rows.append(on_duty(name, "Fri", "11:00", "18:30", "virtual" if name == "Clin 08" else None))
    return [
        *rows,
        on_duty("Dr Larch", "Mon, Wed", "12:00", "17:30"),
        on_duty("Dr Larch", "Thu", "14:00", "18:00", "virtual"),
    ]


def _people() -> Cast:
    cast = Cast("greater boston behavioral health")
    php = cast.add(8, (1, 3), DAY_STAFF, Phase="PHP", Tracks="PHP")
    morning = cast.add(16, (2, 10), DAY_STAFF, Phase="IOP", Tracks="Morning")
    afternoon = cast.add(8, (2, 10), DAY_STAFF[:3], Phase="IOP", Tracks="Afternoon")
    evening = cast.add(10, (2, 12), LATE_STAFF, Phase="IOP", Tracks="Evening")
    online = cast.add(5, (2, 12), LATE_STAFF, Phase="IOP", Tracks="Evening", Modality="virtual")
    cast.add(5, (10, 30), Phase="OP", Tracks="Evening, Morning", Modality="either")
    cast.jobs(
        [*evening, *online], [("Mon-Fri", "8:00", "16:00"), ("Mon-Fri", "8:30", "16:30"), ("Mon-Thu", "9:00", "16:30")]
    )
    cast.jobs(
        morning, [("Mon-Fri", "13:30", "18:00"), ("Tue, Thu", "13:00", "21:00"), ("Mon-Sat", "15:00", "22:00")], 0.6
    )
    cast.jobs(afternoon, [("Mon-Fri", "7:00", "12:00"), ("Mon, Wed, Fri", "6:00", "11:30")], 0.6)
    for client in afternoon[:3]:
        cast.rather_not(client, "Mon-Fri", "14:45", "15:30", "School run")
    # A class on three of the five mornings leaves two days of treatment: short by nature.
    cast.busy(morning[11], "Mon, Tue, Thu", "8:00", "11:00", "School")
    cast.sees([*php, *cast.pick(morning, 3)], "Psychiatry", 30, Modality="in person")
    cast.sees(cast.pick([*afternoon, *online], 5), "Medication management", 15)
    for client, needs in zip(
        cast.pick(morning, 4), ("Trauma Recovery", "DBT Skills:2", "CBT", "Relapse Prevention"), strict=True
    ):
        cast.change(client, Needs=needs)
    for client in cast.pick(evening, 2):
        cast.change(client, Needs="Anger Management")
    for client in cast.pick(evening[4:], 2):
        cast.change(client, Needs="Family")
    cast.change("C0010", Authorized_hours=10, Authorized_days=3, Authorized_hours_per_day=4)
    cast.change("C0015", Virtual_days="Fri")
    cast.change("C0020", Starts=cast.monday.replace(month=12, day=1), Priority=2)
    cast.change("C0026", Tracks="Afternoon, Morning")
    cast.change("C0040", Ends=cast.monday.replace(month=12, day=2))
    cast.change("C0044", Modality="either")
    return cast
