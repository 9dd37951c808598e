"""`scheduler solve`."""

from __future__ import annotations

from pathlib import Path

import click

from scheduler.cli import failures, options
from scheduler.cli.exits import Exit
from scheduler.cli.reading import WORKBOOK, without_lock_files


@click.command(
    epilog="""\b
Exit codes (of several workbooks, that of the first that failed):
  0    written (and all care plans met, if --strict)
  1    the schedule could not be written, or the program failed
  2    usage
  3    the workbook has errors
  4    no schedule: locks clash
  5    --strict, written, and somebody's care plan is not met
  6    the verifier rejected the schedule; nothing is published
  130  interrupted, or out of time, before any schedule
"""
)
@click.argument("workbooks", metavar="WORKBOOK...", nargs=-1, required=True, type=WORKBOOK)
@options.output("Where to write (default: outputs/<workbook name> <week>.xlsx).")
@options.time_limit(60, "Longest search for each workbook; it ends early when all is proven.")
@options.workers("Threads that search (default: what suits the week, mostly one).")
@options.seed
@options.previous("Last week's schedule, to keep as much of as can be.")
@options.explain_limit("Longest search for the reasons of shortfalls and for what would fix them.")
@click.option("--no-explain", is_flag=True, help="No reasons and remedies for shortfalls.")
@click.option("--strict", is_flag=True, help="Exit with 5 if a care plan is not met.")
@options.as_json("Print one JSON object for each workbook on stdout.")
@options.quiet
@click.pass_context
def solve(
    context: click.Context,
    workbooks: tuple[Path, ...],
    output: Path | None,
    time_limit: float,
    workers: int | None,
    seed: int,
    previous: Path | None,
    explain_limit: float,
    no_explain: bool,
    strict: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Solve the week of each WORKBOOK and write its schedule.

    While it works it shows the goal it is at, its value and what it can be at best. Ctrl-C writes the best schedule
    found so far. The schedule is read back and verified by a part of the program that knows nothing of the solver
    before it is put in place. Then it says why each shortfall is one and which small changes of the workbook would
    mend it, each of them tried, and writes the schedule once more with that.
    """
    from scheduler.cli import report_run
    from scheduler.cli.run import Answer, Run, solve_workbook
    from scheduler.cli.target import Targets
    from scheduler.domain.outcome import Settings

    given = without_lock_files(workbooks)
    run = Run(
        Targets(given, output),
        Settings(time_limit, workers, seed),
        previous,
        quiet,
        None if no_explain else explain_limit,
    )
    code = Exit.DONE
    for workbook in given:
        try:
            answer = solve_workbook(workbook, run)
        except Exception as error:  # the other workbooks are still to be solved
            failures.explain(context, error)
            answer = Answer(workbook, (), failed=True)
        if as_json:
            report_run.as_json(answer)
        else:
            report_run.as_text(answer)
        code = code or report_run.exit_code(answer, strict)
        if answer.stopped and workbook != given[-1]:
            click.echo("The workbooks after this one were not begun.", err=True)
            code = code or Exit.INTERRUPTED
            break
    raise click.exceptions.Exit(code)
