"""Each sheet: defaults, meanings, and what is refused."""

from __future__ import annotations

from datetime import date, time

import pytest

from scheduler.domain.calendar import Window
from scheduler.domain.locks import Lock
from scheduler.domain.modality import Modality
from scheduler.workbook import assemble
from tests.workbook.sample import MONDAY, errors, notes, reading, sheets, tables_of, warnings, with_columns


def program(*rows):
    return reading(Program=[["Setting", "Value"], ["Week of", MONDAY], *rows])


def test_program_settings():
    """Settings are found by name in any spelling; what is not given has its default."""
    result = program(["MIX_TRACKS", "yes"], ["Time step", "5 minutes"], ["Time zone", "america/new_york"])
    settings = result.week.program
    assert (settings.mix_tracks, settings.time_step, settings.time_zone) == (True, 5, "America/New_York")
    assert (settings.trip_cost, settings.same_topic_per_day, settings.individual_counts) == (60, 1, True)


def test_wrong_settings():
    """Unknown settings are noted, doubled and wrong ones are errors."""
    result = program(
        ["Trip cots", 3], ["Weather", "fine"], ["Time step", 0], ["Time zone", "Boston"], ["week of", MONDAY]
    )
    assert notes(result) == ['Program!A4: the setting "Weather" is not known and is ignored']
    assert warnings(result) == [
        'Program!A3: the setting "Trip cots" is not known and is ignored; did you mean "Trip cost"?'
    ]
    assert [line.split(":")[0] for line in errors(result)] == ["Program!A7", "Program!B5", "Program!B6"]


def test_the_week_is_required():
    """Without a date there is no week; the message says what to write."""
    assert errors(reading(Program=[["Setting", "Value"]])) == [
        "Program!: Week of is required: a date in the week to be scheduled, such as 2026-11-23"
    ]


def test_rows_of_a_track_are_merged():
    """Windows of one track that touch are one; other days have their own."""
    result = reading(
        Tracks=[
            ["Track", "Days", "Start", "End"],
            ["Morning", "Mon, Tue", "9:00", "11:00"],
            ["morning ", "Mon", "11:00", "13:00"],
            ["Morning", "Thu", "9:00", "13:00"],
        ]
    )
    (track,) = result.week.tracks
    assert track.rows == (2, 3, 4)
    assert [track.windows[day] for day in (0, 1, 3)] == [
        (Window(540, 780),),
        (Window(540, 660),),
        (Window(540, 780),),
    ]


def test_phase_defaults():
    """Blank cells of a phase mean what the contract says, and a 0 is a 0."""
    header = ["Phase", "Min hours", "Individual minutes", "Max days", "Individual counted minutes"]
    result = reading(Phases=[header, ["IOP 1", 3, 45, 0, 0]])
    (phase,) = result.week.phases
    assert (phase.target_minutes, phase.max_minutes, phase.max_days) == (180, None, 0)
    assert (phase.individual_minutes, phase.individual_counted_minutes, phase.individual_sessions) == (45, 0, 0)


def test_group_defaults():
    """Blank cells of a group mean what the contract says."""
    cbt, dbt = reading().week.groups
    assert (cbt.sessions, cbt.days, cbt.starts) == (3, (0, 2, 4), (540,))
    assert (dbt.sessions, dbt.days, dbt.starts) == (1, (0, 1, 2, 3, 4), None)
    assert dbt.topic == "DBT" and dbt.tracks == ("Morning",) and dbt.phases == ("IOP 1",)
    assert (dbt.counted_minutes, dbt.ideal_clients, dbt.clinicians, dbt.rooms) == (90, 10, None, None)


def test_the_topic_is_the_group_if_blank():
    """A group without a topic is its own."""
    assert with_columns("Groups", 3, Topic=None).week.groups[1].topic == "DBT A"


