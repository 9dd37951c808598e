"""The closing lines and the exit code of one workbook."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from scheduler.cli import report_run
from scheduler.cli.publish import Publication
from scheduler.cli.run import Answer
from scheduler.domain.evaluation import ClientAccount, Evaluation
from scheduler.domain.issues import Issue, Severity
from scheduler.domain.outcome import GoalResult, Outcome, SolveStatus
from scheduler.domain.program import Program
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week

BOOK = Path("site.xlsx")
WEEK = Week(Program("Site", date(2026, 11, 30)), (), (), (), (), (), ())
GOALS = (
    GoalResult(1, "Care plans missed", 1, 1, True),
    GoalResult(2, "Care shortfall", 90, 60, False),
    GoalResult(6, "Waiting", 45, None, False),
)


def account(client: str, met: bool) -> ClientAccount:
    return ClientAccount(client, "Day", 540, 540, 540, 3, 3, 1, 1, met, 0 if met else 90)


def solved(path: Path | None = Path("out.xlsx"), *, met: bool = False, objections: tuple[str, ...] = ()) -> Answer:
    evaluation = Evaluation((), (1, 90, 0, 0, 0, 45, 0, 0, 0), (account("C1", True), account("C2", met)), ())
    outcome = Outcome(SolveStatus.SOLVED, Schedule(), GOALS, 12.34)
    return Answer(BOOK, (), WEEK, outcome, Publication(evaluation, path, objections))


def unsolved(status: SolveStatus) -> Answer:
    return Answer(BOOK, (), WEEK, Outcome(status, None, (), 1.0))


@pytest.mark.parametrize(
    ("answer", "strict", "code"),
    [
        (solved(), False, 0),
        (solved(met=True), True, 0),
        (Answer(BOOK, (), failed=True), False, 1),
        (Answer(BOOK, ()), False, 3),
        (unsolved(SolveStatus.CLASH), False, 4),
        (solved(), True, 5),
        (solved(None, objections=("H1: twice",)), True, 6),
        (unsolved(SolveStatus.INTERRUPTED), False, 130),
    ],
)
def test_exit_code_of_each_ending(answer: Answer, strict: bool, code: int) -> None:
    """Each way to end has its own documented code."""
    assert report_run.exit_code(answer, strict) == code


def test_text_says_what_was_written_who_is_short_and_what_is_proven(capsys: pytest.CaptureFixture[str]) -> None:
    """A coordinator's whole answer in five lines."""
    report_run.as_text(solved())
    assert capsys.readouterr().out.splitlines() == [
        "Written after 12 s: out.xlsx",
        "Care plans met: 1 of 2",
        "Short: C2",
        "Goals proven: Care plans missed",
        "Not proven: Care shortfall (90, within 34%), Waiting (45, not searched)",
    ]


def test_rejected_schedule_is_explained_on_stderr_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing on stdout may look like a success."""
    report_run.as_text(solved(None, objections=("H1: C1 is in two places.",)))
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing was published" in said.err and "H1: C1 is in two places." in said.err


def test_json_is_one_line_with_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get the same keys whatever the ending, in characters that every pipe can carry."""
    issue = Issue(Severity.WARNING, "site.xlsx", "Groups", "C4", "Zoë?")
    endings = [solved(), unsolved(SolveStatus.CLASH), Answer(BOOK, (issue,)), Answer(BOOK, (), failed=True)]
    for answer in endings:
        report_run.as_json(answer)
    lines = capsys.readouterr().out.splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["status"] for record in records] == ["solved", "clash", "workbook has errors", "failed"]
    assert len({tuple(record) for record in records}) == 1
    assert (records[0]["met"], records[0]["short"], records[0]["path"]) == (1, ["C2"], "out.xlsx")
    assert records[0]["goals"][1] == {
        "number": 2,
        "title": "Care shortfall",
        "value": 90,
        "bound": 60,
        "status": "within 34%",
    }
    assert records[2]["issues"][0]["message"] == "Zoë?" and lines[2].isascii()
