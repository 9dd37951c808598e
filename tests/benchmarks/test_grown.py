"""Real programs with more clients, other times and fewer hours of staff."""

from __future__ import annotations

from benchmarks.grown import GROWN, Grown

UCSF = "ucsf"


def test_so_many_clients_more_with_what_those_who_are_there_ask_for() -> None:
    few, many = Grown(UCSF, 100, 1).week(), Grown(UCSF, 150, 1).week()
    more = many.clients[len(few.clients) :]
    assert len(more) == len(few.clients) * 150 // 100 - len(few.clients)
    assert len({client.name for client in many.clients}) == len(many.clients)
    assert {client.phase for client in more} <= {client.phase for client in few.clients}
    assert len(many.commitments) > len(few.commitments)


def test_equal_seeds_make_equal_weeks_and_others_others() -> None:
    assert Grown(UCSF, 150, 1).week() == Grown(UCSF, 150, 1).week()
    assert Grown(UCSF, 150, 1).week() != Grown(UCSF, 150, 2).week()


def test_free_means_any_time_and_short_three_fifths_of_the_hours() -> None:
    changed, program = Grown(UCSF, 100, 1, free=True, short=True).week(), Grown(UCSF, 100, 1).week()
    assert all(group.starts is None for group in changed.groups)
    for after, before in zip(changed.clinicians, program.clinicians, strict=True):
        there = before.max_minutes or sum(window.minutes for windows in before.hours for window in windows)
        assert after.max_minutes is not None and there * 0.6 - 15 < after.max_minutes <= there * 0.6


def test_each_names_a_workbook_that_can_be_read() -> None:
    assert len({grown.name for grown in GROWN}) == len(GROWN)
    for program in sorted({grown.program for grown in GROWN}):
        assert len(Grown(program, 200, 1).week().clients) == 2 * len(Grown(program, 100, 1).week().clients)
