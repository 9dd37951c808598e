"""`scheduler repair`, from files to a file."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import openpyxl
import pytest

from scheduler.cli.moments import when
from scheduler.domain.calendar import Window
from scheduler.workbook import read_schedule, read_week
from tests.cli.running_week import answer, files, run, sessions

PROVEN = {"bound": 2, "proven": True, "value": 2}


@pytest.fixture
def week_files(tmp_path: Path) -> tuple[Path, Path]:
    return files(tmp_path)


def test_clinician_away_from_the_middle_of_the_week(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Two are told, two sessions change, the file holds them and says why."""
    out = tmp_path / "new.xlsx"
    told = answer("repair", *week_files, "--from", "Tue", "--away", "Ann: Wed-Fri", "-o", out, "-q")
    assert (told["people"], told["changes"], told["path"]) == (PROVEN, PROVEN, str(out))
    week = read_week(week_files[0])
    schedule = read_schedule(out, week).schedule
    assert [s.facilitators for s in schedule.sessions if s.group == "Process"] == [("Ann",), ("Bob",), ("Bob",)]
    rows = list(openpyxl.load_workbook(out)["Changes"].iter_rows(min_row=2, values_only=True))
    assert [(row[1], row[2]) for row in rows[:2]] == [("Process", "Clinician"), ("Process", "Clinician")]
    assert "closure of Ann" in rows[0][6]


def test_past_is_reported_and_the_repaired_file_is_fit_for_the_next_repair(
    week_files: tuple[Path, Path], tmp_path: Path
) -> None:
    """At Wednesday 9:30 Process has begun; the text names it, and nothing else stands against the schedule."""
    out = tmp_path / "new.xlsx"
    result = run("repair", *week_files, "--from", "Wed 9:30", "--away", "Ann: Wed-Fri", "-o", out, "-q")
    assert result.exit_code == 0, result.output
    assert "People told something new: 2 (proven: no fewer can be)" in result.stdout
    assert "  H14: Process Wed 09:00-10:00 lies in the closure of Ann 00:00-24:00 (away)." in result.stdout
    rows = list(openpyxl.load_workbook(out)["Changes"].iter_rows(min_row=2, values_only=True))
    assert ("Group", "Process", "As it happened", "H14: reported, not undone.") in [(*row[:3], row[6]) for row in rows]
    summary = {cell for row in openpyxl.load_workbook(out)["Summary"].iter_rows(values_only=True) for cell in row}
    assert not any("breaks" in str(cell) for cell in summary)
    again = answer("repair", week_files[0], out, "--from", "Wed 12:00", "-o", tmp_path / "third.xlsx", "-q")
    assert (again["people"]["value"], again["changes"]["value"]) == (0, 0)


