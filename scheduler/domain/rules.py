"""The one catalogue of rules: hard rules H1-H16, and goals 1-9 in their order of worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Rule:
    """A hard rule: its id in the contract, the name of its file in model and verifier, and what it says."""

    id: str
    name: str
    title: str


HARD_RULES = (
    Rule("H1", "one_at_a_time", "a client does one thing at a time"),
    Rule("H2", "commitments", "no activity in a firm commitment, its travel time, or outside Starts-Ends"),
    Rule("H3", "admission", "phase, program weeks, tags, topics, clinicians, track and modality fit"),
    Rule("H4", "one_track", "all groups of a client share one track"),
    Rule("H5", "seats", "no more clients than Max clients and the room hold"),
    Rule("H6", "minimum_size", "a held session has at least Min clients"),
    Rule("H7", "clinicians", "clinicians are free, present, qualified and within their hours"),
    Rule("H8", "rooms", "rooms are free and suit the activity"),
    Rule("H9", "sessions", "sessions keep the days, times and people their group or service asks for"),
    Rule("H10", "cohorts", "cohorts stay whole, and one-group topics stay in one group"),
    Rule("H11", "maxima", "no client exceeds the hours, days and topics allowed"),
    Rule("H12", "same_topic", "no more sessions of one topic in a day than allowed"),
    Rule("H13", "keep_apart", "clients kept apart never share a session"),
    Rule("H14", "closures", "nothing happens in a closure"),
    Rule("H15", "locks", "locks hold"),
    Rule("H16", "individual_placement", "individual sessions lie where the program wants them"),
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: its number, the name of its file in model and verifier, its name in the contract, and its unit."""

    number: int
    name: str
    title: str
    unit: str


GOALS = (
    Goal(1, "care_plans_missed", "Care plans missed", "clients"),
    Goal(2, "care_shortfall", "Care shortfall", "minutes"),
    Goal(3, "changes", "Changes from last week", "changes"),
    Goal(4, "below_target", "Below target", "minutes"),
    Goal(5, "choice", "Choice", "minutes"),
    Goal(6, "waiting", "Waiting", "minutes"),
    Goal(7, "crowding", "Crowding", "clients"),
    Goal(8, "staff_time", "Staff time", "minutes"),
    Goal(9, "fair_load", "Fair load", "percent"),
)


def goals_in_order(ranks: tuple[tuple[int, int], ...]) -> tuple[Goal, ...]:
    """The goals to optimize, first first: 1 and 2, then those ranked, then the rest; rank 0 leaves one out."""
    rank = dict(ranks)
    movable = [goal for goal in GOALS if goal.number > 2 and rank.get(goal.number) != 0]
    ranked = sorted((g for g in movable if g.number in rank), key=lambda g: (rank[g.number], g.number))
    return GOALS[:2] + tuple(ranked) + tuple(g for g in movable if g.number not in rank)


class Requirement(StrEnum):
    """What a care plan asks for, as written in the sheet Shortfalls."""

    HOURS = "Hours"
    DAYS = "Days"
    DAY_LENGTH = "Day length"
    GAP = "Gap"
    INDIVIDUAL = "Individual session"
    APPOINTMENT = "Appointment"
    TOPIC = "Topic"
    MUST_RUN = "Must run"
