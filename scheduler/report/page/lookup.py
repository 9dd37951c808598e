"""What the page can be searched for, and how it writes clients."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.people import staff_name
from scheduler.report.places import place_for_all


class Lookup:
    """Knows the words under which each activity is found."""

    def __init__(self, week: Week, held: tuple[Activity, ...], names: bool) -> None:
        self.week = week
        self.held = held
        self.names = names
        self._numbers = {activity: number for number, activity in enumerate(held, 1)}

    def client(self, client: str) -> str:
        """How the page writes a client, not yet escaped."""
        return staff_name(self.week, client, self.names)

    def row_id(self, activity: Activity) -> str:
        """The id of the activity's row in the list."""
        return f"s{self._numbers[activity]}"

    def options(self) -> str:
        """The suggestions of the search field: clients, clinicians, rooms and groups that have something this week."""
        listed = [self.client(c.name) for c in self.week.active_clients]
        listed += [c.name for c in self.week.clinicians]
        listed += [r.name for r in self.week.rooms]
        listed += [g.name for g in self.week.active_groups]
        return "".join(f'<option value="{escape(name)}">' for name in dict.fromkeys(listed))

    def attribute(self, activity: Activity) -> str:
        """The words of an activity as the attribute data-words: one a line, whole names first."""
        room = place_for_all(self.week, activity).words
        clients = [word for client in activity.clients for word in dict.fromkeys((self.client(client), client))]
        words = [*clients, *activity.clinicians, activity.room or "", room, activity.title, *activity.tracks]
        lines = "\n".join(" ".join(word.split()) for word in dict.fromkeys(words) if word)
        return f'data-words="{escape(lines)}"'

    def link(self, name: str) -> str:
        """A name that, when followed, shows what it is part of."""
        return f'<a href="#find={quote(name, safe="")}">{escape(name)}</a>'
