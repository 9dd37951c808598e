"""The sheet Clients: what each client gets against what the care plan asks for."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.evaluation import ClientAccount, Evaluation
from scheduler.domain.people import Client
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.table import Column, Form, Row, Table, Tone
from scheduler.report.tables.assignments import counted_by_day

COLUMNS = (
    Column("Client"),
    Column("Phase"),
    Column("Track"),
    Column("Hours", Form.HOURS, bar=True),
    Column("Min hours", Form.HOURS),
    Column("Target hours", Form.HOURS),
    Column("Days", Form.COUNT),
    Column("Min days", Form.COUNT),
    Column("Individual", Form.COUNT),
    Column("Individual needed", Form.COUNT),
    Column("Status"),
    Column("Shortfall minutes", Form.COUNT),
)
DAILY = tuple(Column(f"{day} hours", Form.HOURS) for day in DAY_NAMES)
NOTE = Column("Note", Form.PARAGRAPH)


def clients_table(week: Week, schedule: Schedule, evaluation: Evaluation) -> Table:
    """Active clients in the workbook's order, then those not active with the reason."""
    by_day = counted_by_day(week, schedule)
    rows = [_account(week, account, by_day) for account in evaluation.accounts]
    rows += [_not_active(client) for client in week.clients if not client.active]
    return Table("Clients", (*COLUMNS, *DAILY, NOTE), tuple(rows))


def _account(week: Week, account: ClientAccount, by_day: dict[str, list[int]]) -> Row:
    cells = (
        account.client,
        week.client_by_name[account.client].phase,
        account.track,
        account.counted_minutes,
        account.min_minutes,
        account.target_minutes,
        account.days,
        account.min_days,
        account.individual_held,
        account.individual_needed,
        "Met" if account.met else "Short",
        account.shortfall_minutes,
    )
    daily = tuple(minutes or None for minutes in by_day.get(account.client, [0] * 7))
    return Row((*cells, *daily, None), Tone.PLAIN if account.met else Tone.ALERT)


def _not_active(client: Client) -> Row:
    cells = (client.name, client.phase, None, 0, 0, 0, 0, 0, 0, 0, "Not active", 0)
    return Row((*cells, *[None] * 7, client.inactive_reason or "on hold"), Tone.MUTED)