@pytest.mark.parametrize(
    ("column", "value", "field", "expected"),
    [
        ("Sessions", 0, "sessions", 0),
        ("Start", "9:00; 10:30", "starts", (540, 630)),
        ("Start", "9 am, 10:30", "starts", (540, 630)),
        ("Start", "free", "starts", None),
        ("Counted minutes", 90, "counted_minutes", 90),
        ("Clinicians", "dana smith, lcsw", "clinicians", ("Dana Smith, LCSW",)),
        ("Lead", "Bo; Dana Smith, LCSW", "lead", ("Bo", "Dana Smith, LCSW")),
        ("Rooms", "room 2, ROOM 1", "rooms", ("Room 2", "Room 1")),
        ("Modality", "Hybrid", "modality", Modality.HYBRID),
        ("Attendance", "Cohort", "cohort", True),
        ("Same time", "no", "same_time", False),
        ("Must run", "x", "must_run", True),
        ("Active", "No", "active", False),
        ("Facilitators", 0, "facilitators", 0),
        ("Program weeks", "1-4; 13+", "program_weeks", ((1, 4), (13, None))),
        ("Client tags", "women; ! veteran", "required_tags", ("women",)),
        ("Client tags", "women; ! veteran", "forbidden_tags", ("veteran",)),
        ("Min clients", 0, "min_clients", 0),
    ],
)
def test_group_columns(column, value, field, expected):
    """Each column of Groups lands in its field."""
    result = with_columns("Groups", 2, **{column: value})
    assert errors(result) == []
    assert getattr(result.week.groups[0], field) == expected


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Minutes", None),
        ("Max clients", 0),
        ("Max clients", -3),
        ("Min clients", 13),
        ("Minutes", 52.5),
        ("Start", "9:00; later"),
        ("Start", "24:00"),
        ("Sessions", 8),
        ("Clinicians", "Nobody"),
        ("Tracks", "Evening"),
        ("Modality", "either"),
        ("Active", "maybe"),
        ("Minutes", time(1)),
    ],
)
def test_group_errors(column, value):
    """A wrong cell of a group is one error at that cell."""
    result = with_columns("Groups", 2, **{column: value})
    assert len(errors(result)) == 1
    address = tables_of(sheets()).with_cell("Groups", 2, column, value).address("Groups", 2, column)
    assert errors(result)[0].startswith(f"Groups!{address}: {column} is")


def test_duplicates_are_errors():
    """A second definition is an error that names the first row."""
    result = reading(Rooms=[["Room", "Capacity"], ["Room 1", 12], ["ROOM  1", 3]])
    assert errors(result) == ['Rooms!A3: Room "ROOM 1" is already defined in row 2; a second definition']


def test_rows_without_a_right_name_tell_their_other_errors():
    """A blank, wrong or second name hides nothing else that is wrong in its row."""
    head, clinicians = (
        ["Client", "Phase", "Tracks"],
        [["Clinician", "Max hours"], ["Bo", None], ["bo", "x"], [None, -1]],
    )
    rows = [head, [None, "IOP 9", "Morning"], ["C1", "IOP 1", "Morning"], ["c1", "IOP 1", "Night"]]
    rows.append([date(2026, 3, 1), None, "Morning"])
    result = reading(
        Clients=rows,
        Clinicians=clinicians,
        Clinician_hours=[["Clinician", "Days", "Start", "End"], ["Bo", "Mon", time(8), time(17)]],
    )
    found_at = [line.partition(":")[0] for line in errors(result)]
    clients = ["Clients!A2", "Clients!B2", "Clients!A4", "Clients!C4", "Clients!A5", "Clients!B5"]
    assert sorted(found_at) == sorted([*clients, "Clinicians!A3", "Clinicians!B3", "Clinicians!A4", "Clinicians!B4"])


def test_clinician_hours_by_modality():
    """Hours of rows at home serve virtual activities only; rows that touch are one window."""
    result = reading(
        Clinicians=[["Clinician", "Modality"], ["Dana Smith, LCSW", None], ["Bo", "in person"]],
        Clinician_hours=[
            ["Clinician", "Days", "Start", "End", "Modality"],
            ["Dana Smith, LCSW", "Mon", "9:00", "12:00", None],
            ["Dana Smith, LCSW", "Mon", "12:00", "15:00", "virtual"],
            ["Bo", "Mon", "9:00", "12:00", None],
        ],
    )
    dana, bo = result.week.clinicians
    assert dana.hours[0] == (Window(540, 900),) and dana.hours_rows == (2, 3)
    assert dana.hours_in_person[0] == (Window(540, 720),) and dana.hours_virtual[0] == (Window(540, 900),)
    assert bo.hours_in_person[0] == (Window(540, 720),) and bo.hours_virtual[0] == ()


