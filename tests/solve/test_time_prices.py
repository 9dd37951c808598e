"""A clinician's time costs most where those ask for it who have no other."""

from __future__ import annotations

from pathlib import Path

from scheduler.model.options import Options, options_of
from scheduler.solve.time_prices import PRICE, TimePrices
from tests.explain.site import Rows, client, tables_of, week_of

MONDAY, TUESDAY = 0, 1
NINE, TEN = 9 * 60, 10 * 60


def _options(folder: Path, clients: Rows, step: int = 60) -> Options:
    """Clin 01 is there on Monday and Tuesday from 9:00 to 11:00; C1 works but for Monday from 9:00 to 10:00."""
    work = [("Mon", "10:00"), ("Tue", "9:00")]
    week = week_of(
        tables_of(
            folder,
            Program=[{"Setting": "Week of", "Value": "2026-11-30"}, {"Setting": "Time step", "Value": step}],
            Clinician_hours=[{"Clinician": "Clin 01", "Days": "Mon, Tue", "Start": "9:00", "End": "11:00"}],
            Clients=clients,
            Commitments=[{"Client": "C1", "Days": day, "Start": start, "End": "18:00"} for day, start in work],
        )
    )
    return options_of(week)


def _price(options: Options, name: str, day: int, start: int) -> int:
    offer = next(o for o in options.offers if o.demand.client.name == name and o.day == day)
    return TimePrices(options).price(offer, start)


def test_the_hour_that_only_one_client_can_use_costs_what_both_ask_for(tmp_path: Path) -> None:
    """C1 has one start, C2 four: 1 and a quarter of an hour are asked for at that start, else a quarter."""
    options = _options(tmp_path, [client(name, Individual_sessions=1) for name in ("C1", "C2")])
    assert _price(options, "C2", MONDAY, NINE) == PRICE + PRICE // 4
    assert _price(options, "C1", MONDAY, NINE) == PRICE + PRICE // 4
    assert _price(options, "C2", MONDAY, TEN) == PRICE // 4
    assert _price(options, "C2", TUESDAY, NINE) == PRICE // 4


def test_shorter_steps_change_no_price_of_the_only_start(tmp_path: Path) -> None:
    prices = []
    for step in (15, 60):
        folder = tmp_path / str(step)
        folder.mkdir()
        options = _options(folder, [client("C1", Individual_sessions=1)], step)
        prices.append(_price(options, "C1", MONDAY, NINE))
    assert prices == [PRICE, PRICE]
