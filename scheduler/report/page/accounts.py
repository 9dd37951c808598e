"""Each client's hours and days against what the care plan asks for."""

from __future__ import annotations

from html import escape

from scheduler.domain.calendar import hours
from scheduler.domain.evaluation import ClientAccount, Evaluation
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.report.page.lookup import Lookup

HEADS = ("Client", "Phase", "Track", "Hours", "Required", "Days", "Required days", "One-on-one", "Care plan")


def accounts_table(week: Week, evaluation: Evaluation, lookup: Lookup) -> str:
    """One row for each client; those on hold say why."""
    accounts = {account.client: account for account in evaluation.accounts}
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    rows = "\n".join(_row(client, accounts.get(client.name), lookup) for client in week.clients)
    return f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


def _row(client: Client, account: ClientAccount | None, lookup: Lookup) -> str:
    shown = lookup.client(client.name)
    words = escape("\n".join(dict.fromkeys((" ".join(shown.split()), client.name))))
    cells = _held(account) if account else ["", "", "", "", "", "", f"Not scheduled: {client.inactive_reason}"]
    short = account is not None and not account.met
    columns = "".join(f"<td>{escape(cell)}</td>" for cell in [client.phase, *cells])
    return (
        f'<tr data-words="{words}"{" class=short" if short else ""}>'
        f'<th scope="row">{lookup.link(shown)}</th>{columns}</tr>'
    )


def _held(account: ClientAccount) -> list[str]:
    return [
        account.track or "",
        hours(account.counted_minutes),
        hours(account.min_minutes),
        str(account.days),
        str(account.min_days),
        f"{account.individual_held} of {account.individual_needed}",
        "met" if account.met else "SHORT",
    ]
