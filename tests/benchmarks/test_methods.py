"""The other methods find right schedules and the same best values; runs are measured and compared as they went."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib.util import find_spec

import pytest

from benchmarks.comparison import comparison, sooner
from benchmarks.instances import QUICK, WHOLE, Instance
from benchmarks.measured import Measured
from benchmarks.methods import METHODS, method
from benchmarks.methods.plain.linear import Linear, Use
from benchmarks.methods.trajectory import Bound, Found
from benchmarks.one_run import rising, thinned
from benchmarks.run import main, read_runs, run_one
from benchmarks.targets import growth, targets
from scheduler.domain.outcome import Settings, SolveStatus
from scheduler.domain.schedule import Schedule
from scheduler.solve import solve
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week

PROVEN = {2: (10, 3900), 6: (9, 3210), 9: (13, 5310), 10: (12, 5070)}
"""Best goals 1 and 2 of random weeks, by seed: all features of the contract but locks, proven in parts of a second."""

needs_highs = pytest.mark.skipif(find_spec("highspy") is None, reason="highspy is not installed")


def _proven(trajectory) -> dict[int, int]:
    return {bound.goal: bound.value for bound in rising(trajectory.bounds)}


@pytest.mark.parametrize(("seed", "best"), PROVEN.items())
def test_plain_cpsat_is_right_and_proves(seed, best):
    """Every schedule on the way keeps all hard rules; the last has the values that are proven."""
    week = random_week(seed, 8, 6)
    trajectory = method("plain CP-SAT")(week, 5.0, 2)
    evaluations = [evaluate(week, found.schedule) for found in trajectory.found]
    assert [evaluation.findings for evaluation in evaluations if evaluation.findings] == []
    assert evaluations[-1].goals[:2] == best
    assert {goal: _proven(trajectory)[goal] for goal in (1, 2)} == {1: best[0], 2: best[1]}


@pytest.mark.parametrize("seed", [100, 104, 113])
def test_the_plain_model_knows_clashing_locks(seed):
    """Where no schedule keeps the locks, the straightforward model finds none, and our solver says so."""
    week = random_week(seed, 8, 6, locks=True)
    assert method("plain CP-SAT")(week, 5.0, 2).found == ()
    assert solve(week, Settings(5.0, 2)).status is SolveStatus.CLASH


@needs_highs
@pytest.mark.parametrize(("seed", "best"), PROVEN.items())
def test_highs_proves_the_same(tmp_path, seed, best):
    """The MIP, in a process of its own as always, agrees with CP-SAT and with the verifier."""
    week = tmp_path / "week.pickle"
    week.write_bytes(pickle.dumps(random_week(seed, 8, 6)))
    run = run_one(Instance(8, seed), "MIP (HiGHS)", 10.0, 1, week)
    assert (run.note, run.wrong) == ("", ())
    assert run.goals()[:2] == best
    assert (run.bound(1), run.bound(2)) == best
    assert run.proven_at(2) <= run.seconds
    assert run.megabytes is None or 10 < run.megabytes < 2000


@pytest.mark.parametrize(("clients", "seed", "times"), [(10, 1, "fixed"), (25, 2, "half"), (25, 3, "free")])
def test_the_greedy_coordinator_breaks_no_rule(clients, seed, times):
    """What is filled by hand is right, if not good: many plans are met, some are not."""
    week = Instance(clients, seed, times).week()
    (found,) = method("greedy")(week, 10.0, 1).found
    evaluation = evaluate(week, found.schedule)
    assert evaluation.findings == ()
    assert sum(account.met for account in evaluation.accounts) >= len(evaluation.accounts) / 3


@pytest.mark.parametrize("seed", range(20))
def test_the_greedy_coordinator_on_random_weeks(seed):
    """All features of the contract but locks."""
    week = random_week(seed, 12, 8)
    (found,) = method("greedy")(week, 10.0, 1).found
    assert evaluate(week, found.schedule).findings == ()


def test_ours_is_watched_from_outside(tmp_path):
    """Schedules and proofs are noted with the seconds at which they were there."""
    week = random_week(9, 8, 6)
    trajectory = method("ours")(week, 5.0, 2)
    assert evaluate(week, trajectory.found[-1].schedule).goals[:2] == PROVEN[9]
    assert _proven(trajectory)[1] == PROVEN[9][0]
    assert 0 < trajectory.found[0].seconds < trajectory.seconds
    assert 0 < trajectory.build_seconds < trajectory.seconds


def test_what_is_proven_of_a_part_of_the_week_is_not_told_of_the_whole():
    """With times to choose the week is worked on at those of a timetable: 4 are missed there, in all 3."""
    week = Instance(60, 1, "half").week()
    trajectory = method("ours")(week, 4.0, 2)
    assert _proven(trajectory)[1] <= 3


@needs_highs
def test_what_is_under_way_at_once_becomes_rows():
    """A session and a movable one of the same person: a row for each moment at which both could be under way."""
    script = """
from benchmarks.methods.mip_highs import by_moments
from benchmarks.methods.plain.linear import Linear, Use
linear = Linear([1, 1, 1, 1])
linear.limit_at_once([Use(0, 60, ((540, 0),), True), Use(1, 60, ((540, 2), (600, 3)), False)], 1, pause=15)
by_moments(linear)
print([row.terms for row in linear.rows if row.high == 1])
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[[(1, 0), (1, 4)], [(1, 0), (1, 4), (1, 5)]]"


def test_a_limit_that_cannot_be_reached_is_left_out():
    """One use alone never clashes, but it does with a closure."""
    linear, use = Linear([1]), Use(0, 60, ((540, 0),), True)
    linear.limit_at_once([use], 1)
    assert linear.at_once == []
    linear.limit_at_once([use], 1, closed=[(540, 600)])
    assert len(linear.at_once) == 1


