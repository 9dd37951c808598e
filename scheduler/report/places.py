"""Where an activity is held, in words: a room, a telehealth link, or both."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from scheduler.report.activities import Activity


@dataclass(frozen=True, slots=True)
class Place:
    """`room` and `link` are empty where there is none; `online` and `on_site` say how one takes part."""

    room: str
    link: str
    on_site: bool
    online: bool

    @property
    def words(self) -> str:
        """The place without the link: `Room 2`, `Online`, `Room 2 or online`."""
        room = self.room or "Room to be announced"
        if not self.online:
            return room
        return f"{room} or online" if self.on_site else "Online"


def place_for_all(week: Week, activity: Activity) -> Place:
    """The place as staff and a posted timetable see it."""
    return _place(week, activity, activity.modality)


def place_for(week: Week, activity: Activity, client: str) -> Place:
    """The place as this client sees it: of a hybrid group only the side on which the client takes part that day."""
    if activity.modality is not Modality.HYBRID:
        return place_for_all(week, activity)
    own = week.client_by_name[client].modality_on(activity.day)
    return _place(week, activity, Modality.HYBRID if own is Modality.EITHER else own)


def _place(week: Week, activity: Activity, side: Modality) -> Place:
    room = week.room_by_name.get(activity.room or "")
    link = room.link if room else ""
    on_site = side is not Modality.VIRTUAL
    online = side is not Modality.IN_PERSON
    return Place(room.name if room and on_site else "", link if online else "", on_site, online)