def test_a_clinician_without_hours_is_an_error():
    """Somebody who is never there is a mistake."""
    result = reading(Clinicians=[["Clinician"], ["Dana Smith, LCSW"], ["Bo"], ["Cy"]])
    assert errors(result) == ['Clinicians!A4: Clinician "Cy" has no row in the sheet Clinician hours']


def test_client_ids_keep_their_spelling():
    """NA, None and null are ids, numbers lose their decimals, leading zeros stay, references find them all."""
    ids = ["NA", "None", "null", 101.0, "007", 'José "Pepe" O\'Neil']
    result = reading(
        Clients=[["Client", "Phase", "Tracks"], *[[name, "IOP 1", "Morning"] for name in ids]],
        Commitments=[["Client", "Days"], ["na", "Mon"], ["NONE", "Tue"], ["101", "Wed"], ["007", "Thu"]],
    )
    assert errors(result) == []
    assert [client.name for client in result.week.clients] == [
        "NA",
        "None",
        "null",
        "101",
        "007",
        'José "Pepe" O\'Neil',
    ]
    assert [commitment.client for commitment in result.week.commitments] == ["NA", "None", "101", "007"]


def test_client_overrides_of_individual_sessions():
    """Another length counts as long as it is; the phase's own length counts as the phase says."""
    phases = [["Phase", "Min hours", "Individual sessions", "Individual minutes", "Individual counted minutes"]]
    phases += [["IOP 1", 3, 1, 50, 60]]
    clients = [["Client", "Phase", "Tracks", "Individual sessions", "Individual minutes"]]
    clients += [
        ["C1", "IOP 1", "Morning", None, None],
        ["C2", "IOP 1", "Morning", 2, 30],
        ["C3", "IOP 1", "Morning", 0, 50],
    ]
    week = reading(Phases=phases, Clients=clients).week
    assert [(c.individual_sessions, c.individual_minutes, c.individual_counted_minutes) for c in week.clients] == [
        (1, 50, 60),
        (2, 30, 30),
        (0, 50, 60),
    ]
    never = [["Setting", "Value"], ["Week of", MONDAY], ["Individual counts", "no"]]
    assert reading(Phases=phases, Clients=clients, Program=never).week.clients[0].individual_counted_minutes == 0


@pytest.mark.parametrize(
    ("admitted", "week"),
    [(date(2026, 11, 25), 1), (date(2026, 11, 22), 2), (date(2026, 11, 2), 4), (date(2026, 11, 8), 4)],
)
def test_week_of_treatment(admitted, week):
    """Weeks are counted from the Monday of the week of admission, that week being 1."""
    assert with_columns("Clients", 2, Admitted=admitted).week.clients[0].program_week == week


def test_program_week_overrides_admitted():
    """After a pause the number counts."""
    assert with_columns("Clients", 2, Admitted=date(2026, 11, 2), Program_week=2).week.clients[0].program_week == 2
    assert reading().week.clients[0].program_week is None


def test_starts_and_ends():
    """Starts and Ends become days of this week; a client outside it is not active, with the reason."""
    client = with_columns("Clients", 2, Starts=date(2026, 11, 25), Ends="2026-11-27").week.clients[0]
    assert (client.first_day, client.last_day, client.active) == (2, 4, True)
    late = with_columns("Clients", 2, Starts=date(2026, 11, 30)).week.clients[0]
    assert (late.active, late.inactive_reason) == (False, "starts 2026-11-30, after this week")
    gone = with_columns("Clients", 2, Ends=date(2026, 11, 22)).week.clients[0]
    assert (gone.active, gone.inactive_reason) == (False, "ended 2026-11-22, before this week")
    held = with_columns("Clients", 2, Active="no").week.clients[0]
    assert (held.active, held.inactive_reason) == (False, "on hold")
    assert errors(with_columns("Clients", 2, Starts=date(2026, 11, 27), Ends=date(2026, 11, 25))) == [
        "Clients!E2: Ends is 2026-11-25: expected a date not before Starts (2026-11-27)"
    ]


