"""Sites of clients who have topics to attend, and no hours: many groups, each at its time, with its clinician and room.

It is the demand of a university, in the words of a program: courses are topics, their sections groups. Seats are about
as many as wanted of each topic, some of its groups smaller and some larger, so that not everybody may get everything.
"""

from __future__ import annotations

from random import Random

from benchmarks.sheets import Row, Sheets, clock_cell, list_cell, row, settings

OPENS, CLOSES, STEP = 8 * 60, 20 * 60, 30
MEETINGS = (("Mon, Wed", 60), ("Tue, Thu", 75), ("Mon, Wed, Fri", 60), ("Mon", 180), ("Wed", 150), ("Fri", 180))
GROUPS_OF_TOPIC, NEARBY, POPULAR = 4, 12, 0.6
"""Groups of a topic on average; topics next to each other that a client's needs are drawn from; how soon topics become
less popular."""


def site_by_topics(clients: int, groups: int, seed: int) -> Sheets:
    """The rows of a site's workbook by sheet, with about so many groups; the same arguments give the same rows."""
    rng = Random(f"{clients} clients, {groups} groups by topic, seed {seed}")
    topics = [f"Topic {number:03d}" for number in range(max(10, groups // GROUPS_OF_TOPIC))]
    needs = [_needs(rng, len(topics)) for _ in range(clients)]
    wanted = [sum(number in own for own in needs) for number in range(len(topics))]
    offered: list[Row] = []
    meets: dict[str, int] = {}
    for topic, count in zip(topics, wanted, strict=True):
        sections = max(1, round(groups * count / sum(wanted)))
        days, minutes = rng.choice(MEETINGS)
        meets[topic] = days.count(",") + 1
        offered += [_group(rng, topic, n + 1, days, minutes, count / sections) for n in range(sections)]
    return {
        "Program": settings(Week_of="2026-11-23", Mix_tracks="yes"),
        "Tracks": [row(Track="All day", Days="Mon-Fri", Start=clock_cell(OPENS), End=clock_cell(CLOSES))],
        "Phases": [row(Phase="By topics", Min_hours=0)],
        "Topic rules": [row(Topic=topic, One_group="yes") for topic in topics],
        "Groups": offered,
        "Clinicians": [row(Clinician=group["Clinicians"]) for group in offered],
        "Clinician hours": [
            row(Clinician=group["Clinicians"], Days="Mon-Fri", Start=clock_cell(OPENS), End=clock_cell(CLOSES))
            for group in offered
        ],
        "Rooms": [row(Room=group["Rooms"], Capacity=group["Max clients"]) for group in offered],
        "Clients": [_client(number, [(topics[t], meets[topics[t]]) for t in own]) for number, own in enumerate(needs)],
    }


def _needs(rng: Random, topics: int) -> list[int]:
    """Four to six topics, half of them next to each other, half of them those that many want."""
    weights = [1 / (1 + number) ** POPULAR for number in range(topics)]
    home, count = rng.randrange(topics), rng.choice((4, 5, 5, 6))
    found: set[int] = set()
    while len(found) < count:
        nearby = (home + rng.randrange(NEARBY)) % topics
        found.add(nearby if rng.random() < 0.5 else rng.choices(range(topics), weights)[0])
    return sorted(found)


def _group(rng: Random, topic: str, number: int, days: str, minutes: int, wanted: float) -> Row:
    name = f"{topic} {number}"
    return row(
        Group=name,
        Topic=topic,
        Days=days,
        Start=clock_cell(rng.choice(range(OPENS, CLOSES - minutes + 1, STEP))),
        Minutes=minutes,
        Max_clients=max(2, round(wanted * rng.choice((0.9, 1.0, 1.1, 1.2)) + 0.5)),
        Clinicians=f"Clinician of {name}",
        Rooms=f"Room of {name}",
    )


def _client(number: int, needs: list[tuple[str, int]]) -> Row:
    listed = list_cell(f"{topic}:{sessions}" for topic, sessions in needs)
    return row(Client=f"C-{number:04d}", Phase="By topics", Tracks="All day", Needs=listed)
