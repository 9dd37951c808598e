"""The changes that may be tried: each lifts one restriction of the workbook, for a price."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is lifted. The comment says what a `Lift` of the kind names beside `who`."""

    SEATS = "seats"  # who: group
    SMALLER = "smaller"  # who: group
    MEETING = "meeting"  # who: group; day: one more on which it may meet
    SESSION = "session"  # who: group: one session more a week
    ADMIT_PHASE = "admit phase"  # who: group; what: phase
    ADMIT_WEEK = "admit week"  # who: group; what: week of treatment
    ACTIVE = "active"  # who: group
    ROOM_LISTED = "room listed"  # who: group; what: room
    SAME_TOPIC = "same topic per day"
    KEEP_APART = "keep apart"  # who: client; row
    LISTED = "listed"  # who: group; what: clinician
    WINDOW = "window"  # who: clinician; day
    MAX_HOURS = "max hours"  # who: clinician
    MAX_DAY = "max day"  # who: clinician
    QUALIFIED = "qualified"  # who: clinician; what: topic
    CAPACITY = "capacity"  # who: the first room of a pool
    NEW_ROOM = "new room"
    COMMITMENT = "commitment"  # who: client; row
    COMMITMENT_DAY = "commitment day"  # the same on one day: comes with the whole, so that fewer days are cheaper
    TRACK = "track"  # who: client; what: track
    VIRTUAL_DAY = "virtual day"  # who: client; day
    MODALITY = "modality"  # who: client
    COVER = "cover"  # who: client; what: clinician
    HOLDER = "holder"  # who: client; what: clinician; row of Appointments
    AVOID = "avoid"  # who: client; what: clinician
    NEVER = "never"  # who: client; row of Locks
    AUTHORIZED_HOURS = "authorized hours"  # who: client
    AUTHORIZED_DAYS = "authorized days"  # who: client
    AUTHORIZED_DAY = "authorized hours per day"  # who: client
    PHASE_HOURS = "phase hours"  # who: client; what: phase
    PHASE_DAYS = "phase days"  # who: client; what: phase
    PHASE_DAY = "phase hours per day"  # who: client; what: phase
    TOPIC_MOST = "topic most"  # who: client; what: topic


OWN = frozenset(
    {
        Kind.COMMITMENT,
        Kind.COMMITMENT_DAY,
        Kind.TRACK,
        Kind.VIRTUAL_DAY,
        Kind.MODALITY,
        Kind.COVER,
        Kind.HOLDER,
        Kind.AVOID,
        Kind.KEEP_APART,
        Kind.NEVER,
        Kind.AUTHORIZED_HOURS,
        Kind.AUTHORIZED_DAYS,
        Kind.AUTHORIZED_DAY,
    }
)
"""Changes that concern one client alone."""

SHARED = frozenset(Kind) - OWN

PERSONAL = OWN | {
    Kind.ADMIT_PHASE,
    Kind.ADMIT_WEEK,
    Kind.PHASE_HOURS,
    Kind.PHASE_DAYS,
    Kind.PHASE_DAY,
    Kind.TOPIC_MOST,
}
"""Changes of what says which groups are for a client, and how much of them."""

STEP = {
    Kind.SEATS: 1,
    Kind.SMALLER: 1,
    Kind.CAPACITY: 1,
    Kind.MAX_HOURS: 60,
    Kind.MAX_DAY: 60,
    Kind.SAME_TOPIC: 1,
    Kind.AUTHORIZED_HOURS: 60,
    Kind.AUTHORIZED_DAYS: 1,
    Kind.AUTHORIZED_DAY: 60,
    Kind.PHASE_HOURS: 60,
    Kind.PHASE_DAYS: 1,
    Kind.PHASE_DAY: 60,
    Kind.TOPIC_MOST: 1,
}
"""Changes by a number, with the size of a step (clients, seats, days, sessions, or minutes); each step costs."""

MOST_STEPS = 6

PRICE = {
    Kind.SEATS: 0,
    Kind.COVER: 1,
    Kind.HOLDER: 1,
    Kind.TRACK: 1,
    Kind.MAX_HOURS: 2,
    Kind.LISTED: 2,
    Kind.ROOM_LISTED: 2,
    Kind.MAX_DAY: 2,
    Kind.WINDOW: 3,
    Kind.SMALLER: 3,
    Kind.COMMITMENT: 3,
    Kind.VIRTUAL_DAY: 3,
    Kind.SESSION: 7,
    Kind.MEETING: 8,
    Kind.AUTHORIZED_HOURS: 4,
    Kind.AUTHORIZED_DAYS: 4,
    Kind.AUTHORIZED_DAY: 4,
    Kind.QUALIFIED: 4,
    Kind.MODALITY: 4,
    Kind.NEVER: 4,
    Kind.CAPACITY: 4,
    Kind.ADMIT_PHASE: 5,
    Kind.ADMIT_WEEK: 5,
    Kind.TOPIC_MOST: 5,
    Kind.AVOID: 6,
    Kind.KEEP_APART: 6,
    Kind.ACTIVE: 7,
    Kind.SAME_TOPIC: 7,
    Kind.NEW_ROOM: 9,
    Kind.PHASE_HOURS: 6,
    Kind.PHASE_DAYS: 6,
    Kind.PHASE_DAY: 6,
}
"""How much harder than one more seat; small beside the price of a change as such, so that few changes win."""

PER_CHANGE = 20
PER_STEP = 1


@dataclass(frozen=True, slots=True, order=True)
class Lift:
    """One restriction that could be lifted; fields that a kind does not use stay blank."""

    kind: Kind
    who: str = ""
    what: str = ""
    day: int = -1
    row: int = 0

    @property
    def price(self) -> int:
        if self.kind is Kind.COMMITMENT_DAY:
            return PER_STEP
        return PER_CHANGE + PRICE[self.kind]