def test_a_client_whose_every_day_is_excused_is_not_there():
    """Excused closures count like days outside Starts-Ends, for those too whose few days they cover."""
    header = ["Client", "Phase", "Tracks", "Starts"]
    result = reading(
        Clients=[header, ["C1", "IOP 1", "Morning", date(2026, 11, 28)], ["C2", "IOP 1", "Morning", None]],
        Closures=[["What", "Days", "Excused"], [None, "Sat, Sun", "yes"]],
    )
    assert [client.active for client in result.week.clients] == [False, True]


def test_client_columns():
    """Lists, counts and limits of a client land in their fields."""
    client = with_columns(
        "Clients",
        2,
        Primary_clinician="dana smith, LCSW",
        Avoid_clinicians="bo",
        Virtual_days="Tue/Thu",
        Needs="cbt:2; DBT",
        Tags="women, Spanish",
        Authorized_hours="12",
        Authorized_days=3,
        Authorized_hours_per_day=4.5,
        Min_hours=0,
        Priority=9,
        Modality="either",
        Name="Ann B.",
    ).week.clients[0]
    assert (client.primary_clinician, client.avoid_clinicians) == ("Dana Smith, LCSW", ("Bo",))
    assert client.virtual_days == (1, 3) and client.needs == (("CBT", 2), ("DBT", 1))
    assert client.tags == ("women", "Spanish") and client.display_name == "Ann B."
    assert (client.authorized_minutes, client.authorized_days, client.authorized_minutes_per_day) == (720, 3, 270)
    assert (client.min_minutes, client.priority, client.modality) == (0, 9, Modality.EITHER)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Priority", 0),
        ("Priority", 10),
        ("Authorized hours", time(9)),
        ("Min hours", -1),
        ("Starts", "soon"),
        ("Primary clinician", "Dana Smyth"),
        ("Virtual days", "Thirsday"),
        ("Modality", "hybrid"),
        ("Program week", 0),
        ("Admitted", 12),
        ("Tracks", None),
    ],
)
def test_client_errors(column, value):
    """A wrong cell of a client is one error."""
    assert len(errors(with_columns("Clients", 2, **{column: value}))) == 1


def test_commitments():
    """Blank times mean the whole day; firm unless it says no."""
    result = reading(
        Commitments=[
            ["Client", "Days", "Start", "End", "Kind", "Firm", "Travel"],
            ["C1", "Mon", None, None, "court", None, None],
            ["c2", "Tue", "9:00", None, None, "no", 30],
        ]
    )
    first, second = result.week.commitments
    assert (first.start, first.end, first.firm, first.travel, first.kind) == (0, 1440, True, 0, "court")
    assert (second.client, second.start, second.end, second.firm, second.travel) == ("C2", 540, 1440, False, 30)


def test_appointments_count_when_both_say_yes():
    """Counts of the row and Individual counts of the program must both say yes."""
    rows = [["Client", "Service", "Minutes", "Counts", "Counted minutes"]]
    rows += [
        ["C1", "Psychiatry", 30, None, None],
        ["C1", "Medication", 15, "no", None],
        ["C2", "psychiatry", 30, "yes", 60],
    ]
    week = reading(Appointments=rows).week
    assert [a.counted_minutes for a in week.appointments] == [30, 0, 60]
    assert [a.service for a in week.appointments] == ["Psychiatry", "Medication", "Psychiatry"]
    never = [["Setting", "Value"], ["Week of", MONDAY], ["Individual counts", "no"]]
    assert [a.counted_minutes for a in reading(Appointments=rows, Program=never).week.appointments] == [0, 0, 0]


def test_closures_of_a_week_that_is_not_known():
    """Where Week of is wrong, no date is said to lie outside the week."""
    result = reading(Program=[["Setting", "Value"], ["Week of", "soon"]], Closures=[["Days"], [MONDAY]])
    assert len(errors(result)) == 1 and notes(result) == []


