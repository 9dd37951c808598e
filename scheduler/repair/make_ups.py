"""Sessions and one-on-ones with which clients could still make up for hours that a repair has cost them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scheduler.domain.calendar import DAY_NAMES, clock, hours
from scheduler.domain.people import Client
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.model.options import Demand, Offer, Options
from scheduler.model.options.pools import suits_individual
from scheduler.repair.moment import Activity, Moment, activities, split
from scheduler.repair.options import options_since
from scheduler.verify import evaluate, verify

MOST_OFFERED = 3
MOST_TRIED = 12


@dataclass(frozen=True, slots=True)
class MakeUp:
    """One client's loss in counted minutes, and what could be added to the schedule as it is, each in words."""

    client: str
    lost_minutes: int
    sessions: tuple[str, ...]
    one_on_ones: tuple[str, ...]

    @property
    def possible(self) -> tuple[str, ...]:
        return (*self.sessions, *self.one_on_ones)

    @property
    def sentence(self) -> str:
        offered = f"could still have {'; or '.join(self.possible)}" if self.possible else "nothing free later suits"
        return f"{self.client} loses {hours(self.lost_minutes)} h: {offered}."


def make_ups(week: Week, present: Schedule, repaired: Schedule, since: Moment) -> tuple[MakeUp, ...]:
    """One entry for each client who has fewer counted hours than in the present schedule, in the week's order."""
    past, _ = split(present, since)
    finder = _Finder(week, repaired, options_since(week, past, since), since)
    before = {account.client: account.counted_minutes for account in evaluate(week, present).accounts}
    after = {account.client: account.counted_minutes for account in evaluate(week, repaired).accounts}
    losing = [client for client in week.active_clients if before[client.name] > after[client.name]]
    return tuple(
        MakeUp(c.name, before[c.name] - after[c.name], tuple(finder.sessions(c)), tuple(finder.one_on_ones(c)))
        for c in losing
    )


class _Finder:
    """Tries what could be added, and asks the verifier whether that breaks anything."""

    def __init__(self, week: Week, schedule: Schedule, options: Options, since: Moment) -> None:
        self.week, self.schedule, self.options, self.since = week, schedule, options, since
        self.known = {(finding.rule, finding.message) for finding in verify(week, schedule)}

    def sessions(self, client: Client) -> list[str]:
        """Held sessions with a seat for the client, in order of time."""
        admitted = {a.slot.key: a for a in self.options.admissions_of_client.get(client.name, ())}
        found: list[str] = []
        for session in self.schedule.sessions:
            admission = admitted.get((session.group, session.day))
            full = len(session.clients) >= self.week.group_by_name[session.group].max_clients
            if admission is None or full or client.name in session.clients or len(found) == MOST_OFFERED:
                continue
            if self.since.is_after(session.day, session.start) or not admission.slot.group.counted_minutes:
                continue
            if self._fits(_joined(self.schedule, session, client.name)):
                found.append(_words(self.week, session))
        return found

    def one_on_ones(self, client: Client) -> list[str]:
        """One time for each individual session or appointment that is due and not held."""
        found = []
        for demand in self.options.demands_of_client.get(client.name, ()):
            held = [o for o in self.schedule.one_on_ones if (o.client, o.service) == (client.name, demand.service)]
            if len(held) < demand.sessions:
                found += self._first_time(demand)
        return found

    def _first_time(self, demand: Demand) -> list[str]:
        tried = 0
        for offer, start in self._times(demand):
            if not self._free(offer, start):
                continue
            meeting = self._meeting(offer, start)
            tried += 1
            if meeting is not None and self._fits(_added(self.schedule, meeting)):
                when = f"{DAY_NAMES[meeting.day]} {clock(meeting.start)}-{clock(meeting.end)}"
                return [f"{meeting.service} with {meeting.clinician} {when}"]
            if tried == MOST_TRIED:
                break
        return []

    def _times(self, demand: Demand) -> Iterator[tuple[Offer, int]]:
        for offer in self.options.offers_of_demand.get(demand.key, ()):
            yield from ((offer, start) for start in offer.starts if not self.since.is_after(offer.day, start))

    def _free(self, offer: Offer, start: int) -> bool:
        """Whether client and clinician have nothing else then."""
        end = start + offer.demand.minutes
        clashing = [
            activity
            for activity in activities(self.schedule)
            if activity.day == offer.day and activity.start < end and start < activity.end
        ]
        people = {offer.clinician, offer.demand.client.name}
        return not any(people & _people(activity) for activity in clashing)

    def _meeting(self, offer: Offer, start: int) -> OneOnOne | None:
        """The one-on-one in the first room that is free then; None if it needs one and there is none."""
        end = start + offer.demand.minutes
        room = self._room(offer, start, end)
        if offer.in_person and room is None:
            return None
        demand = offer.demand
        return OneOnOne(
            demand.client.name,
            demand.kind,
            demand.service,
            offer.day,
            start,
            end,
            offer.clinician,
            room if offer.in_person else None,
            offer.modality,
        )

    def _room(self, offer: Offer, start: int, end: int) -> str | None:
        pause = self.week.program.room_turnaround
        taken = {
            activity.room
            for activity in activities(self.schedule)
            if activity.day == offer.day and activity.start < end + pause and start < activity.end + pause
        }
        office = self.week.clinician_by_name[offer.clinician].office
        rooms = [room for pool in self.options.pools if suits_individual(pool, office) for room in pool.rooms]
        return next((room for room in rooms if room not in taken), None)

    def _fits(self, schedule: Schedule) -> bool:
        return all((finding.rule, finding.message) in self.known for finding in verify(self.week, schedule))


def _people(activity: Activity) -> set[str]:
    if isinstance(activity, GroupSession):
        return {*activity.facilitators, *activity.clients}
    return {activity.clinician, activity.client}


def _joined(schedule: Schedule, session: GroupSession, client: str) -> Schedule:
    joined = replace(session, clients=tuple(sorted((*session.clients, client))))
    others = [other for other in schedule.sessions if other is not session]
    return schedule_of([*others, joined], list(schedule.one_on_ones))


def _added(schedule: Schedule, meeting: OneOnOne) -> Schedule:
    return schedule_of(list(schedule.sessions), [*schedule.one_on_ones, meeting])


def _words(week: Week, session: GroupSession) -> str:
    left = week.group_by_name[session.group].max_clients - len(session.clients)
    when = f"{DAY_NAMES[session.day]} {clock(session.start)}-{clock(session.end)}"
    return f"{session.group} {when} ({left} place{'s' * (left != 1)} left)"
