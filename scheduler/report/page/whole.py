"""The page as a whole: head, tools, the grid as a picture, the list, and the clients' hours."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib.resources import files

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.activities import activities
from scheduler.report.page.accounts import accounts_table
from scheduler.report.page.grid import grid, legend
from scheduler.report.page.listing import listing
from scheduler.report.page.lookup import Lookup
from scheduler.report.spoken import week_of


def schedule_page(week: Week, schedule: Schedule, evaluation: Evaluation, names: bool = False) -> bytes:
    """The page as one HTML file, UTF-8, that loads nothing from anywhere; clients go by ids unless names are wanted."""
    folder = files(__package__)
    style = folder.joinpath("style.css").read_text(encoding="utf-8")
    script = folder.joinpath("script.js").read_text(encoding="utf-8")
    held = activities(week, schedule)
    lookup = Lookup(week, held, names)
    program, when = escape(week.program.name), escape(week_of(week.program.monday))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{program}, week of {when}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{program}</h1>
<p>Week of {when}</p>
{_TOOLS}
<datalist id="known">{lookup.options()}</datalist>
<p id="shown" role="status" aria-live="polite"></p>
</header>
<main>
<section aria-labelledby="grid-title">
<h2 id="grid-title">Week</h2>
{legend(week)}
{grid(week, held, lookup)}
</section>
<section aria-labelledby="list-title">
<h2 id="list-title">All sessions</h2>
{listing(week, held, lookup)}
</section>
<section aria-labelledby="clients-title">
<h2 id="clients-title">Clients</h2>
{accounts_table(week, evaluation, lookup)}
</section>
</main>
<footer>Confidential client information: do not post or leave lying open.</footer>
<script>{script}</script>
</body>
</html>
""".encode()


_TOOLS = """<form class="tools" role="search">
<label>Find a client, clinician, room or group
<input id="find" type="search" list="known" autocomplete="off" spellcheck="false"></label>
<label class="check"><input id="private" type="checkbox"> Individual sessions in the grid</label>
<button id="print" type="button">Print</button>
<button id="theme" type="button">Dark or light</button>
</form>"""


def _policy(script: str) -> str:
    """Only our own script runs, whatever a name in the workbook holds, and nothing is fetched."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'"
    )
