"""The hours sheet for utilization review: each client's counted hours and days against what is required and paid."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES, DAYS
from scheduler.domain.evaluation import ClientAccount, Evaluation
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.document import Cell, Column, Page, Row, Table
from scheduler.report.people import staff_name

WITH_NAMES, WITHOUT = 26, 15


def hours_page(week: Week, held: tuple[Activity, ...], evaluation: Evaluation, names: bool) -> Page:
    """Hours are counted hours (a 50-minute session may count 60 minutes); clients on hold are listed as such."""
    accounts = {account.client: account for account in evaluation.accounts}
    sheet = _Sheet(week, held, _missing(evaluation), names)
    columns = sheet.columns()
    rows = tuple(sheet.row(client, accounts.get(client.name)) for client in week.clients)
    flagged = frozenset(n for n, c in enumerate(week.clients) if c.name in accounts and not accounts[c.name].met)
    met = sum(account.met for account in evaluation.accounts)
    facts = (("Care plans met", f"{met} of {len(evaluation.accounts)}"), ("Unit", "counted hours"))
    return Page("Hours for utilization review", facts, (Table("", columns, rows, flagged=flagged),))


def _missing(evaluation: Evaluation) -> dict[str, str]:
    """For each client the requirements that are not given, each once: `Hours, Topic (Anger management)`."""
    words: dict[str, dict[str, None]] = {}
    for shortfall in evaluation.shortfalls:
        detail = f" ({shortfall.detail})" if shortfall.detail else ""
        words.setdefault(shortfall.subject, {})[f"{shortfall.requirement.value}{detail}"] = None
    return {client: ", ".join(listed) for client, listed in words.items()}


class _Sheet:
    """The columns that this week needs, and the row of a client under them."""

    def __init__(self, week: Week, held: tuple[Activity, ...], missing: dict[str, str], names: bool) -> None:
        self.week, self.held, self.missing, self.names = week, held, missing, names
        self.days = [day for day in DAYS if day < 5 or any(a.day == day for a in held)]
        self.by_days = any(client.authorized_days is not None for client in week.active_clients)
        self.by_day = any(client.authorized_minutes_per_day is not None for client in week.active_clients)

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("Client", WITH_NAMES if self.names else WITHOUT),
            Column("Level of care", 16),
            *(Column(DAY_NAMES[day], 7) for day in self.days),
            Column("Hours", 8),
            Column("Required", 12),
            Column("Authorized", 14),
            *([Column("Authorized a day", 14)] if self.by_day else []),
            Column("Days", 7),
            Column("Required", 12),
            *([Column("Authorized", 14)] if self.by_days else []),
            Column("One-on-one", 14),
            Column("Status", 24),
        )

    def row(self, client: Client, account: ClientAccount | None) -> Row:
        phase = self.week.phase_by_name[client.phase]
        level = ", ".join(dict.fromkeys(part for part in (phase.level_of_care, phase.name) if part))
        head = (staff_name(self.week, client.name, self.names), level)
        if account is None:
            between = len(self.columns()) - len(head) - 1
            return (*head, *("",) * between, f"Not scheduled: {client.inactive_reason or 'on hold'}")
        return (*head, *self._daily(client), *self._totals(client, account), self._status(account))

    def _daily(self, client: Client) -> Row:
        own = [a for a in self.held if client.name in a.clients]
        daily = [sum(a.counted_minutes for a in own if a.day == day) for day in self.days]
        return tuple(_hours(minutes) if minutes else "" for minutes in daily)

    def _totals(self, client: Client, account: ClientAccount) -> Row:
        return (
            _hours(account.counted_minutes),
            _hours(account.min_minutes),
            _limit(client.authorized_minutes),
            *([_limit(client.authorized_minutes_per_day)] if self.by_day else []),
            account.days,
            account.min_days,
            *(["" if client.authorized_days is None else client.authorized_days] if self.by_days else []),
            f"{account.individual_held} of {account.individual_needed}",
        )

    def _status(self, account: ClientAccount) -> str:
        return "Met" if account.met else f"Short: {self.missing.get(account.client, '')}".rstrip(": ")


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def _limit(minutes: int | None) -> Cell:
    return "" if minutes is None else _hours(minutes)