def test_closures():
    """Closures are of the program, a clinician or a room, on days or dates; dates elsewhere are noted."""
    result = reading(
        Closures=[
            ["What", "Days", "Start", "End", "Excused", "Reason"],
            [None, date(2026, 11, 26), None, None, "yes", "holiday"],
            ["bo", "Mon", "9:00", "12:00", None, None],
            ["Room 1", "2026-11-27; 2026-12-04", None, None, None, None],
            [None, date(2026, 12, 25), None, None, None, None],
            [None, "Tue", "9:00", "12:00", "yes", None],
        ]
    )
    closures = result.week.closures
    assert [(c.clinician, c.room, c.days, c.excused) for c in closures] == [
        (None, None, (3,), True),
        ("Bo", None, (0,), False),
        (None, "Room 1", (4,), False),
        (None, None, (1,), False),
    ]
    assert [line.split(":")[0] for line in notes(result)] == ["Closures!B4", "Closures!B5"]
    assert warnings(result)[0].startswith("Closures!E6: Excused counts only for a whole day")


def lock(**cells):
    columns = ["Rule", "Client", "Group", "Service", "Day", "Start", "Clinician", "Room"]
    rows = [columns, [cells.get(column, "must" if column == "Rule" else None) for column in columns]]
    appointments = [["Client", "Service", "Minutes"], ["C2", "Psychiatry", 30]]
    return reading(Locks=rows, Appointments=appointments)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Client": "C1", "Group": "cbt a"}, Lock(True, "C1", "CBT A", row=2)),
        ({"Client": "C1", "Group": "CBT A", "Day": "Mon"}, Lock(True, "C1", "CBT A", day=0, row=2)),
        ({"Client": "C2", "Service": "psychiatry", "Day": "Tue"}, Lock(True, "C2", None, "Psychiatry", 1, row=2)),
        ({"Client": "C1", "Start": time(9)}, Lock(True, "C1", start=540, row=2)),
        ({"Rule": "Never", "Group": "CBT A", "Clinician": "bo"}, Lock(False, group="CBT A", clinician="Bo", row=2)),
        ({"Group": "CBT A", "Day": "Mon", "Room": "Room 2"}, Lock(True, group="CBT A", day=0, room="Room 2", row=2)),
        ({"Group": "CBT A", "Day": "Wed"}, Lock(True, group="CBT A", day=2, row=2)),
    ],
)
def test_locks(cells, expected):
    """The combinations of the contract are read."""
    result = lock(**cells)
    assert errors(result) == []
    assert result.week.locks == (expected,)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"Day": "Mon"},
        {"Client": "C1"},
        {"Client": "C1", "Service": "Psychiatry"},
        {"Group": "CBT A"},
        {"Group": "CBT A", "Service": "Psychiatry", "Day": "Mon"},
        {"Client": "C1", "Group": "CBT A", "Start": "9:00"},
        {"Client": "C1", "Group": "CBT A", "Room": "Room 1"},
        {"Client": "C1", "Group": "CBT A", "Service": "Psychiatry"},
        {"Rule": "should", "Group": "CBT A", "Day": "Mon"},
        {"Rule": None, "Group": "CBT A", "Day": "Mon"},
        {"Client": "C1", "Day": "Mon, Tue"},
        {"Client": "C9", "Day": "Mon"},
        {"Client": "C1", "Service": "Massage", "Day": "Mon"},
    ],
)
def test_wrong_locks(cells):
    """Any other combination, word or name is one error."""
    assert len(errors(lock(**cells))) == 1


def test_goals():
    """Goals are named by number or name; a blank rank is no rank; goals 1 and 2 stay where they are."""
    result = reading(Goals=[["Goal", "Rank"], ["waiting", 1], [9, 0], ["7 Crowding", None], ["Goal 3", 2], [1, 1]])
    assert result.week.goal_ranks == ((6, 1), (9, 0), (3, 2))
    assert warnings(result) == ["Goals!B6: goals 1 and 2 always come first; the rank of goal 1 is ignored"]
    wrong = reading(Goals=[["Goal", "Rank"], ["Wating", 1], [12, 1], ["Waiting", -1], [5, 1], ["Choice", 2]])
    assert [line.split(":")[0] for line in errors(wrong)] == ["Goals!A2", "Goals!A3", "Goals!B4", "Goals!A6"]
    assert 'did you mean "Waiting"' in errors(wrong)[0]


