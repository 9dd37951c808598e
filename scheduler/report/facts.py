"""What the Summary says: the verdict, the week in numbers, and the lines that need a coordinator."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from scheduler.domain.calendar import clock
from scheduler.domain.changes import Change
from scheduler.domain.evaluation import Evaluation, Shortfall
from scheduler.domain.explanation import Explanation, Reason
from scheduler.domain.rules import Requirement
from scheduler.domain.week import Week
from scheduler.report.table import Cell, Form, Row, Table, Tone
from scheduler.report.tables.shortfalls import detail_of, in_words

_LISTED = 6
_LONGEST = 260
_NAME, _DAY, _START, _CLIENTS, _MAX, _STATUS, _NOTE = 0, 4, 5, 10, 12, 13, 14


@dataclass(frozen=True, slots=True)
class Fact:
    """One number of the week; of: what it is measured against; sheet: where more is told."""

    title: str
    value: Cell
    of: str = ""
    form: Form = Form.COUNT
    alert: bool = False
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: who or what, what about it, and more of it."""

    who: str
    what: str
    more: str = ""
    alert: bool = False


def verdict(week: Week, evaluation: Evaluation) -> str:
    """One sentence: are we fine?"""
    if evaluation.findings:
        return f"This schedule breaks {_count(len(evaluation.findings), 'rule')}. Mend it before it is published."
    short = sum(not account.met for account in evaluation.accounts)
    clients = len(evaluation.accounts)
    gone = _must_run_missing(evaluation)
    extra = f" {_count(gone, 'session')} that must run {'is' if gone == 1 else 'are'} not held." if gone else ""
    if short:
        return f"{clients - short} of {_count(clients, 'care plan')} met, {short} short.{extra}"
    return f"All {_count(clients, 'care plan')} met.{extra}" if clients else f"No client is scheduled.{extra}"


def facts(week: Week, sessions: Table, evaluation: Evaluation, changes: tuple[Change, ...]) -> tuple[Fact, ...]:
    """The week in numbers."""
    accounts = evaluation.accounts
    met = sum(account.met for account in accounts)
    held = [row for row in sessions.rows if row.cells[_STATUS] == "Held"]
    seats, taken = (sum(int(row.cells[place] or 0) for row in held) for place in (_MAX, _CLIENTS))
    given = sum(account.counted_minutes for account in accounts)
    inactive = sum(not client.active for client in week.clients)
    individual = sum(account.individual_held for account in accounts)
    asked = sum(account.individual_needed for account in accounts)
    target = sum(account.target_minutes for account in accounts)
    resting = [group.name for group in week.groups if not group.active]
    missed = len(accounts) - met
    return (
        Fact("Care plans met", met, f"of {len(accounts)}", sheet="Clients"),
        Fact("Clients short", missed, "see Shortfalls" if missed else "", alert=bool(missed), sheet="Shortfalls"),
        Fact("Clients not active", inactive, sheet="Clients"),
        Fact("Group sessions held", len(held), f"of {len(sessions.rows)}", sheet="Sessions"),
        Fact("Group sessions not held", len(sessions.rows) - len(held), sheet="Sessions"),
        Fact("Groups at rest", len(resting), ", ".join(resting)),
        Fact("Seats taken", taken / seats if seats else None, f"{taken} of {seats}", Form.PERCENT, sheet="Timetable"),
        Fact("Individual sessions held", individual, f"of {asked}", alert=individual < asked, sheet="Assignments"),
        Fact("Counted hours given", given, f"target {target / 60:.1f}", Form.HOURS, sheet="Clients"),
        _changes_fact(week, changes),
    )


def needed_lines(evaluation: Evaluation, explanation: Explanation) -> tuple[Line, ...]:
    """Broken rules, then everyone who is short with what is missing, why and what would fix it; the first few."""
    lines = [Line(finding.rule, "broken rule", finding.message, True) for finding in evaluation.findings]
    by_subject: dict[str, list[Shortfall]] = {}
    for shortfall in evaluation.shortfalls:
        must_run = shortfall.requirement is Requirement.MUST_RUN
        by_subject.setdefault(detail_of(shortfall) if must_run else shortfall.subject, []).append(shortfall)
    for who, shortfalls in by_subject.items():
        reasons = [reason for s in shortfalls if (reason := explanation.reason_for(s)) is not None]
        sentences = dict.fromkeys(sentence for r in reasons for sentence in (r.why, _in_short(r)) if sentence)
        lines.append(Line(who, "; ".join(map(_missing, shortfalls)), shorten(" ".join(sentences), _LONGEST), True))
    return _first(lines, "Nothing: every care plan is met.")


def _in_short(reason: Reason) -> str:
    """What would fix it: the numbers of its remedies, which the sheet Remedies tells of, or else the sentence."""
    numbers = ", ".join(map(str, reason.remedies))
    return f"See remedy {numbers}." if numbers else reason.fix


def _missing(shortfall: Shortfall) -> str:
    if shortfall.requirement is Requirement.MUST_RUN:
        return f"must run: {shortfall.given} of {shortfall.needed} held"
    return in_words(shortfall)


def not_held_lines(sessions: Table) -> tuple[Line, ...]:
    """Sessions asked for and not held: when they would be, and the note of the sheet Sessions."""
    rows = [row for row in sessions.rows if row.cells[_STATUS] != "Held"]
    lines = [Line(str(r.cells[_NAME]), _when(r), str(r.cells[_NOTE] or ""), r.tone is Tone.ALERT) for r in rows]
    return _first(lines, "Every session is held.")


def _when(row: Row) -> str:
    day, start = row.cells[_DAY], row.cells[_START]
    if day is None:
        return "day open"
    return f"{day} {clock(start)}" if isinstance(start, int) else str(day)


def changed_lines(week: Week, changes: tuple[Change, ...]) -> tuple[Line, ...]:
    """The first changes against last week."""
    if week.previous is None and not changes:
        return (Line("No earlier week was given.", ""),)
    return _first([Line(c.who, c.kind, c.sentence) for c in changes], "Nothing.")


def _changes_fact(week: Week, changes: tuple[Change, ...]) -> Fact:
    if week.previous is None and not changes:
        return Fact("Changes from last week", None, "no earlier week given", sheet="Changes")
    clients = len({change.who for change in changes if change.concerns == "Client"})
    return Fact("Clients told something new", clients, _count(len(changes), "change"), sheet="Changes")


def _first(lines: list[Line], nothing: str) -> tuple[Line, ...]:
    if not lines:
        return (Line(nothing, ""),)
    more = len(lines) - _LISTED
    return (*lines[:_LISTED], Line(f"and {more} more", "")) if more > 0 else tuple(lines)


def _must_run_missing(evaluation: Evaluation) -> int:
    return sum(s.missing for s in evaluation.shortfalls if s.requirement is Requirement.MUST_RUN)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