def test_room_closed_client_absent_client_admitted(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """All kinds of notices in one call."""
    out = tmp_path / "new.xlsx"
    notices = ("--closed", "Elm: Wed 8:00-12:00", "--absent", "C2: Fri", "--admit", "C9: IOP, Morning, from Wed")
    told = answer("repair", *week_files, *notices, "-o", out, "-q")
    assert told["people"]["value"] == 1
    assert [make_up["client"] for make_up in told["make_ups"]] == ["C2"]
    schedule = read_schedule(out).schedule
    attended = {name: sum(name in s.clients for s in schedule.sessions) for name in ("C1", "C2", "C9")}
    assert attended == {"C1": 6, "C2": 4, "C9": 4}
    assert [s.room for s in schedule.sessions if s.group == "Process"] == ["Elm", "Oak", "Elm"]


def test_write_input_says_what_the_options_said(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """The copy is the week that was mended: the repaired schedule verifies with it; the workbook stays as it was."""
    out, noted = tmp_path / "new.xlsx", tmp_path / "noted.xlsx"
    book = openpyxl.load_workbook(week_files[0])
    del book["Closures"]
    book["Clients"].append(["C5", None, "IOP", "Morning"])
    header = [cell.value for cell in book["Clients"][1]]
    book["Clients"].cell(6, header.index("Ends") + 1, "2026-11-13")
    book["Clients"].cell(6, header.index("Active") + 1, "no")
    book.save(week_files[0])
    before = week_files[0].read_bytes()
    notices = (
        "--away",
        "Ann: Wed-Thu 8:00-12:00; Fri",
        "--closed",
        "Elm: 2026-12-04 from 13:00",
        "--absent",
        "C2: Fri",
    )
    notices += ("--admit", "C9: IOP, Morning, from Wed", "--admit", "c5")
    result = run("repair", *week_files, *notices, "-o", out, "--write-input", noted, "-q")
    assert (result.exit_code, week_files[0].read_bytes() == before) == (0, True), result.output
    assert "  Closures row 2: Ann on 2026-12-02, 2026-12-03.\n" in result.stdout
    week = read_week(noted)
    assert [(c.clinician or c.room, c.days, c.start, c.end, c.reason) for c in week.closures] == [
        ("Ann", (2, 3), 480, 720, "away"),
        ("Ann", (4,), 0, 1440, "away"),
        ("Elm", (4,), 780, 1440, "closed"),
    ]
    assert [(c.client, c.days, c.start, c.end, c.kind) for c in week.commitments] == [("C2", (4,), 0, 1440, "absence")]
    new, back = week.client_by_name["C9"], week.client_by_name["C5"]
    assert (new.first_day, new.program_week, new.phase, new.active) == (2, 1, "IOP", True)
    assert (back.active, back.first_day, back.last_day) == (True, 0, 6)
    assert run("verify", noted, out).exit_code == 0
    assert run("verify", week_files[0], out).exit_code != 0


def test_write_input_is_another_file_and_has_something_to_say(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """No file that is read or written anyway is replaced, and a copy that says nothing new is not written."""
    out = tmp_path / "new.xlsx"
    for path in (*week_files, out):
        result = run("repair", *week_files, "--away", "Ann: Fri", "-o", out, "--write-input", path)
        assert (result.exit_code, "may not replace" in result.output) == (2, True)
    assert run("repair", *week_files, "-o", out, "--write-input", tmp_path / "noted.xlsx").exit_code == 2
    assert not out.exists()


def test_default_place_is_outputs_and_never_the_schedule_itself(
    week_files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People have the schedule in their hands; it is not replaced."""
    monkeypatch.chdir(tmp_path)
    told = answer("repair", *week_files, "-q")
    assert Path(told["path"]) == Path("outputs/schedule repaired.xlsx")
    result = run("repair", *week_files, "-o", week_files[1])
    assert (result.exit_code, "may not replace" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("option", "words", "message"),
    [
        ("--away", "Anne: Wed", 'did you mean "Ann"'),
        ("--away", "Ann: Wensday", "expected days"),
        ("--away", "Ann: Wed 13:00", "times go behind them: Thu 13:00-17:00"),
        ("--away", "Ann: Wed 1-3", "write 1 am or 1 pm"),
        ("--away", "Ann: Wed until 5", "write 5 am or 5 pm"),
        ("--away", "Ann Wed", "a colon after the name, as in Ann: Tue-Wed"),
        ("--away", "Ann: 12/2/2026", "probably 2026-12-02 was meant"),
        ("--admit", "C1", "scheduled this week already"),
        ("--admit", "c1: IOP, Morning", "scheduled this week already"),
        ("--closed", "Elm: Wed 12:00-8:00", "the end is not after the start"),
        ("--absent", "C1: 2026-12-24", "dates in the week of 2026-11-30"),
        ("--admit", "C9: Evening", "is no phase (IOP) and no track (Morning)"),
        ("--admit", "C9: IOP", "needs a phase and a track"),
        ("--from", "Wed-Fri", "expected one day"),
        ("--from", "noon", "expected"),
    ],
)
def test_words_that_cannot_be_meant(week_files: tuple[Path, Path], option: str, words: str, message: str) -> None:
    """A usage error names the option and what was expected."""
    result = run("repair", *week_files, option, words)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())


def test_names_and_times_in_many_spellings(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Case and the form of times do not matter; several times are separated by a semicolon."""
    out = tmp_path / "new.xlsx"
    told = answer("repair", *week_files, "--away", "ANN: wed from 9 am; 2026-12-04", "-o", out, "-q")
    assert told["changes"]["value"] == 2


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Wed 1-3pm", 780, 900),
        ("Wed 9-1 pm", 540, 780),
        ("Wed 8-10 a.m.", 480, 600),
        ("Wed 12-1pm", 720, 780),
        ("Wed 11:30 to 12:30 pm", 690, 750),
        ("Wed noon-3 pm", 720, 900),
        ("Wed 15-5 pm", 900, 1020),
        ("Wed 13-17", 780, 1020),
        ("Wed until noon", 0, 720),
        ("Wed from 7", 420, 1440),
    ],
)
def test_hours_in_the_words_of_the_clock(week_files: tuple[Path, Path], words: str, start: int, end: int) -> None:
    """am or pm behind the end holds for the start, too, unless the start would come after the end."""
    assert when(words, read_week(week_files[0])) == ((2,), Window(start, end))


def test_keep_edits(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Process moved to Bob on Monday and to Oak on Friday by hand: both stay, though Oak must be left by nobody."""
    book = openpyxl.load_workbook(week_files[1])
    header = [cell.value for cell in book["Sessions"][1]]
    lead, room, start = (header.index(name) for name in ("Facilitators", "Room", "Start"))
    rows = {row[0].value: row for row in book["Sessions"].iter_rows(min_row=2)}
    rows["Process Mon"][lead].value = "Bob"
    rows["Process Fri"][room].value = "Oak"
    assert rows["Process Fri"][start].value == time(9, 0)
    book.save(week_files[1])
    out = tmp_path / "new.xlsx"
    result = run("repair", *week_files, "--keep-edits", "-o", out, "-q")
    assert (result.exit_code, "Edits found: 2" in result.output) == (0, True)
    schedule = read_schedule(out).schedule
    process = [s for s in schedule.sessions if s.group == "Process"]
    assert [(s.facilitators, s.room) for s in process] == [(("Bob",), "Elm"), (("Ann",), "Elm"), (("Ann",), "Oak")]


def test_keep_edits_breaks_what_stands_in_the_way(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """An edit that puts Process in the room of Skills at its time is kept; Skills moves next door."""
    book = openpyxl.load_workbook(week_files[1])
    header = [cell.value for cell in book["Sessions"][1]]
    rows = {row[0].value: row for row in book["Sessions"].iter_rows(min_row=2)}
    rows["Skills Wed"][header.index("Facilitators")].value = "Ann"
    book.save(week_files[1])
    out = tmp_path / "new.xlsx"
    told = answer("repair", *week_files, "--keep-edits", "--away", "Bob: Mon-Tue", "-o", out, "-q")
    assert told["edits_lost"]["value"] == 0
    skills = [s.facilitators for s in read_schedule(out).schedule.sessions if s.group == "Skills"]
    assert skills == [("Ann",), ("Ann",), ("Bob",)]


def test_locks_that_clash_are_named(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Ann must lead on Wednesday and is away: exit 4, the row of Locks, and no file."""
    book = openpyxl.load_workbook(week_files[0])
    book["Locks"].append(["must", None, "Process", None, "Wed", None, "Ann"])
    book.save(week_files[0])
    out = tmp_path / "new.xlsx"
    result = run("repair", *week_files, "--away", "Ann: Wed", "-o", out, "-q")
    assert (result.exit_code, out.exists()) == (4, False)
    assert "Locks" in result.output and "Process" in result.output


def test_schedule_that_is_none(week_files: tuple[Path, Path]) -> None:
    """A workbook in the place of a schedule is refused."""
    assert run("repair", week_files[0], week_files[0]).exit_code == 3


def test_nothing_edited_verifies_clean(week_files: tuple[Path, Path]) -> None:
    """What was written and not touched is right."""
    result = run("verify", *week_files)
    assert (result.exit_code, "No rule is broken." in result.stdout) == (0, True)
    assert read_schedule(week_files[1]).schedule == sessions()
