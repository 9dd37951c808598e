"""The catalogue of input sheets: their columns in the contract's order, what is required, what a blank means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, whether each row must fill it, and what a blank cell means, in words (blank: nothing)."""

    name: str
    required: bool = False
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An input sheet: a table with these columns; a workbook without a required sheet cannot be read."""

    name: str
    columns: tuple[Column, ...]
    required: bool = True

    @property
    def required_columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def key(name: str) -> str:
    """A sheet, column or setting name as it is compared: case, spaces, `_` and `-` do not matter."""
    return "".join(ch for ch in name.casefold() if not ch.isspace() and ch not in "_-*\u00a0\ufeff")


def _columns(*specs: str) -> tuple[Column, ...]:
    """Columns from `Name*` (required) or `Name=what a blank means`."""
    columns = []
    for spec in specs:
        name, _, blank = spec.partition("=")
        columns.append(Column(name.removesuffix("*"), name.endswith("*"), blank))
    return tuple(columns)


PROGRAM = Sheet("Program", _columns("Setting*", "Value"))

SETTINGS = _columns(
    "Program=file name",
    "Week of*",
    "Time step=15",
    "Mix tracks=no",
    "Same topic per day=1",
    "Individual counts=yes",
    "Individual on treatment days=no",
    "Individual after groups=no",
    "Individual within tracks=no",
    "Trip cost=60",
    "Clinician break=0",
    "Room turnaround=0",
    "Time zone=none",
)
"""The rows of the sheet Program."""

TRACKS = Sheet("Tracks", _columns("Track*", "Days*", "Start*", "End*"))

PHASES = Sheet(
    "Phases",
    _columns(
        "Phase*",
        "Level of care",
        "Min hours*",
        "Target hours=Min hours",
        "Max hours=no limit",
        "Min days=0",
        "Max days=7",
        "Min hours per day=0",
        "Max hours per day=no limit",
        "Max days between=no limit",
        "Individual sessions=0",
        "Individual minutes=60",
        "Individual counted minutes=Individual minutes",
    ),
)

TOPIC_RULES = Sheet(
    "Topic rules",
    _columns("Phase=every phase", "Topic*", "Min sessions=0", "Max sessions=no limit", "One group=no"),
    required=False,
)

GROUPS = Sheet(
    "Groups",
    _columns(
        "Group*",
        "Topic=Group",
        "Tracks=every track",
        "Phases=every phase",
        "Days=days of its tracks",
        "Start=free",
        "Minutes*",
        "Counted minutes=Minutes",
        "Sessions=one on every day in Days if Days is given, else 1",
        "Same time=yes",
        "Same clinician=no",
        "Min clients=1",
        "Max clients*",
        "Ideal clients=Max clients",
        "Seats per client=1",
        "Facilitators=1",
        "Clinicians=any qualified",
        "Lead=none",
        "Rooms=any that suits",
        "Features=none",
        "Modality=in person",
        "Attendance=open",
        "Client tags=none",
        "Program weeks=every week",
        "Must run=no",
        "Active=yes",
    ),
)

CLINICIANS = Sheet(
    "Clinicians",
    _columns(
        "Clinician*",
        "Topics=every group topic and Individual",
        "Max hours=no limit",
        "Max hours per day=no limit",
        "Modality=either",
        "Office=none",
    ),
)

CLINICIAN_HOURS = Sheet(
    "Clinician hours",
    _columns("Clinician*", "Days*", "Start*", "End*", "Modality=the clinician's"),
)

ROOMS = Sheet("Rooms", _columns("Room*", "Capacity*", "Use=both", "Features=none", "Virtual=no", "Link=none"))

CLIENTS = Sheet(
    "Clients",
    _columns(
        "Client*",
        "Name",
        "Phase*",
        "Tracks*",
        "Primary clinician=any one qualified for Individual",
        "Cover clinician=none",
        "Avoid clinicians=none",
        "Modality=in person",
        "Virtual days=none",
        "Individual sessions=the phase's",
        "Individual minutes=the phase's",
        "Needs=none",
        "Avoid topics=none",
        "Tags=none",
        "Authorized hours=no limit",
        "Authorized days=no limit",
        "Authorized hours per day=no limit",
        "Admitted=only groups without Program weeks",
        "Program week=from Admitted",
        "Min hours=the phase's",
        "Starts=whole week",
        "Ends=whole week",
        "Priority=1",
        "Active=yes",
    ),
)

COMMITMENTS = Sheet(
    "Commitments",
    _columns("Client*", "Days*", "Start=0:00", "End=24:00", "Kind", "Firm=yes", "Travel=0"),
    required=False,
)

APPOINTMENTS = Sheet(
    "Appointments",
    _columns(
        "Client*",
        "Service*",
        "Minutes*",
        "Sessions=1",
        "Clinician=any whose Topics list the service",
        "Modality=the client's",
        "Counts=yes",
        "Counted minutes=Minutes",
    ),
    required=False,
)

CLOSURES = Sheet(
    "Closures",
    _columns("What=the whole program", "Days*", "Start=0:00", "End=24:00", "Reason", "Excused=no"),
    required=False,
)

KEEP_APART = Sheet("Keep apart", _columns("Client A*", "Client B*", "Reason"), required=False)

LOCKS = Sheet(
    "Locks",
    _columns("Rule*", "Client", "Group", "Service", "Day", "Start", "Clinician", "Room"),
    required=False,
)

GOALS = Sheet("Goals", _columns("Goal*", "Rank"), required=False)

SHEETS = (
    PROGRAM,
    TRACKS,
    PHASES,
    TOPIC_RULES,
    GROUPS,
    CLINICIANS,
    CLINICIAN_HOURS,
    ROOMS,
    CLIENTS,
    COMMITMENTS,
    APPOINTMENTS,
    CLOSURES,
    KEEP_APART,
    LOCKS,
    GOALS,
)
"""Every input sheet, in the contract's order."""

OWN_SHEETS = ("Read me", "Lists")
"""Sheets that the template adds for people and drop-down lists; nothing in them is read."""

_BY_KEY = {key(sheet.name): sheet for sheet in SHEETS}


def sheet_named(name: str) -> Sheet | None:
    """The sheet that a title means, spelled in any case, with or without spaces, `_` and `-`; None if unknown."""
    return _BY_KEY.get(key(name))


def column_named(sheet: Sheet, name: str) -> str | None:
    """The contract's name of the column that a header means; None if the sheet has no such column."""
    wanted = key(name)
    return next((column.name for column in sheet.columns if key(column.name) == wanted), None)
