"""Treatment days of a client: on which a group session that counts is attended.

A day has one literal, created when first asked for, and only as much is said of it as is asked for: that it is true on
treatment days alone, which is one clause, or on all of them, which is one for each attendance. Whatever asks for one of
these leaves the literal free to be what suits otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.calendar import DAYS
from scheduler.domain.people import Client
from scheduler.model.draft import Draft, total

ALONE, ALL = "alone", "all"


def treated_only_then(draft: Draft, client: Client, day: int) -> IntVar | None:
    """A literal that is true only if the day is a treatment day of the client; None: it can't be one."""
    literal, attending = _literal(draft, client, day)
    if literal is not None and _first(draft, client, day, ALONE):
        draft.cp.add_bool_or([literal.negated(), *attending])
    return literal


def treated_whenever(draft: Draft, client: Client, day: int) -> IntVar | None:
    """A literal that is true whenever the day is a treatment day of the client; None: it can't be one."""
    literal, attending = _literal(draft, client, day)
    if literal is not None and _first(draft, client, day, ALL):
        for attended in attending:
            draft.cp.add_implication(attended, literal)
    return literal


def days_at_least(draft: Draft, client: Client) -> LinearExprT:
    """How many days of the week are treatment days of the client, or fewer."""
    return _sum(treated_only_then(draft, client, day) for day in DAYS)


def days_at_most(draft: Draft, client: Client) -> LinearExprT:
    """How many days of the week are treatment days of the client, or more."""
    return _sum(treated_whenever(draft, client, day) for day in DAYS)


def _sum(literals: Iterable[IntVar | None]) -> LinearExprT:
    return total(literal for literal in literals if literal is not None)


def _literal(draft: Draft, client: Client, day: int) -> tuple[IntVar | None, list[IntVar]]:
    """The literal of the day, and the attendances that make it a treatment day."""
    attending = [draft.attend[a.key] for a in draft.admissions_on(client, day) if a.slot.group.counted_minutes > 0]
    if not attending:
        return None, attending
    key = (client.name, day)
    if key not in draft.treated:
        draft.treated[key] = draft.bool(f"{client.name} treated on {day}")
    return draft.treated[key], attending


def _first(draft: Draft, client: Client, day: int, when: str) -> bool:
    """Whether this is said of the day's literal for the first time."""
    said = (client.name, day, when)
    first = said not in draft.said_of_days
    draft.said_of_days.add(said)
    return first