def test_topic_rules():
    """A blank phase is every phase; a second rule for the same phase and topic is an error."""
    header = ["Phase", "Topic", "Min sessions", "Max sessions", "One group"]
    result = reading(Topic_rules=[header, [None, "cbt", 1, None, "yes"], ["iop 1", "CBT", None, 2, None]])
    first, second = result.week.topic_rules
    assert (first.phase, first.topic, first.min_sessions, first.max_sessions, first.one_group) == (
        None,
        "CBT",
        1,
        None,
        True,
    )
    assert (second.phase, second.topic, second.min_sessions, second.max_sessions, second.one_group) == (
        "IOP 1",
        "CBT",
        0,
        2,
        False,
    )
    assert len(errors(reading(Topic_rules=[header, [None, "CBT"], [None, "cbt"]]))) == 1


def test_topics_are_one_spelling():
    """Needs, avoided topics, clinicians' topics and rules are spelled as the groups spell them."""
    tables = tables_of(
        sheets(Clinicians=[["Clinician", "Topics"], ["Dana Smith, LCSW", "cbt; INDIVIDUAL; Dbt"], ["Bo", None]])
    )
    tables = tables.with_cell("Clients", 2, "Avoid topics", "dbt").with_cell("Clients", 2, "Needs", "cBt")
    week = assemble(tables).week
    assert week.clinicians[0].topics == ("CBT", "Individual", "DBT")
    assert week.clients[0].avoid_topics == ("DBT",) and week.clients[0].needs == (("CBT", 1),)


def test_an_undefined_topic_is_a_warning():
    """A topic that is named and defined nowhere is a warning with the nearest one."""
    result = with_columns("Clients", 2, Needs="CBTT", Avoid_topics="Yoga")
    assert errors(result) == []
    assert warnings(result) == [
        'Clients!D2: no group has the topic "CBTT", and no clinician lists it; did you mean "CBT"?',
        'Clients!E2: no group has the topic "Yoga", and no clinician lists it',
    ]


def test_keep_apart():
    """Pairs are two different known clients."""
    result = reading(Keep_apart=[["Client A", "Client B", "Reason"], ["c1", "C2", "history"]])
    assert [(pair.client_a, pair.client_b) for pair in result.week.keep_apart] == [("C1", "C2")]
    assert len(errors(reading(Keep_apart=[["Client A", "Client B"], ["C1", "c1"], ["C1", "C9"], ["C1", None]]))) == 3


def test_names_that_hold_a_comma_in_a_list():
    """Where commas tear a known name apart, the message says to use semicolons."""
    result = with_columns("Groups", 2, Clinicians="Dana Smith, LCSW, Bo")
    assert len(errors(result)) == 1
    assert 'did you mean "Dana Smith, LCSW"?' in errors(result)[0]
    assert errors(result)[0].endswith("names that hold a comma are separated by ;")


def test_free_text_may_hold_anything():
    """A reason or kind that Excel has turned into a date is no error."""
    result = reading(Closures=[["What", "Days", "Reason"], [None, "Sun", date(2026, 11, 26)]])
    assert errors(result) == [] and result.week.closures[0].reason == "2026-11-26"


def test_a_missing_name_column_is_not_an_error_for_each_clinician():
    """Clinician hours without its first column is one error."""
    hours = [["Clinicain", "Days", "Start", "End"], ["Bo", "Mon", "9:00", "12:00"]]
    assert [line.split(":")[0] for line in errors(reading(Clinician_hours=hours))] == ["Clinician hours!A1"]


@pytest.mark.parametrize("dash", ["-", "\u2013", "no limit", "No Limit"])
def test_words_for_a_blank(dash):
    """A dash, or the contract's own words for the default, are as good as a blank cell."""
    assert with_columns("Phases", 2, Max_hours=dash).week.phases[0].max_minutes is None


def test_maxima_that_are_not_meant_to_bind():
    """999 hours are a maximum like any other."""
    assert with_columns("Phases", 2, Max_hours=999).week.phases[0].max_minutes == 59_940
