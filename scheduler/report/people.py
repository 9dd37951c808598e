"""How a document calls a client: by id, by the client's own name, or by first name and last initial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from scheduler.domain.people import Client
from scheduler.domain.week import Week

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})


def own_name(client: Client) -> str:
    """The heading of a person's own hand-out: the name with the id, or the id alone."""
    return f"{client.display_name} ({client.name})" if client.display_name else client.name


def staff_name(week: Week, client: str, names: bool) -> str:
    """A client on a staff document: the id, with the name behind it where names were asked for."""
    full = week.client_by_name[client].display_name if names else ""
    return f"{client} {full}" if full else client


def staff_list(week: Week, clients: Iterable[str], names: bool) -> str:
    """Several clients on one line; names hold commas now and then, so a semicolon parts them."""
    return ("; " if names else ", ").join(staff_name(week, client, names) for client in clients)


def sign_in_names(week: Week, clients: Iterable[str], names: bool) -> dict[str, str]:
    """Each client's label on one sheet: the id, or with names `Dana S.`, the id added where two would read alike."""
    labels = {client: short_name(week.client_by_name[client]) if names else client for client in clients}
    seen = Counter(label.casefold() for label in labels.values())
    return {client: label if seen[label.casefold()] == 1 else f"{label} ({client})" for client, label in labels.items()}


def short_name(client: Client) -> str:
    """First name and last initial, of `Dana Smith` and of `Smith, Dana` alike; the id where there is no name."""
    last, comma, first = client.display_name.partition(",")
    words = (first.split() + last.split()) if comma and not _is_suffix(first) else last.split()
    words = [word for word in words if not _is_suffix(word)]
    if not words:
        return client.name
    return words[0] if len(words) == 1 else f"{words[0]} {words[-1][0].upper()}."


def _is_suffix(word: str) -> bool:
    return word.strip().strip(".").replace(".", "").casefold() in _SUFFIXES