def _run(kind, method, points, bounds=(), limit=60.0, **more):
    return Measured(kind, 1, method, limit, 2, "2026-11-22 00:00 UTC", tuple(points), tuple(bounds), **more)


NINE = (0,) * 7


def test_goals_and_bounds_at_a_second():
    """A bound of goal 2 counts once goal 1 is proven; the limit means the end of the run."""
    points = [(2.0, (3, 500, *NINE)), (8.0, (1, 300, *NINE)), (61.0, (1, 240, *NINE))]
    run = _run("a", "ours", points, [(1.0, 1, 0), (9.0, 1, 1), (5.0, 2, 240)])
    assert run.first == 2.0
    assert run.goals(1.0) is None
    assert run.goals(10.0)[:2] == (1, 300)
    assert run.goals(60.0)[:2] == (1, 240)
    assert (run.bound(1, 8.5), run.bound(2, 8.5)) == (0, None)
    assert (run.bound(1, 10.0), run.bound(2, 10.0)) == (1, 240)
    assert run.proven_at(1) == 9.0
    assert run.proven_at(2) == 61.0
    assert run.reaches((1, 300, *NINE)) == 8.0


def test_losses_are_told():
    """Where another method is better it is said, with both values; how much sooner ours is, is a median."""
    runs = [
        _run("a", "ours", [(2.0, (1, 300, *NINE))]),
        _run("a", "plain CP-SAT", [(30.0, (1, 300, *NINE))]),
        _run("b", "ours", [(2.0, (2, 300, *NINE))]),
        _run("b", "plain CP-SAT", [(20.0, (1, 300, *NINE))]),
        _run("b", "greedy", []),
    ]
    text = "\n".join(comparison(runs))
    assert "| plain CP-SAT | 2 | 0 | 1 | 1 | 15.0 x | 7.5 x |" in text
    assert "| greedy | 1 | 1 | 0 | 0 |" in text
    assert "- b, seed 1, 60 s: 2, 300; plain CP-SAT 1, 300" in text
    assert sooner(runs[0], runs[1]) == (30.0, 15.0)


def test_targets_and_growth():
    """Amounts against what is aimed at: seconds, gaps in percent, and the slope of time over clients."""
    sixty = _run("60 clients, fixed", "ours", [(2.0, (2, 400, *NINE))], [(3.0, 1, 2), (4.0, 2, 300)])
    text = "\n".join(targets([sixty]))
    assert "| 60 clients, fixed | first right schedule | 1 s | 0 of 1 | 2.0 |" in text
    assert "| 60 clients, fixed | goals 1-2 proven | 10 s | 0 of 1 | not reached |" in text
    assert "| 60 clients, fixed | widest gap of all goals after 60 s | 3 % | 0 of 1 | 25.0 |" in text
    assert growth([sixty]) is None
    sizes = [
        _run(f"{n} clients, fixed", "ours", [(n * n / 3600, (1, 60, *NINE))], [(9.0, 1, 1), (9.0, 2, 60)])
        for n in (60, 120, 250, 500)
    ]
    assert growth(sizes) == pytest.approx(2.0)
    assert "clients^2.00" in "\n".join(targets(sizes))


def test_of_many_schedules_some_are_looked_at():
    """The first and the last always; bounds only where they rise."""
    found = tuple(Found(0.1 * n, Schedule()) for n in range(1, 501))
    kept = thinned(found, 10)
    assert (kept[0], kept[-1]) == (found[0], found[-1])
    assert 5 <= len(kept) <= 10
    bounds = (Bound(1.0, 1, 0), Bound(2.0, 1, 0), Bound(3.0, 1, 2), Bound(4.0, 2, 60), Bound(5.0, 1, 1))
    assert [bound.seconds for bound in rising(bounds)] == [1.0, 3.0, 4.0]


def test_the_sets():
    """The whole set has each of fifteen kinds five times; the quick one is part of it."""
    assert len(WHOLE) == len(set(WHOLE)) == 75
    assert set(QUICK) < set(WHOLE)
    assert {instance.clients for instance in QUICK} == {25, 60, 120, 250, 500, 1000}
    assert len({instance.kind for instance in WHOLE}) == 15
    assert METHODS[0] == "ours"


def test_the_command(tmp_path):
    """Runs, table and plot are written; what was run is not run again."""
    arguments = ["--quick", "--clients", "25", "--limit", "2", "--methods", "greedy", "-o", str(tmp_path)]
    main(arguments)
    (run,) = read_runs(tmp_path / "runs.jsonl")
    assert (run.kind, run.method, run.limit, run.note) == ("25 clients, fixed", "greedy", 2.0, "")
    assert run.first == run.points[0][0] < 2.0
    main(arguments)
    assert len(read_runs(tmp_path / "runs.jsonl")) == 1
    lines = (tmp_path / "table.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2 and lines[0].startswith("instance,seed,method,limit,workers,when,build seconds,first")
    assert "| 25 clients, fixed | 1 | greedy |" in (tmp_path / "table.md").read_text(encoding="utf-8")
    assert (tmp_path / "plot.svg").read_text(encoding="utf-8").count("<polyline") == 2


def test_a_run_that_fails_is_kept(tmp_path):
    """A method that breaks down leaves a row that says so."""
    week = tmp_path / "week.pickle"
    week.write_bytes(b"no week")
    run = run_one(Instance(25, 1), "greedy", 2.0, 1, week)
    assert run.goals() is None
    assert run.note.startswith("ended with 1: ")
