"""What goes wrong after the schedule is written does not take it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from scheduler.cli import main
from tests.end_to_end.small_week import small_week


@pytest.mark.parametrize("error", [RuntimeError("C5"), KeyboardInterrupt()])
def test_schedule_stands_when_its_explanation_fails(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in explaining, or Ctrl-C during it, is told; the answer is that of the schedule."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("scheduler.cli.run.explanation_of", fail)
    late = {"Client": "C5", "Phase": "IOP 1", "Tracks": "Evening"}
    book = small_week(tmp_path / "short.xlsx", Clients=[late], Commitments=[{"Client": "C5", "Days": "Mon"}])
    result = CliRunner().invoke(main, ["solve", str(book), "-o", str(tmp_path / "out.xlsx"), "--json", "-q"])
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert (answer["path"], answer["short"], answer["remedies"]) == (str(tmp_path / "out.xlsx"), ["C5"], [])
    assert (tmp_path / "out.xlsx").is_file()
    assert "fault of the program" in result.stderr or "Interrupted" in result.stderr
