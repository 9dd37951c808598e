"""Generated sites: the same for the same seed, read without error, and as satisfiable as they claim."""

from __future__ import annotations

import pytest

from benchmarks.generator import planned_site, site
from benchmarks.generator.by_topics import site_by_topics
from scheduler.domain.issues import Severity
from scheduler.verify import evaluate
from scheduler.workbook import read
from scheduler.workbook.template import workbook_bytes, write_workbook

CASES = [
    (10, 1, "fixed", False),
    (10, 4, "free", True),
    (25, 2, "half", False),
    (40, 3, "free", False),
    (60, 1, "fixed", True),
    (60, 5, "half", False),
    (120, 2, "fixed", False),
]


def _week(tmp_path, sheets):
    path = tmp_path / "site.xlsx"
    write_workbook(path, sheets)
    reading = read(path)
    assert [str(issue) for issue in reading.issues if issue.severity is Severity.ERROR] == []
    return reading.week


def test_the_same_arguments_give_the_same_site():
    """A site is its arguments; another seed is another site."""
    assert site(30, 7) == site(30, 7)
    assert workbook_bytes(site(30, 7)) == workbook_bytes(site(30, 7))
    assert site(30, 7) != site(30, 8)


@pytest.mark.parametrize(("clients", "seed", "times", "holiday"), CASES)
def test_the_planned_schedule_proves_what_can_be_met(tmp_path, clients, seed, times, holiday):
    """The week a site was built around breaks no rule and meets as many care plans as the site claims."""
    planned = planned_site(clients, seed, times, holiday)
    evaluation = evaluate(_week(tmp_path, planned.sheets), planned.schedule)
    assert evaluation.findings == ()
    assert sum(account.met for account in evaluation.accounts) == planned.plans_met
    assert 0.9 * len(evaluation.accounts) <= planned.plans_met <= len(evaluation.accounts)


@pytest.mark.parametrize("seed", range(1, 4))
def test_seats_are_few(tmp_path, seed):
    """Sessions have some seats more than are planned, not many."""
    planned = planned_site(120, seed)
    seats = {str(row["Group"]): int(str(row["Max clients"])) for row in planned.sheets["Groups"]}
    taken = sum(len(session.clients) for session in planned.schedule.sessions)
    offered = sum(seats[session.group] for session in planned.schedule.sessions)
    assert 1.05 <= offered / taken <= 1.25
    assert 6 <= len(planned.sheets["Clients"]) / len(planned.sheets["Clinicians"]) <= 12


def test_times_are_left_free_as_asked():
    """fixed: every start is given; free: only what nobody leads keeps its time; half: in between."""
    free = {
        times: sum("Start" not in row for row in site(80, 2, times)["Groups"]) for times in ("fixed", "half", "free")
    }
    led = sum(row.get("Facilitators") != 0 for row in site(80, 2)["Groups"])
    assert free["fixed"] == 0
    assert free["free"] == led
    assert 0.2 * led <= free["half"] <= 0.8 * led


def test_seeds_differ_in_structure():
    """Tracks, phases, lengths and settings are drawn, not only people."""
    sites = [site(60, seed) for seed in range(1, 13)]
    assert len({len(sheets["Tracks"]) for sheets in sites}) >= 2
    assert len({len(sheets["Phases"]) for sheets in sites}) >= 2
    assert len({sheets["Groups"][0]["Minutes"] for sheets in sites}) >= 3
    settings = [{row["Setting"]: row["Value"] for row in sheets["Program"]} for sheets in sites]
    for name in ("Mix tracks", "Individual on treatment days", "Clinician break", "Room turnaround", "Time step"):
        assert len({values[name] for values in settings}) == 2 or name in ("Clinician break", "Room turnaround")


@pytest.mark.parametrize("short", ["staff", "evening", "rooms"])
def test_a_short_site_is_readable_and_smaller(tmp_path, short):
    """What is taken away is gone, and nothing refers to it."""
    week = _week(tmp_path, site(60, 1, short=short))
    whole = _week(tmp_path, site(60, 1))
    measure = {
        "staff": lambda w: sum(clinician.max_minutes or 0 for clinician in w.clinicians),
        "evening": lambda w: sum(group.max_clients for group in w.groups if group.tracks == ("Evening",)),
        "rooms": lambda w: -sum(len(closure.days) for closure in w.closures if closure.room),
    }[short]
    assert measure(week) < measure(whole)


def test_a_large_site(tmp_path):
    """A site of several hundred clients is drawn and holds together."""
    planned = planned_site(400, 1)
    week = _week(tmp_path, planned.sheets)
    assert len(week.clients) == 400
    assert evaluate(week, planned.schedule).findings == ()


def test_a_site_by_topics_has_seats_for_about_what_is_needed(tmp_path):
    """About as many groups as asked for, seats for about all who need one, and nobody has hours."""
    week = _week(tmp_path, site_by_topics(80, 50, 1))
    assert 40 <= len(week.groups) <= 60
    assert site_by_topics(80, 50, 1) == site_by_topics(80, 50, 1) != site_by_topics(80, 50, 2)
    wanted = sum(len(client.needs) for client in week.clients)
    assert 0.9 * wanted <= sum(group.max_clients for group in week.groups) <= 1.3 * wanted
    assert all(phase.min_minutes == phase.min_days == 0 for phase in week.phases)
