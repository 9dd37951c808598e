"""The command line: one small file per command, each imported only when it is called.

To add a command, write `cli/<name>.py` with a click command of that name (dashes become underscores) and add one
line to COMMANDS. Heavy libraries are imported inside the functions that need them, so that help is instant.
"""

from __future__ import annotations

import os

import click

from scheduler import __version__
from scheduler.cli.lazy import LazyGroup

COMMANDS = {
    "solve": "Solve the week of a workbook and write its schedule.",
    "check": "Read and validate a workbook without solving it.",
    "verify": "Check any schedule file against its workbook.",
    "repair": "Mend the schedule of a week that is already running.",
    "compare": "Say what differs between two schedules.",
    "lock": "Turn parts of a schedule into rows of Locks.",
    "next": "Write next week's workbook from this week's.",
    "what-if": "Solve a changed week beside the unchanged one, and say what differs.",
    "capacity": "Count how many more clients of a kind could be admitted.",
    "handouts": "Write what clients, clinicians and rooms hold in their hands.",
    "example": "Write a ready workbook or a blank template to start from.",
}


@click.group(
    cls=LazyGroup,
    package=__name__,
    summaries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 failed; 2 usage; 3 errors in a workbook. `scheduler solve -h` lists its own.",
)
@click.option("--debug", is_flag=True, envvar="SCHEDULER_DEBUG", help="Show the whole trace of an unexpected failure.")
@click.version_option(__version__, prog_name="scheduler")
@click.pass_context
def main(context: click.Context, debug: bool) -> None:
    """Weekly group schedules for intensive outpatient programs.

    Reads one Excel workbook, finds the best week, verifies it independently and writes it as an Excel schedule.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
