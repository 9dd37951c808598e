"""The invented people of the ready workbooks: clients, what binds them, and who sees them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from itertools import cycle
from random import Random

from benchmarks.names import full_name
from benchmarks.sheets import Row, row

MONDAY = date(2026, 11, 30)


def at(text: str) -> time:
    """`9:30` as an Excel time."""
    hour, _, minute = text.partition(":")
    return time(int(hour), int(minute or 0))


class Cast:
    """The clients of one workbook, added phase by phase; every draw comes from the program's own seed."""

    def __init__(self, seed: str, monday: date = MONDAY) -> None:
        self.rng = Random(seed)
        self.monday = monday
        self.clients: list[Row] = []
        self.commitments: list[Row] = []
        self.appointments: list[Row] = []

    def add(self, count: int, weeks: tuple[int, int], primaries: Iterable[str] = (), **cells: object) -> list[str]:
        """Add clients with these cells, each in one of the weeks of treatment (first, last); returns their ids."""
        added = []
        holders = cycle(list(primaries) or [None])
        for holder in (next(holders) for _ in range(count)):
            name = f"C{len(self.clients) + 1:04d}"
            week = self.rng.randint(*weeks)
            day = 0 if week == 1 else self.rng.randint(0, 4)
            admitted = self.monday - timedelta(days=7 * (week - 1)) + timedelta(days=day)
            self.clients.append(
                {
                    "Client": name,
                    "Name": full_name(self.rng),
                    **row(Primary_clinician=holder, Admitted=admitted, **cells),
                }
            )
            added.append(name)
        return added

    def change(self, client: str, **cells: object) -> None:
        """Fill more cells of one client's row."""
        next(entry for entry in self.clients if entry["Client"] == client).update(row(**cells))

    def busy(self, client: str, days: str, start: str, end: str, kind: str = "Work", travel: int = 30) -> None:
        """Add a firm commitment."""
        self._commit(client, days, start, end, kind, "yes", travel)

    def rather_not(self, client: str, days: str, start: str, end: str, kind: str = "Child care") -> None:
        """Add a commitment that is avoided if possible."""
        self._commit(client, days, start, end, kind, "no", 0)

    def _commit(self, client: str, days: str, start: str, end: str, kind: str, firm: str, travel: int) -> None:
        self.commitments.append(
            row(Client=client, Days=days, Start=at(start), End=at(end), Kind=kind, Firm=firm, Travel=travel)
        )

    def jobs(self, clients: Iterable[str], shifts: Iterable[tuple[str, str, str]], share: float = 1.0) -> None:
        """Give a share of the clients one of the shifts (days, start, end) each."""
        shifts = list(shifts)
        for client in clients:
            if self.rng.random() < share:
                days, start, end = self.rng.choice(shifts)
                self.busy(client, days, start, end, travel=self.rng.choice((15, 20, 30)))

    def sees(self, clients: Iterable[str], service: str, minutes: int, **cells: object) -> None:
        """Add an appointment for each of the clients."""
        for client in clients:
            self.appointments.append(row(Client=client, Service=service, Minutes=minutes, **cells))

    def pick(self, clients: Iterable[str], count: int) -> list[str]:
        """Some of the clients, in their order."""
        return sorted(self.rng.sample(list(clients), count))

    def tag(self, clients: Iterable[str], tag: str) -> None:
        """Add a tag to each of the clients."""
        for client in clients:
            entry = next(entry for entry in self.clients if entry["Client"] == client)
            entry["Tags"] = f"{entry['Tags']}, {tag}" if entry.get("Tags") else tag


def track(name: str, days: str, start: str, end: str) -> Row:
    """A row of Tracks."""
    return row(Track=name, Days=days, Start=at(start), End=at(end))


def group(
    name: str, tracks: str | None, days: str | None, start: str | None, minutes: int, most: int, /, **cells: object
) -> Row:
    """A row of Groups; start None: free."""
    begin = None if start is None else at(start)
    return row(Group=name, Tracks=tracks, Days=days, Start=begin, Minutes=minutes, Max_clients=most, **cells)


def on_duty(clinician: str, days: str, start: str, end: str, modality: str | None = None) -> Row:
    """A row of Clinician hours."""
    return row(Clinician=clinician, Days=days, Start=at(start), End=at(end), Modality=modality)


def room(name: str, capacity: int, use: str = "group", **cells: object) -> Row:
    """A row of Rooms."""
    return row(Room=name, Capacity=capacity, Use=use, **cells)
